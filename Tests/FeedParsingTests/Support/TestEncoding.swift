/// How the characters of a generated document become bytes.
enum TestEncoding: CaseIterable {
  case utf8, utf8WithMark
  case utf16LittleEndian, utf16BigEndian, utf16LittleEndianWithMark, utf16BigEndianWithMark
  case utf32LittleEndian, utf32BigEndian, utf32LittleEndianWithMark, utf32BigEndianWithMark
  case windows1252

  func encode(_ text: String) -> [UInt8] {
    switch self {
    case .utf8: Array(text.utf8)
    case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
    case .utf16LittleEndian: Self.utf16(text, isBig: false)
    case .utf16BigEndian: Self.utf16(text, isBig: true)
    case .utf16LittleEndianWithMark: Self.utf16("\u{FEFF}" + text, isBig: false)
    case .utf16BigEndianWithMark: Self.utf16("\u{FEFF}" + text, isBig: true)
    case .utf32LittleEndian: Self.utf32(text, isBig: false)
    case .utf32BigEndian: Self.utf32(text, isBig: true)
    case .utf32LittleEndianWithMark: Self.utf32("\u{FEFF}" + text, isBig: false)
    case .utf32BigEndianWithMark: Self.utf32("\u{FEFF}" + text, isBig: true)
    case .windows1252: text.unicodeScalars.map { Self.byte(of: $0) ?? UInt8(ascii: "?") }
    }
  }

  private static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  private static func utf32(_ text: String, isBig: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let bytes = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0)) }
      return isBig ? bytes : bytes.reversed()
    }
  }

  /// The byte of a character in windows-1252; nil where it has none that means the same everywhere.
  static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF: UInt8(scalar.value)
    default: typography[scalar]
    }
  }

  /// What windows-1252 has between 0x80 and 0x9F of that which our texts use.
  static let typography: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96, "—": 0x97,
  ]
}
