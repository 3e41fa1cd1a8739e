/// Eight bytes of a text at once, so that what holds nothing of interest is passed over quickly.
///
/// A test may find a byte that is not there after one that is, and never overlooks one: whoever
/// gets an answer looks at the bytes one by one.
struct ByteWord {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  let bits: UInt64

  /// The eight bytes from an index on, which have to be there.
  init(_ source: Span<UInt8>, at index: Int) {
    bits = unsafe source.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether one of its bytes is a given one.
  func contains(_ byte: UInt8) -> Bool { has(byte) != 0 }

  /// Whether one of its bytes is among three given ones.
  func contains(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    has(first) | has(second) | has(third) != 0
  }

  /// Whether one of its bytes is below the space.
  var containsControl: Bool { (bits &- Self.ones &* 0x20) & ~bits & Self.high != 0 }

  /// Whether two of its bytes in a row are spaces.
  var containsTwoSpaces: Bool {
    let difference = bits ^ (Self.ones &* 0x20)
    let spaces = ~(((difference & ~Self.high) &+ ~Self.high) | difference | ~Self.high)
    return spaces & spaces >> 8 != 0
  }

  private func has(_ byte: UInt8) -> UInt64 {
    let difference = bits ^ (Self.ones &* UInt64(byte))
    return (difference &- Self.ones) & ~difference & Self.high
  }
}
