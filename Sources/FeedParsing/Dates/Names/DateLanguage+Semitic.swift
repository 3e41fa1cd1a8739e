extension DateLanguage {
  static let semitic = [arabic, hebrew]

  /// As in Egypt and on the Gulf, then as in the Maghreb where that differs.
  static let arabic = DateLanguage(
    months: [
      "يناير جانفي", "فبراير فيفري", "مارس", "أبريل ابريل إبريل أفريل", "مايو ماي",
      "يونيو يونيه جوان",
      "يوليو يوليه جويلية", "أغسطس اغسطس أوت", "سبتمبر", "أكتوبر اكتوبر", "نوفمبر", "ديسمبر",
    ],
    weekdays: """
      الأحد الاحد الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت
      """)

  /// With the `ב` that stands before a month.
  static let hebrew = DateLanguage(
    months: [
      "ינואר בינואר", "פברואר בפברואר", "מרץ במרץ מרס במרס", "אפריל באפריל", "מאי במאי",
      "יוני ביוני", "יולי ביולי", "אוגוסט באוגוסט", "ספטמבר בספטמבר", "אוקטובר באוקטובר",
      "נובמבר בנובמבר", "דצמבר בדצמבר",
    ],
    weekdays: "יום ראשון שני שלישי רביעי חמישי שישי שבת", clockCues: "בשעה")
}
