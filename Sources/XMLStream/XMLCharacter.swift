/// Which bytes and characters XML 1.0 allows where.
enum XMLCharacter {
  /// Production 2.
  static func isAllowed(_ number: UInt32) -> Bool {
    switch number {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// Whether U+FFFE or U+FFFF stands at an offset: the only characters of three bytes in valid UTF-8
  /// that production 2 leaves out.
  static func isNoncharacter(_ bytes: ByteWindow, at offset: Int) -> Bool {
    offset + 2 < bytes.end && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBF
      && bytes[offset + 2] >= 0xBE
  }

  /// Whether one of U+0080 to U+009F stands at an offset.
  static func isLegacy(_ bytes: ByteWindow, at offset: Int) -> Bool {
    offset + 1 < bytes.end && bytes[offset] == 0xC2 && bytes[offset + 1] < 0xA0
  }

  /// Whether a control character is none of the three that XML allows.
  @inline(__always)
  static func isIllegalControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  /// A letter, `_` or `:`; a byte of a longer character counts, and is looked at elsewhere.
  @inline(__always)
  static func isNameStart(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  @inline(__always)
  static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Productions 4 and 4a for the characters beyond ASCII.
  static func isNameScalar(_ scalar: Unicode.Scalar, atStart: Bool) -> Bool {
    switch scalar.value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
      0x1_0000...0xE_FFFF:
      true
    case 0xB7, 0x300...0x36F, 0x203F...0x2040: !atStart
    default: false
    }
  }
}
