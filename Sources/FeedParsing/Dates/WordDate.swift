/// Dates with the month as a word: RFC 822, 850, 2822 and 5322, asctime, and what people write.
///
/// The parts are told by their shape rather than their place, which reads day and month in either
/// order. The weekday is ignored, as it is wrong more often than the date.
struct WordDate {
  private var scanner: DateScanner
  private var fields = DateFields()
  private var hasTime = false
  private var hasZone = false

  static func parse(_ bytes: [UInt8]) -> DateFields? {
    var date = WordDate(scanner: DateScanner(bytes))
    return date.read()
  }

  private init(scanner: DateScanner) {
    self.scanner = scanner
  }

  private mutating func read() -> DateFields? {
    while let byte = scanner.peek {
      let isRead =
        switch byte {
        case 0x30...0x39: number()
        case 0x41...0x5A, 0x61...0x7A: word()
        case UInt8(ascii: "+"), UInt8(ascii: "-"): signed()
        case UInt8(ascii: "("): comment()
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), 0...0x20: skip()
        default: false
        }
      guard isRead else { return nil }
    }
    guard fields.year != nil, fields.month != nil, fields.day != nil else { return nil }
    return fields
  }

  private mutating func skip() -> Bool {
    scanner.skip()
    return true
  }

  private mutating func number() -> Bool {
    var attempt = scanner
    if !hasTime, attempt.time(into: &fields) {
      scanner = attempt
      hasTime = true
      return true
    }
    guard let number = scanner.number(upTo: 4) else { return false }
    if fields.day == nil, number.digits <= 2 {
      fields.day = number.value
      skipOrdinalEnding()
    } else if fields.year == nil {
      fields.year = DateFields.fullYear(number.value, digits: number.digits)
    } else if !hasTime, number.digits == 4 {
      // `20 Jan 2024 0930`
      (fields.hour, fields.minute) = (number.value / 100, number.value % 100)
      hasTime = true
    } else {
      return false
    }
    return true
  }

  /// The `st` of `1st`.
  private mutating func skipOrdinalEnding() {
    var attempt = scanner
    let ending = String(decoding: attempt.word(), as: UTF8.self)
    if ["st", "nd", "rd", "th"].contains(ending) { scanner = attempt }
  }

  private mutating func word() -> Bool {
    var attempt = scanner
    let word = attempt.word()
    let text = String(decoding: word, as: UTF8.self)
    if hasTime, text == "am" || text == "pm" {
      fields.hour = fields.hour % 12 + (text == "pm" ? 12 : 0)
    } else if hasTime, !hasZone, !DateNames.isWeekday(word), DateNames.month(word) == nil {
      return zone()
    } else if fields.month == nil, let month = DateNames.month(word) {
      fields.month = month
    } else if text == "of" || text == "at" || text == "on" || DateNames.isWeekday(word) {
      // `Saturday the 20th of January 2024 at 09:00` needs no more than this.
    } else {
      return false
    }
    scanner = attempt
    return true
  }

  private mutating func zone() -> Bool {
    guard let offset = scanner.zoneOffset() else { return false }
    fields.zoneOffsetSeconds = offset
    hasZone = true
    return true
  }

  /// A zone after a time; before it a hyphen as in `20-Jan-2024`.
  private mutating func signed() -> Bool {
    guard hasTime, fields.month != nil, fields.day != nil else { return skip() }
    var attempt = scanner
    if let offset = attempt.zoneOffset() {
      fields.zoneOffsetSeconds = offset
      hasZone = true
      scanner = attempt
      return true
    }
    return skip()
  }

  /// The `(UTC)` that some mailers put behind a date.
  private mutating func comment() -> Bool {
    while let byte = scanner.peek, byte != UInt8(ascii: ")") { scanner.skip() }
    return skip()
  }
}
