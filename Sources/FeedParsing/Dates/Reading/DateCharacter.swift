/// One character of a date's text, by what it is there for.
struct DateCharacter {
  enum Kind: Equatable {
    case space
    /// A character that nobody sees: a byte order mark, the direction of writing.
    case nothing
    case digit(Int)
    case letter
    case mark(UInt8)
  }

  let kind: Kind
  /// A character of full width has become the one of ASCII.
  let scalar: Unicode.Scalar
  let byteCount: Int

  init(_ text: Span<UInt8>, at index: Int) {
    let (decoded, byteCount) = Self.decode(text, at: index)
    scalar = Self.narrow(decoded)
    kind = Self.kind(of: scalar)
    self.byteCount = byteCount
  }

  /// All characters of a word.
  static func scalars(_ text: Span<UInt8>, in range: Range<Int>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let character = DateCharacter(text, at: index)
      result.append(character.scalar)
      index += character.byteCount
    }
    return result
  }

  /// The same text is always read from the first byte of a character, and a String is valid UTF-8.
  private static func decode(_ text: Span<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    let first = text[index]
    guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(count))
    let end = min(index + count, text.count)
    for next in index + 1..<end { value = value << 6 | UInt32(text[next] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", end - index)
  }

  /// East Asian feeds write ASCII in the width of their own characters.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    guard scalar.isASCII else { return typographicKind(of: scalar) }
    switch scalar {
    case "0"..."9": return .digit(Int(scalar.value) - 0x30)
    case "a"..."z", "A"..."Z": return .letter
    // Quotation marks are what is left of a table.
    case "\u{0}"..." ", "\"": return .space
    default: return .mark(UInt8(truncatingIfNeeded: scalar.value))
    }
  }

  private static func typographicKind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE0E, 0xFE0F, 0xFEFF: .nothing
    // The small o and a of `1º` and `1ª`, also written with a degree sign.
    case 0xAA, 0xB0, 0xBA: .nothing
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63: .mark(UInt8(ascii: "-"))
    case 0xB4, 0x2018, 0x2019, 0x2BC, 0x2032: .mark(UInt8(ascii: "'"))
    case 0xB7, 0x2022, 0x2219, 0x22C5, 0x30FB: .mark(UInt8(ascii: "|"))
    case 0x2044, 0x2215: .mark(UInt8(ascii: "/"))
    case 0x2236: .mark(UInt8(ascii: ":"))
    case 0x60C, 0x3001: .mark(UInt8(ascii: ","))
    case 0x3002: .mark(UInt8(ascii: "."))
    default: .letter
    }
  }

  /// Chinese and Japanese characters and Korean syllables, which run on without blanks.
  var isEastAsian: Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0xAC00...0xD7A3).contains(scalar.value)
  }
}
