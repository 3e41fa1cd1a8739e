/// Finds where a run of ordinary characters of a quoted text ends.
extension ValidText {
  /// The first offset from `start` on of a quote, a backslash or a control character (below U+0020);
  /// the end of the text where there is none.
  ///
  /// Most of a JSON document stands in long strings, so this looks at eight bytes at a time.
  func endOfRun(from start: Int, quote: UInt8) -> Int {
    unsafe bytes.withUnsafeBytes { unsafe Self.endOfRun(in: $0, from: start, quote: quote) }
  }

  private static func endOfRun(
    in bytes: UnsafeRawBufferPointer, from start: Int, quote: UInt8
  ) -> Int {
    let quotes = UInt64(quote) &* lowBits
    var index = start
    while index + 8 <= bytes.count {
      let word = UInt64(
        littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found = zeroBytes(word ^ quotes) | zeroBytes(word ^ backslashes) | controls(word)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = unsafe bytes[index]
      if byte == quote || byte == UInt8(ascii: "\\") || byte < 0x20 { return index }
      index += 1
    }
    return index
  }

  private static let lowBits: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let backslashes: UInt64 = 0x5C5C_5C5C_5C5C_5C5C

  /// The high bit of each byte that is 0; those above the first such byte do not count.
  private static func zeroBytes(_ word: UInt64) -> UInt64 { (word &- lowBits) & ~word & highBits }

  /// The high bit of each byte below 0x20, in the same manner.
  private static func controls(_ word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & highBits
  }
}
