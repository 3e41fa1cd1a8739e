/// A name of up to 16 bytes in one number, ASCII letters in lower case.
///
/// The longest name of ours has ten bytes; a longer one is none of ours.
struct NameKey: Hashable {
  let bits: UInt128

  init?(_ source: Span<UInt8>, _ name: Range<Int>) {
    guard !name.isEmpty, name.count <= 16 else { return nil }
    var bits: UInt128 = 0
    for index in name {
      let byte = source[index]
      let isCapital = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
      bits = bits << 8 | UInt128(isCapital ? byte | 0x20 : byte)
    }
    self.bits = bits
  }

  init?(_ name: String) {
    let bytes = Array(name.utf8)
    self.init(bytes.span, bytes.indices)
  }

  /// A number below 2 to the power of `width`, spread well.
  func hash(width: Int) -> Int {
    let folded = UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64)
    return Int((folded &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - width))
  }
}
