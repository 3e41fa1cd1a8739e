/// Dates in digits: RFC 3339, W3CDTF, ISO 8601 in both its forms, and days first with slashes or dots.
enum ISODate {
  static func parse(_ bytes: [UInt8]) -> DateFields? {
    var scanner = DateScanner(bytes)
    var fields = DateFields()
    guard date(&scanner, into: &fields) else { return nil }
    guard !scanner.isAtEnd else { return fields }
    guard separator(&scanner) else { return nil }
    if scanner.isAtEnd { return fields }
    guard time(&scanner, into: &fields) else { return nil }
    halfOfDay(&scanner, into: &fields)
    guard let offset = scanner.zoneOffset() else { return nil }
    fields.zoneOffsetSeconds = offset
    return fields
  }

  private static func date(_ scanner: inout DateScanner, into fields: inout DateFields) -> Bool {
    guard let first = scanner.number(upTo: 8) else { return false }
    switch first.digits {
    case 8:
      (fields.year, fields.month, fields.day) =
        (first.value / 10_000, first.value / 100 % 100, first.value % 100)
      return true
    case 4:
      fields.year = first.value
      return monthAndDay(&scanner, into: &fields)
    case 1, 2: return dayFirst(&scanner, day: first.value, into: &fields)
    default: return false
    }
  }

  private static func monthAndDay(
    _ scanner: inout DateScanner, into fields: inout DateFields
  ) -> Bool {
    guard let mark = scanner.peek, isSeparator(mark) else { return scanner.isAtEnd }
    scanner.skip()
    guard let second = scanner.number(upTo: 3) else { return false }
    if second.digits == 3 {
      // An ordinal date: 2024-020 is the twentieth day of 2024.
      fields.month = 1
      fields.day = second.value
      return ordinal(into: &fields)
    }
    fields.month = second.value
    guard scanner.take(mark) else { return true }
    guard let third = scanner.number(upTo: 2) else { return false }
    fields.day = third.value
    return true
  }

  private static func ordinal(into fields: inout DateFields) -> Bool {
    guard let year = fields.year, let dayOfYear = fields.day, dayOfYear >= 1 else { return false }
    var rest = dayOfYear
    for month in 1...12 {
      let next = DateFields(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
      let this = DateFields(year: year, month: month, day: 1)
      guard let end = next.secondsSince1970, let start = this.secondsSince1970 else { return false }
      let days = Int((end - start) / 86_400)
      if rest <= days {
        (fields.month, fields.day) = (month, rest)
        return true
      }
      rest -= days
    }
    return false
  }

  /// `20/01/2024`, `20.01.2024` and `20-01-2024`: the day first, as in Britain.
  private static func dayFirst(
    _ scanner: inout DateScanner, day: Int, into fields: inout DateFields
  ) -> Bool {
    guard let mark = scanner.peek, isSeparator(mark) else { return false }
    scanner.skip()
    guard let month = scanner.number(upTo: 2), scanner.take(mark),
      let year = scanner.number(upTo: 4), year.digits == 4 || year.digits == 2
    else { return false }
    fields.day = day
    fields.month = month.value
    fields.year = DateFields.fullYear(year.value, digits: year.digits)
    return true
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  /// `T` or white space between date and time; feeds also write both, or a comma.
  private static func separator(_ scanner: inout DateScanner) -> Bool {
    let start = scanner.index
    _ = scanner.take(UInt8(ascii: ","))
    scanner.skipSpaces()
    if let byte = scanner.peek, byte | 0x20 == UInt8(ascii: "t") { scanner.skip() }
    scanner.skipSpaces()
    // A zone may follow the date: `2024-01-20Z`.
    if scanner.index == start, let byte = scanner.peek { return byte | 0x20 == UInt8(ascii: "z") }
    return true
  }

  private static func time(_ scanner: inout DateScanner, into fields: inout DateFields) -> Bool {
    if let byte = scanner.peek, byte | 0x20 == UInt8(ascii: "z") { return true }
    var attempt = scanner
    if attempt.time(into: &fields) {
      scanner = attempt
      return true
    }
    guard let digits = scanner.number(upTo: 6) else { return false }
    switch digits.digits {
    case 2: fields.hour = digits.value
    case 4: (fields.hour, fields.minute) = (digits.value / 100, digits.value % 100)
    case 6:
      (fields.hour, fields.minute) = (digits.value / 10_000, digits.value / 100 % 100)
      fields.second = digits.value % 100
    default: return false
    }
    scanner.skipFraction()
    return true
  }

  /// `AM` or `PM` after the time.
  private static func halfOfDay(_ scanner: inout DateScanner, into fields: inout DateFields) {
    var attempt = scanner
    attempt.skipSpaces()
    let word = attempt.word()
    guard word == Array("am".utf8) || word == Array("pm".utf8) else { return }
    fields.hour = fields.hour % 12 + (word == Array("pm".utf8) ? 12 : 0)
    scanner = attempt
  }
}
