/// Puts a text together from parts of a valid one and single characters, without checking it again.
@safe
struct ValidTextBuilder {
  private var bytes: [UInt8] = []
  private var isValid = true

  /// The bytes so far.
  var count: Int { bytes.count }

  /// Forgets what was put together, and keeps the memory for the next text.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    isValid = true
  }

  /// Appends a part of a text; one that cuts through a character is repaired with U+FFFD in the end.
  mutating func append(_ range: Range<Int>, of text: ValidText) {
    bytes.append(contentsOf: text.bytes[range])
    isValid = isValid && text.isWhole(range)
  }

  /// Appends a character, U+FFFD for what is none.
  mutating func append(codePoint: UInt32) {
    if codePoint < 0x80 { return bytes.append(UInt8(truncatingIfNeeded: codePoint)) }
    let character = Unicode.Scalar(codePoint).flatMap(UTF8.encode)
    bytes.append(contentsOf: character ?? UTF8.encodedReplacementCharacter)
  }

  /// The text.
  var string: String {
    guard isValid else { return String(decoding: bytes, as: UTF8.self) }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: false))
  }
}
