extension DateLanguage {
  /// In simplified and traditional characters.
  static let chinese = DateLanguage(
    months: [],
    weekdays: """
      星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日
      """,
    hours: "时 時 点 點", minutes: "分", seconds: "秒", morning: "上午", afternoon: "下午",
    yearUnit: "年", monthUnit: "月", dayUnit: "日 号 號")

  static let japanese = DateLanguage(
    months: [], weekdays: "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日",
    hours: "時", minutes: "分", seconds: "秒", morning: "午前", afternoon: "午後",
    yearUnit: "年", monthUnit: "月", dayUnit: "日")

  static let korean = DateLanguage(
    months: [], weekdays: "월요일 화요일 수요일 목요일 금요일 토요일 일요일",
    hours: "시", minutes: "분", seconds: "초", morning: "오전", afternoon: "오후",
    yearUnit: "년", monthUnit: "월", dayUnit: "일")
}
