/// References by number, such as `&#8211;` and `&#x2013;` (HTML, section 13.2.5.80).
enum NumericReference {
  /// Appends the character whose number stands after `&#`, and says where the reference ends; absent
  /// when no digit follows.
  static func append(in source: Span<UInt8>, at start: Int, to result: inout [UInt8]) -> Int? {
    var index = start
    let isHexadecimal = index < source.count && source[index].lowercased == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    let firstDigit = index
    var number: UInt32 = 0
    while index < source.count, let digit = source[index].hexadecimalDigit,
      isHexadecimal || digit < 10
    {
      number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < source.count, source[index] == UInt8(ascii: ";") { index += 1 }
    result.append(scalar: scalar(number))
    return index
  }

  /// The character of a number as HTML has it: 128 to 159 are windows-1252, and what is no
  /// character, or none that XML can carry, is U+FFFD.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    switch number {
    case 0x09, 0x0A, 0x0D: Unicode.Scalar(UInt8(number))
    case 0x0C: " "
    case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
    case 0x80...0x9F: Unicode.Scalar(windows1252[Int(number) - 0x80]) ?? "\u{FFFD}"
    default: Unicode.Scalar(number) ?? "\u{FFFD}"
    }
  }

  /// The characters of windows-1252 from 0x80 on; five numbers have none and mean themselves.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  var hexadecimalDigit: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  mutating func append(scalar: Unicode.Scalar) {
    for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(unit) }
  }
}
