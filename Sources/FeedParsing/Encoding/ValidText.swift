/// Bytes that are known to be UTF-8, of which any part becomes a string without being checked again.
///
/// Each entry keeps its own characters, so without this every byte of a feed would be validated
/// twice, which took a tenth of the time of a parse.
@safe
struct ValidText {
  let bytes: [UInt8]
  private let isValid: Bool

  /// Takes bytes that a look at all of them has judged.
  init(_ bytes: [UInt8], checked verdict: UTF8Check.Verdict) {
    self.bytes = bytes
    isValid = verdict != .invalid
  }

  /// The text of a range; a range that cuts through a character is repaired with U+FFFD.
  func string(in range: Range<Int>) -> String {
    guard isWhole(range) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    let part = bytes.span.extracting(range)
    return unsafe String(copying: UTF8Span(unchecked: part, isKnownASCII: false))
  }

  /// Whether a range is valid and cuts through no character.
  func isWhole(_ range: Range<Int>) -> Bool {
    isValid && isBoundary(range.lowerBound) && isBoundary(range.upperBound)
  }

  /// Whether a character starts at an offset, or the bytes end there.
  private func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
