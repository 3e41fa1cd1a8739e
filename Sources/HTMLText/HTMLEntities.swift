/// The named and numeric character references of HTML.
public enum HTMLEntities {
  private struct Entity {
    var characters: String
    var worksWithoutSemicolon: Bool
  }

  /// The longest name is `CounterClockwiseContourIntegral`.
  private static let longestName = 32

  private static let entities: [String: Entity] = {
    var result: [String: Entity] = [:]
    result.reserveCapacity(2200)
    for table in [tableAToE, tableEToZ] {
      for entry in table.split(whereSeparator: \.isWhitespace) {
        let fields = entry.split(separator: ".")
        let isBare = fields[0].hasSuffix("!")
        var characters = String.UnicodeScalarView()
        for field in fields.dropFirst() {
          guard let scalar = UInt32(field, radix: 16).flatMap(Unicode.Scalar.init) else { continue }
          characters.append(scalar)
        }
        result[String(isBare ? fields[0].dropLast() : fields[0])] = Entity(
          characters: String(characters), worksWithoutSemicolon: isBare)
      }
    }
    return result
  }()

  /// What `&name;` stands for, absent where HTML has no such entity.
  public static func characters(of name: String) -> String? {
    entities[name]?.characters
  }

  /// Decodes all references in a text, once: `&amp;lt;` becomes `&lt;`.
  ///
  /// An ampersand that starts no reference is an ampersand. A name without its semicolon counts only
  /// where HTML allows it and no letter, digit or `=` follows, so that `?a=1&copy=2` keeps its words.
  public static func decode(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "&"), let found = reference(in: bytes.span, at: index) {
        result += found.characters.utf8
        index = found.end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The reference that starts at an ampersand, and where it ends.
  static func reference(
    in bytes: Span<UInt8>, at start: Int
  ) -> (characters: String, end: Int)? {
    let next = start + 1
    guard next < bytes.count else { return nil }
    if bytes[next] == UInt8(ascii: "#") { return numericReference(in: bytes, at: next + 1) }
    var end = next
    while end < bytes.count, end - next <= longestName, isAlphanumeric(bytes[end]) { end += 1 }
    guard end > next, let entity = entities[name(in: bytes, from: next, to: end)] else {
      return nil
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ";") { return (entity.characters, end + 1) }
    guard entity.worksWithoutSemicolon else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: "=") { return nil }
    return (entity.characters, end)
  }

  private static func name(in bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
    var name: [UInt8] = []
    name.reserveCapacity(end - start)
    for index in start..<end { name.append(bytes[index]) }
    return String(decoding: name, as: UTF8.self)
  }

  private static func numericReference(
    in bytes: Span<UInt8>, at start: Int
  ) -> (characters: String, end: Int)? {
    var index = start
    var isHexadecimal = false
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") {
      isHexadecimal = true
      index += 1
    }
    let firstDigit = index
    var number: UInt32 = 0
    while index < bytes.count, let digit = digit(bytes[index], isHexadecimal: isHexadecimal) {
      number = min(number * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    guard index > firstDigit else { return nil }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (character(reference: number), index)
  }

  /// Reads a number as HTML does: 128 to 159 are windows-1252, what is no character is U+FFFD.
  private static func character(reference number: UInt32) -> String {
    if (0x80...0x9F).contains(number) {
      let code = windows1252[Int(number) - 0x80]
      return String(Unicode.Scalar(code == 0 ? UInt16(number) : code) ?? "\u{FFFD}")
    }
    guard number != 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return String(scalar)
  }

  /// The characters of windows-1252 from 0x80 on, 0 where it has none.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
