/// How ASCII is folded.
enum ASCIIFolding {
  /// For each byte the one that it folds to, or 0 where `Glyph` has to tell.
  static let table: [UInt8] = (UInt8.min...UInt8.max).map { byte in
    guard byte < 0x80 else { return 0 }
    return switch glyph(byte) {
    case .letters(let letters): letters[0]
    case .gap: UInt8(ascii: " ")
    default: 0
    }
  }

  /// What a byte is to the matcher; punctuation is a letter of its own here.
  static func glyph(_ byte: UInt8) -> Glyph {
    switch byte {
    case 0: .mark
    case 0x09...0x0D, 0x20, UInt8(ascii: "-"): .gap
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): .letters([byte | 0x20])
    default: .letters([byte])
    }
  }
}

/// Which folded bytes belong to words.
enum WordByte {
  /// Letters, digits, the underscore of handles, and everything beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

/// Reading single characters of UTF-8 that is known to be valid.
enum UTF8Scalar {
  /// How many bytes a character has that begins with a byte.
  static func length(_ lead: UInt8) -> Int {
    switch lead {
    case ..<0xC0: 1
    case ..<0xE0: 2
    case ..<0xF0: 3
    default: 4
    }
  }

  /// The character at an offset; a torn one at the end is read as far as it goes.
  static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[offset]
    let length = min(Self.length(lead), bytes.count - offset)
    guard length > 1 else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead & (0x7F >> UInt8(length)))
    for index in offset + 1..<offset + length {
      scalar = scalar << 6 | UInt32(bytes[index] & 0x3F)
    }
    return (scalar, length)
  }

  /// Whether two bytes are a combining mark, U+0300 to U+036F.
  static func isCombiningMark(_ first: UInt8, _ second: UInt8) -> Bool {
    first == 0xCC || (first == 0xCD && second < 0xB0)
  }
}
