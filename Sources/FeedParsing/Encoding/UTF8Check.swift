/// Judges whether bytes are UTF-8, in one piece or in many.
///
/// Every byte of every feed passes here, so the bytes are judged a block at a time: a block of ASCII
/// by its highest bits, and any other by ``UTF8Block``, at the same speed whatever the script. What
/// stands at the edges of a piece goes byte by byte, and a character may be cut between two pieces.
package struct UTF8Check {
  /// What a look at all bytes says of them.
  package enum Verdict: Equatable {
    /// Only ASCII, which UTF-8 is too.
    case ascii
    /// UTF-8 with characters that are more than ASCII.
    case valid
    /// Something else, or UTF-8 that is damaged or cut off.
    case invalid
  }

  private var isASCII = true
  /// Whether anything was no UTF-8; a character that is not complete yet may become one.
  private(set) var hasError = false
  private var sequence = UTF8Sequence()

  /// A check of nothing yet, which is ASCII.
  package init() {}

  /// The verdict on whole bytes.
  package static func verdict(on bytes: Span<UInt8>) -> Verdict {
    var check = UTF8Check()
    check.consume(bytes)
    return check.verdict
  }

  /// The verdict if the document ended here.
  package var verdict: Verdict {
    hasError || !sequence.isComplete ? .invalid : isASCII ? .ascii : .valid
  }

  /// Whether all is UTF-8 but for a last character that is not complete.
  package var isCutOff: Bool { !hasError && !sequence.isComplete }

  /// Takes the bytes that follow those consumed before.
  package mutating func consume(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBytes { unsafe consume($0) }
  }

  private mutating func consume(_ bytes: UnsafeRawBufferPointer) {
    guard !hasError else { return }
    let count = bytes.count
    // A block looks back at three bytes, and what the last piece left open is closed first.
    var index = unsafe step(through: bytes, from: 0, to: min(3, count))
    while index < count, !sequence.isComplete {
      index = unsafe step(through: bytes, from: index, to: index + 1)
    }
    if !hasError, count - index >= UTF8Block.length {
      index = unsafe consumeBlocks(bytes, from: index)
    }
    _ = unsafe step(through: bytes, from: index, to: count)
  }

  /// Judges whole blocks from the start of a character on; says where the first character starts
  /// that is not judged yet.
  private mutating func consumeBlocks(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let last = bytes.count - UTF8Block.length
    var index = start
    while true {
      while index <= last, unsafe UTF8Block.isASCII(bytes, at: index) { index += UTF8Block.length }
      guard index <= last else { return index }
      isASCII = false
      // Until a block of ASCII ends the text, which must not cut a character.
      repeat {
        guard unsafe UTF8Block.isValid(bytes, at: index) else {
          hasError = true
          return bytes.count
        }
        index += UTF8Block.length
      } while unsafe index <= last && !UTF8Block.isASCII(bytes, at: index)
      let open = unsafe UTF8Block.openBytes(bytes, before: index)
      guard open == 0 || index > last else {
        hasError = true
        return bytes.count
      }
      if index > last { return index - open }
    }
  }

  /// Judges bytes one by one.
  private mutating func step(
    through bytes: UnsafeRawBufferPointer, from start: Int, to end: Int
  ) -> Int {
    for index in start..<max(start, end) {
      let byte = unsafe bytes[index]
      if byte >= 0x80 { isASCII = false }
      if !sequence.take(byte) {
        hasError = true
        return bytes.count
      }
    }
    return end
  }
}
