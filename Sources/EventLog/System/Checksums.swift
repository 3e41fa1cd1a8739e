import CSystem
import Crypto
import Glibc

/// CRC-32C (Castagnoli): finds a flipped bit; no protection against somebody who means harm.
enum CRC32C {
  /// The checksum of `bytes[range]`.
  static func checksum(of bytes: [UInt8], in range: Range<Int>) -> UInt32 {
    unsafe bytes.withUnsafeBytes { buffer in
      let slice = unsafe UnsafeRawBufferPointer(rebasing: buffer[range])
      return unsafe presslog_crc32c(0, slice.baseAddress, slice.count)
    }
  }

  /// The checksum of all of `bytes`.
  static func checksum(of bytes: [UInt8]) -> UInt32 { checksum(of: bytes, in: 0..<bytes.count) }
}

extension EventHash {
  /// The SHA-256 of `bytes[range]`.
  package init(sha256Of bytes: [UInt8], in range: Range<Int>) {
    var hash = SHA256()
    unsafe bytes.withUnsafeBytes { buffer in
      unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
    self.init(bytes: Array(hash.finalize()))
  }
}

extension [UInt8] {
  /// The first offset of `byte` in `range`; the corresponding C function is `memchr`, which reads
  /// several gigabytes a second where a loop in Swift reads a fraction of one.
  func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    unsafe withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, !range.isEmpty,
        let found = unsafe memchr(base + range.lowerBound, CInt(byte), range.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
