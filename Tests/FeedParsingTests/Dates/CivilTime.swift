/// An instant in UTC in the parts that people write, counted another way than the parser counts.
struct CivilTime {
  var year: Int
  var month: Int
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// From 0 for Monday.
  var weekday: Int
  /// From 1.
  var dayOfYear: Int

  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  static let weekdayNames = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  init(secondsSince1970: Int64) {
    // Days since 0001-01-01, a Monday, counted down by whole cycles of the calendar.
    let seconds = Int(secondsSince1970) + 719_162 * 86_400
    var rest = seconds / 86_400
    (weekday, second) = (rest % 7, seconds % 86_400)
    (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60)
    year = 1
    for (days, years) in [(146_097, 400), (36_524, 100), (1461, 4), (365, 1)] {
      let most = days == 36_524 || days == 365 ? 3 : Int.max
      let cycles = min(rest / days, most)
      year += cycles * years
      rest -= cycles * days
    }
    dayOfYear = rest + 1
    month = 1
    while rest >= Self.days(inMonth: month, of: year) {
      rest -= Self.days(inMonth: month, of: year)
      month += 1
    }
    day = rest + 1
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let usual = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return month == 2 && isLeap(year) ? 29 : usual
  }

  /// The year and number of the week, as ISO 8601 counts them: a week is of the year its Thursday
  /// is in.
  var week: (year: Int, number: Int) {
    let thursday = dayOfYear + 3 - weekday
    if thursday < 1 {
      return (year - 1, (thursday + (Self.isLeap(year - 1) ? 366 : 365) - 1) / 7 + 1)
    }
    let length = Self.isLeap(year) ? 366 : 365
    return thursday > length ? (year + 1, 1) : (year, (thursday - 1) / 7 + 1)
  }

  /// `2024-01-20T09:00:00Z`.
  var rfc3339: String {
    "\(pad(year, 4))-\(pad(month))-\(pad(day))T\(pad(hour)):\(pad(minute)):\(pad(second))Z"
  }

  func pad(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
