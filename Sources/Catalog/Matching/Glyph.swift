/// What a character of a text is to a matcher.
enum Glyph {
  /// White space or a dash: one space, however many there are.
  case gap
  /// Accents, soft hyphens and marks of direction: nothing.
  case nothing
  /// Any kind of apostrophe, or a single quotation mark, which looks the same.
  case apostrophe
  /// `&`, which reads as the word "and".
  case ampersand
  /// Punctuation and symbols that end a word.
  case mark
  /// Small Latin letters.
  case letters([UInt8])
  /// A letter of another script, as it is.
  case other

  /// Sorts any character.
  init(any scalar: UInt32) {
    self = scalar < 0x80 ? ASCIIFolding.glyph(UInt8(scalar)) : Glyph(scalar)
  }

  /// Sorts a character that is not ASCII.
  init(_ scalar: UInt32) {
    if let letters = LatinLetters.folded(scalar) {
      self = .letters(letters)
      return
    }
    switch scalar {
    case 0x80...0xFF: self = Self.latin(scalar)
    case 0x300...0x36F: self = .nothing
    case 0x2B9, 0x2BB, 0x2BC: self = .apostrophe
    case 0x1680, 0x3000: self = .gap
    case 0x2000...0x2BFF: self = Self.general(scalar)
    case 0xFE58, 0xFE63, 0xFF0D: self = .gap
    case 0xFF06: self = .ampersand
    case 0xFEFF, 0xFE00...0xFE0F: self = .nothing
    case 0x3001...0x303F, 0x1F000...0x1FAFF: self = .mark
    default: self = .other
    }
  }

  /// Latin-1 beyond its letters, where most is punctuation.
  private static func latin(_ scalar: UInt32) -> Glyph {
    switch scalar {
    case 0x85, 0xA0: .gap
    case 0xAD: .nothing
    case 0xAA: .letters([UInt8(ascii: "a")])
    case 0xBA: .letters([UInt8(ascii: "o")])
    case 0xB4: .apostrophe
    default: .mark
    }
  }

  /// General punctuation and the symbols after it, U+2000 to U+2BFF.
  private static func general(_ scalar: UInt32) -> Glyph {
    switch scalar {
    case 0x2000...0x200A, 0x2010...0x2015, 0x2028, 0x2029, 0x202F, 0x205F, 0x2212: .gap
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064: .nothing
    case 0x2018, 0x2019, 0x201B, 0x2032: .apostrophe
    default: .mark
    }
  }
}
