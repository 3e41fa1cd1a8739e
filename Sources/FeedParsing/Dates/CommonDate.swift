/// The two forms that nearly all dates of feeds have, read without a detour.
///
/// They are `Mon, 06 Jan 2025 07:00:00 +0000` (RFC 822 with a year of four digits, as RSS has it)
/// and `2025-01-06T07:00:00Z` (RFC 3339, as Atom has it). Nothing is allocated. What differs by as
/// much as a blank is left to ``DateReader``, which reads these forms too, and the same.
enum CommonDate {
  static func secondsSince1970(_ text: Span<UInt8>, in range: Range<Int>) -> Int64? {
    guard range.count >= 20 else { return nil }
    let isDigit = text[range.lowerBound] <= UInt8(ascii: "9")
    return isDigit ? internetDate(text, in: range) : mailDate(text, in: range)
  }

  /// `2025-01-06T07:00:00Z`, and the same with a fraction or an offset.
  private static func internetDate(_ text: Span<UInt8>, in range: Range<Int>) -> Int64? {
    let start = range.lowerBound
    guard text[start + 4] == UInt8(ascii: "-"), text[start + 7] == UInt8(ascii: "-"),
      text[start + 10] == UInt8(ascii: "T"),
      let century = twoDigits(text, at: start), let year = twoDigits(text, at: start + 2),
      let month = twoDigits(text, at: start + 5), let day = twoDigits(text, at: start + 8),
      let date = CalendarDay(year: century * 100 + year, month: month, day: day),
      let time = clock(text, at: start + 11)
    else { return nil }
    let zone = endOfFraction(text, from: start + 19, to: range.upperBound)
    guard let offset = offset(text, from: zone, to: range.upperBound) else { return nil }
    return DateFields(day: date, clock: time, offset: offset).secondsSince1970
  }

  /// `Mon, 06 Jan 2025 07:00:00 +0000`, or with a day of one digit.
  private static func mailDate(_ text: Span<UInt8>, in range: Range<Int>) -> Int64? {
    let start = range.lowerBound
    guard isLetter(text[start]), isLetter(text[start + 1]), isLetter(text[start + 2]),
      text[start + 3] == UInt8(ascii: ","), text[start + 4] == UInt8(ascii: " ")
    else { return nil }
    let hasOneDigit = text[start + 6] == UInt8(ascii: " ")
    let afterDay = start + (hasOneDigit ? 6 : 7)
    guard afterDay + 20 <= range.upperBound,
      let day = hasOneDigit ? digit(text[start + 5]) : twoDigits(text, at: start + 5),
      text[afterDay] == UInt8(ascii: " "), text[afterDay + 4] == UInt8(ascii: " "),
      text[afterDay + 9] == UInt8(ascii: " "), text[afterDay + 18] == UInt8(ascii: " "),
      let month = month(text, at: afterDay + 1),
      let century = twoDigits(text, at: afterDay + 5), century >= 10,
      let year = twoDigits(text, at: afterDay + 7),
      let date = CalendarDay(year: century * 100 + year, month: month, day: day),
      let time = clock(text, at: afterDay + 10),
      let offset = offset(text, from: afterDay + 19, to: range.upperBound)
    else { return nil }
    return DateFields(day: date, clock: time, offset: offset).secondsSince1970
  }

  /// `07:00:00`.
  private static func clock(_ text: Span<UInt8>, at index: Int) -> ClockTime? {
    guard text[index + 2] == UInt8(ascii: ":"), text[index + 5] == UInt8(ascii: ":"),
      let hour = twoDigits(text, at: index), let minute = twoDigits(text, at: index + 3),
      let second = twoDigits(text, at: index + 6)
    else { return nil }
    return ClockTime(hour: hour, minute: minute, second: second)
  }

  private static func endOfFraction(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    guard text[start] == UInt8(ascii: ".") else { return start }
    var index = start + 1
    while index < end, digit(text[index]) != nil { index += 1 }
    return index > start + 1 ? index : start
  }

  /// `Z`, `GMT`, `UTC`, `+0000` and `+00:00`, which have to be all that is left; in seconds.
  private static func offset(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    switch end - start {
    case 1: return text[start] == UInt8(ascii: "Z") ? 0 : nil
    case 3: return isUniversal(text, at: start) ? 0 : nil
    case 5, 6: break
    default: return nil
    }
    let hasColon = end - start == 6
    guard let hours = twoDigits(text, at: start + 1),
      let minutes = twoDigits(text, at: end - 2),
      !hasColon || text[start + 3] == UInt8(ascii: ":")
    else { return nil }
    switch text[start] {
    case UInt8(ascii: "+"): return DateZone.offset(hours: hours, minutes: minutes, isWest: false)
    case UInt8(ascii: "-"): return DateZone.offset(hours: hours, minutes: minutes, isWest: true)
    default: return nil
    }
  }

  private static func isUniversal(_ text: Span<UInt8>, at index: Int) -> Bool {
    let name = packed(text, at: index)
    return name == packed("g", "m", "t") || name == packed("u", "t", "c")
  }

  private static func month(_ text: Span<UInt8>, at index: Int) -> Int? {
    switch packed(text, at: index) {
    case packed("j", "a", "n"): 1
    case packed("f", "e", "b"): 2
    case packed("m", "a", "r"): 3
    case packed("a", "p", "r"): 4
    case packed("m", "a", "y"): 5
    case packed("j", "u", "n"): 6
    case packed("j", "u", "l"): 7
    case packed("a", "u", "g"): 8
    case packed("s", "e", "p"): 9
    case packed("o", "c", "t"): 10
    case packed("n", "o", "v"): 11
    case packed("d", "e", "c"): 12
    default: nil
    }
  }

  /// Three letters as one number, in lower case.
  private static func packed(_ text: Span<UInt8>, at index: Int) -> UInt32 {
    (UInt32(text[index]) << 16 | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]))
      | 0x20_20_20
  }

  private static func packed(
    _ first: Unicode.Scalar, _ second: Unicode.Scalar, _ third: Unicode.Scalar
  ) -> UInt32 {
    first.value << 16 | second.value << 8 | third.value
  }

  private static func twoDigits(_ text: Span<UInt8>, at index: Int) -> Int? {
    guard let tens = digit(text[index]), let units = digit(text[index + 1]) else { return nil }
    return tens * 10 + units
  }

  private static func digit(_ byte: UInt8) -> Int? {
    let value = byte &- 0x30
    return value <= 9 ? Int(value) : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }
}
