import Glibc

/// Words and runs of bytes at once: a loop over single bytes reads a fraction as fast.
extension [UInt8] {
  /// The first offset of `byte` in `range`; the corresponding C function is `memchr`.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { buffer in
      let slice = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      guard let base = slice.baseAddress,
        let found = unsafe memchr(base, CInt(byte), slice.count)
      else { return nil }
      return unsafe range.lowerBound + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }
  }

  /// Whether `text` stands at `offset`; the corresponding C function is `memcmp`.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    let size = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count - size else { return false }
    return unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return true }
      return unsafe memcmp(base + offset, text.utf8Start, size) == 0
    }
  }

  /// Whether the bytes in `range` are those of `text`.
  func has(_ text: String, in range: Range<Int>) -> Bool {
    guard text.utf8.count == range.count else { return false }
    return unsafe withUnsafeBytes { buffer in
      let slice = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      return unsafe text.utf8.withContiguousStorageIfAvailable { utf8 in
        guard let base = utf8.baseAddress, let start = slice.baseAddress else { return true }
        return unsafe memcmp(base, start, slice.count) == 0
      } ?? false
    }
  }

  /// The eight bytes at `offset`, the first in the lowest bits.
  func word(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset <= count - 8, "offset \(offset) is outside")
    return unsafe withUnsafeBytes { buffer in
      unsafe UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }

  /// Puts eight bytes at `offset`, the lowest first.
  mutating func store(_ word: UInt64, at offset: Int) {
    precondition(offset >= 0 && offset <= count - 8, "offset \(offset) is outside")
    unsafe withUnsafeMutableBytes { buffer in
      unsafe buffer.storeBytes(of: word.littleEndian, toByteOffset: offset, as: UInt64.self)
    }
  }

  /// Appends the bytes of `text`.
  mutating func append(_ text: StaticString) {
    unsafe append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends the bytes of a number, the lowest first.
  mutating func append<Number: FixedWidthInteger & BitwiseCopyable>(littleEndian number: Number) {
    unsafe Swift.withUnsafeBytes(of: number.littleEndian) { unsafe append(contentsOf: $0) }
  }
}
