/// A day of the Gregorian calendar, which is also counted back beyond its beginning (ISO 8601).
struct CalendarDay {
  /// Of a week date the year that its week belongs to.
  let year: Int
  let daysSince1970: Int

  /// Nil where there is no such day, or its year is not one of 1 to 9999.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    daysSince1970 = Self.daysSince1970(year: year, month: month, day: day)
  }

  /// The day of a year, from 1 (ISO 8601, ordinal date).
  init?(year: Int, dayOfYear: Int) {
    guard (1...9999).contains(year), dayOfYear >= 1,
      dayOfYear <= (Self.isLeap(year) ? 366 : 365)
    else { return nil }
    self.year = year
    daysSince1970 = Self.daysSince1970(year: year, month: 1, day: 1) + dayOfYear - 1
  }

  /// The day of a week, from 1 for Monday (ISO 8601, week date).
  init?(year: Int, week: Int, weekday: Int) {
    guard (1...9999).contains(year), week >= 1, (1...7).contains(weekday) else { return nil }
    let monday = Self.firstMonday(of: year) + (week - 1) * 7
    guard monday < Self.firstMonday(of: year + 1) else { return nil }
    self.year = year
    daysSince1970 = monday + weekday - 1
  }

  /// The Monday of the week that has 4 January in it, which is a year's first week.
  private static func firstMonday(of year: Int) -> Int {
    let day = daysSince1970(year: year, month: 1, day: 4)
    return day - daysSinceMonday(day)
  }

  /// 1970 began on a Thursday.
  private static func daysSinceMonday(_ daysSince1970: Int) -> Int {
    let remainder = (daysSince1970 + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  /// The first Sunday on or after a day of a month.
  static func sunday(onOrAfter day: Int, month: Int, year: Int) -> Int {
    let start = daysSince1970(year: year, month: month, day: day)
    return start + 6 - daysSinceMonday(start)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
  }

  /// By counting years from 1 March, which puts the leap day last.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
