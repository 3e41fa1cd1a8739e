/// The Latin letters without their accents.
///
/// Covers what stands in names of Europe: Latin-1 Supplement and Latin Extended-A
/// (U+00C0 to U+017F), Latin Extended Additional (U+1E00 to U+1EFF) and the ligatures of
/// typesetters (U+FB00 to U+FB04). Derived from the decompositions of Unicode 15.
enum LatinLetters {
  /// The small letters that a letter stands for, or `nil` where it has none in the tables.
  ///
  /// - Parameter scalar: A code point.
  /// - Returns: One or two letters, or three, as ASCII.
  static func folded(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0xC0...0x17F: extendedA[Int(scalar - 0xC0)] ?? several[scalar]
    case 0x1E00...0x1EFF: additional[Int(scalar - 0x1E00)] ?? several[scalar]
    case 0xFB00...0xFB04: several[scalar]
    default: nil
    }
  }

  /// One letter each, and nothing for a full stop.
  private static func table(_ letters: String) -> [[UInt8]?] {
    letters.utf8.map { $0 == UInt8(ascii: ".") ? nil : [$0] }
  }

  /// U+00C0 to U+017F.
  private static let extendedA = table(
    """
    aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllll.\
    .llnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs
    """)

  /// U+1E00 to U+1EFF.
  private static let additional = table(
    """
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm\
    mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee\
    eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......
    """)

  /// The letters for which one is not enough.
  private static let several: [UInt32: [UInt8]] = [
    0xC6: Array("ae".utf8), 0xE6: Array("ae".utf8), 0xDE: Array("th".utf8),
    0xFE: Array("th".utf8), 0xDF: Array("ss".utf8), 0x132: Array("ij".utf8),
    0x133: Array("ij".utf8), 0x13F: Array("l".utf8), 0x140: Array("l".utf8),
    0x152: Array("oe".utf8), 0x153: Array("oe".utf8), 0x1E9E: Array("ss".utf8),
    0xFB00: Array("ff".utf8), 0xFB01: Array("fi".utf8), 0xFB02: Array("fl".utf8),
    0xFB03: Array("ffi".utf8), 0xFB04: Array("ffl".utf8),
  ]
}
