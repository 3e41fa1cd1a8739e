/// The parts of a date as they were read, not yet checked.
struct DateFields {
  var year: Int?
  var month: Int?
  var day: Int?
  var hour = 0
  var minute = 0
  var second = 0
  /// East of Greenwich.
  var zoneOffsetSeconds = 0

  /// The instant; nil where there is no such day or time.
  ///
  /// 24:00 is the end of the day (ISO 8601), and 60 a leap second, which Unix time does not have.
  var secondsSince1970: Int64? {
    guard let year, (1...9999).contains(year) else { return nil }
    let month = month ?? 1
    let day = day ?? 1
    guard (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year) else {
      return nil
    }
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
      return nil
    }
    guard hour < 24 || minute == 0 && second == 0 else { return nil }
    guard abs(zoneOffsetSeconds) <= 15 * 3600 else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    let seconds = hour * 3600 + minute * 60 + second - zoneOffsetSeconds
    let instant = Int64(days * 86_400 + seconds)
    // A zone may carry the first or the last day out of the years that RFC 3339 can write.
    return Self.writable.contains(instant) ? instant : nil
  }

  /// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  private static let writable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

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

  /// Days in the proleptic Gregorian calendar, by counting years from 1 March.
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// A year of two digits as RFC 2822, section 4.3, reads it, and of three as years since 1900.
  static func fullYear(_ year: Int, digits: Int) -> Int {
    switch digits {
    case 2: year < 50 ? 2000 + year : 1900 + year
    case 3: 1900 + year
    default: year
    }
  }
}
