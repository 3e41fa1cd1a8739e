/// Reads UTF-8 that is damaged: what is no UTF-8 is read as windows-1252, byte by byte.
///
/// The bytes come from an editor or a database that mixed two encodings up, and are Western quotation
/// marks more often than anything else. A pair of surrogates in three bytes each, which old databases
/// write for an emoji (CESU-8, Unicode Technical Report 26), is read as the character that it means.
enum UTF8Repair {
  /// How many characters of several bytes there are, and how many bytes that are no UTF-8.
  struct Tally: Equatable {
    var characters = 0
    var strayBytes = 0

    /// Whether more is UTF-8 than is not, which no text in another encoding is by chance.
    var isMostlyUTF8: Bool { characters > strayBytes }
    /// Whether so little is no UTF-8 that even a label to the contrary is wrong.
    var isSurelyUTF8: Bool { characters > 10 * strayBytes }
  }

  private static let pairLength = 6

  /// Counts through all bytes.
  static func tally(_ bytes: ArraySlice<UInt8>) -> Tally {
    unsafe bytes.withUnsafeBytes { bytes in
      var tally = Tally()
      var index = 0
      while index < bytes.count {
        if unsafe skipASCII(bytes, from: &index) { continue }
        let length = unsafe UTF8Sequence.length(at: index, in: bytes)
        if length > 1 { tally.characters += 1 }
        if length == 0 { tally.strayBytes += 1 }
        index += max(length, 1)
      }
      return tally
    }
  }

  /// Reads all bytes.
  static func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var text = DecodedText(capacity: bytes.count + bytes.count / 16)
    unsafe bytes.withUnsafeBytes { bytes in
      var (start, index) = (0, 0)
      while index < bytes.count {
        if unsafe skipASCII(bytes, from: &index) { continue }
        let length = unsafe UTF8Sequence.length(at: index, in: bytes)
        index += length
        guard length == 0 else { continue }
        unsafe text.append(bytes[start..<index])
        if let scalar = unsafe surrogatePair(bytes, at: index) {
          text.appendStray(String(scalar).utf8, count: pairLength)
          index += pairLength
        } else {
          unsafe text.appendStray(bytes[index])
          index += 1
        }
        start = index
      }
      unsafe text.append(bytes[start...])
    }
    return text
  }

  /// Goes over a block of ASCII, if one stands at an offset.
  @inline(__always)
  private static func skipASCII(_ bytes: UnsafeRawBufferPointer, from index: inout Int) -> Bool {
    guard index + UTF8Block.length <= bytes.count, unsafe UTF8Block.isASCII(bytes, at: index) else {
      return false
    }
    index += UTF8Block.length
    return true
  }

  /// The character of two surrogates of three bytes each.
  private static func surrogatePair(
    _ bytes: UnsafeRawBufferPointer, at index: Int
  ) -> Unicode.Scalar? {
    guard index + pairLength <= bytes.count, unsafe bytes[index] == 0xED,
      unsafe bytes[index + 3] == 0xED,
      let high = unsafe surrogate(bytes, at: index), (0xD800...0xDBFF).contains(high),
      let low = unsafe surrogate(bytes, at: index + 3), (0xDC00...0xDFFF).contains(low)
    else { return nil }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  /// The number in three bytes of which the first is 0xED.
  private static func surrogate(_ bytes: UnsafeRawBufferPointer, at index: Int) -> UInt32? {
    let (second, third) = unsafe (bytes[index + 1], bytes[index + 2])
    guard second & 0xC0 == 0x80, third & 0xC0 == 0x80 else { return nil }
    return 0xD000 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
  }
}
