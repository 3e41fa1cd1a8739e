/// Judges 32 bytes of UTF-8 at once, by comparing each with the three before it.
///
/// A byte must continue a character exactly where one, two or three bytes before it stands the lead
/// of a character of at least two, three or four bytes; the few pairs that are forbidden besides are
/// compared by value (Unicode 16, table 3-7). So nothing branches on the text.
enum UTF8Block {
  /// How many bytes are judged at once.
  static let length = 32

  private typealias Bytes = SIMD32<UInt8>
  /// The same 32 bytes; what combines bits has vector instructions for this type only.
  private typealias Words = SIMD4<UInt64>

  /// Whether the block at an offset is nothing but ASCII.
  @inline(__always)
  static func isASCII(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let words = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Words.self)
    return isZero(words & Words(repeating: 0x8080_8080_8080_8080))
  }

  /// Whether the block at an offset goes on rightly from the bytes before it, of which there must be
  /// three; its own last character may be open.
  @inline(__always)
  static func isValid(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    let this = unsafe load(bytes, at: offset)
    let before = unsafe load(bytes, at: offset - 1)
    let second = unsafe load(bytes, at: offset - 2)
    let third = unsafe load(bytes, at: offset - 3)
    let mustContinue = atLeast(0xC0, before) | atLeast(0xE0, second) | atLeast(0xF0, third)
    let isLead = atLeast(0xC0, this)
    let continues = atLeast(0x80, this) ^ isLead
    var errors = mustContinue ^ continues
    errors |= isLead & (atLeast(0xC2, this) ^ atLeast(0xF5, this) ^ ones)
    let isMiddle = atLeast(0x90, this)
    let isHigh = atLeast(0xA0, this)
    errors |= equal(0xE0, before) & (isHigh ^ ones)
    errors |= equal(0xED, before) & isHigh
    errors |= equal(0xF0, before) & (isMiddle ^ ones)
    errors |= equal(0xF4, before) & isMiddle
    return isZero(errors)
  }

  /// Copies a block.
  @inline(__always)
  static func copy(
    _ bytes: UnsafeRawBufferPointer, at offset: Int,
    to target: UnsafeMutableRawBufferPointer, at place: Int
  ) {
    let words = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Words.self)
    unsafe target.storeBytes(of: words, toByteOffset: place, as: Words.self)
  }

  /// How many bytes before an offset belong to a character that goes on behind it.
  static func openBytes(_ bytes: UnsafeRawBufferPointer, before offset: Int) -> Int {
    for length in 1...3 {
      let byte = unsafe bytes[offset - length]
      if byte < 0x80 { return 0 }
      if byte >= 0xC0 {
        let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return whole > length ? length : 0
      }
    }
    return 0
  }

  @inline(__always)
  private static func load(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Bytes {
    unsafe bytes.loadUnaligned(fromByteOffset: offset, as: Bytes.self)
  }

  /// All bits set in each byte that is a certain one.
  @inline(__always)
  private static func equal(_ value: UInt8, _ bytes: Bytes) -> Words {
    unsafe unsafeBitCast(bytes .== Bytes(repeating: value), to: Words.self)
  }

  /// All bits set in each byte that is not less than a certain one.
  @inline(__always)
  private static func atLeast(_ value: UInt8, _ bytes: Bytes) -> Words {
    unsafe unsafeBitCast(bytes .>= Bytes(repeating: value), to: Words.self)
  }

  private static var ones: Words {
    @inline(__always) get { Words(repeating: .max) }
  }

  @inline(__always)
  private static func isZero(_ words: Words) -> Bool {
    let half = words.lowHalf | words.highHalf
    return half[0] | half[1] == 0
  }
}
