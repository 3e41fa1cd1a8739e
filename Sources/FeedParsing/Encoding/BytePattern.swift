/// What a document without a byte order mark betrays by its bytes' places (XML 1.0, appendix F.1).
///
/// The letters of markup have one zero byte in UTF-16 and three in UTF-32, always at the same places.
/// A document may start with white space or with anything else, so a window is judged, not a `<`.
enum BytePattern {
  /// How much of a document is judged; a multiple of four.
  private static let window = 1024

  /// Which encoding of UTF-16 or UTF-32 the first bytes are written in.
  static func encoding(of bytes: [UInt8]) -> CharacterEncoding? {
    let groups = min(bytes.count, window) / 4
    guard groups > 0 else { return nil }
    var zeros = [0, 0, 0, 0]
    for index in 0..<(groups * 4) where bytes[index] == 0 { zeros[index % 4] += 1 }
    return utf32(zeros, groups: groups) ?? utf16(zeros, groups: groups) ?? tag(bytes.prefix(4))
  }

  /// The highest byte is always zero, the next but for emoji and the like, the lowest hardly ever.
  private static func utf32(_ zeros: [Int], groups: Int) -> CharacterEncoding? {
    if zeros[3] == groups, zeros[2] * 4 >= groups * 3, zeros[0] * 4 <= groups { return .utf32LE }
    if zeros[0] == groups, zeros[1] * 4 >= groups * 3, zeros[3] * 4 <= groups { return .utf32BE }
    return nil
  }

  /// A quarter of the units is ASCII, as some of any feed's head is, and hardly any ends in a zero.
  private static func utf16(_ zeros: [Int], groups: Int) -> CharacterEncoding? {
    let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
    if odd * 2 >= groups, odd >= 2, even * 8 <= odd { return .utf16LE }
    if even * 2 >= groups, even >= 2, odd * 8 <= even { return .utf16BE }
    return nil
  }

  /// A `<` decides where all that follows is Chinese.
  private static func tag(_ head: ArraySlice<UInt8>) -> CharacterEncoding? {
    guard head.count == 4 else { return nil }
    let less = UInt8(ascii: "<")
    if head.elementsEqual([less, 0, 0, 0]) { return .utf32LE }
    if head.elementsEqual([0, 0, 0, less]) { return .utf32BE }
    if head.starts(with: [less, 0]), head[2] != 0, head[3] == 0 { return .utf16LE }
    if head.starts(with: [0, less]), head[2] == 0, head[3] != 0 { return .utf16BE }
    return nil
  }
}
