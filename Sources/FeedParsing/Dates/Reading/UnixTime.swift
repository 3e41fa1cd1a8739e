/// Seconds or milliseconds since 1970 in plain digits.
enum UnixTime {
  /// From September 2001, when seconds got their tenth digit, to May 2033: beyond begin the
  /// telephone numbers of North America and, of thirteen digits, the book numbers.
  private static let seconds = 1_000_000_000..<2_000_000_000

  /// Nil where the digits may as well be `yyyymmddhh`, which is so in the years 2030 to 2033 only.
  static func seconds(_ number: DateNumber) -> Int64? {
    switch number.digits {
    case 10: isCompactHour(number.value) ? nil : seconds(number.value)
    case 13: seconds(number.value / 1000)
    default: nil
    }
  }

  private static func seconds(_ value: Int) -> Int64? {
    seconds.contains(value) ? Int64(value) : nil
  }

  private static func isCompactHour(_ value: Int) -> Bool {
    let (date, hour) = (value / 100, value % 100)
    return date >= 1900_00_00 && hour <= 24
      && CalendarDay(year: date / 10_000, month: date / 100 % 100, day: date % 100) != nil
  }
}
