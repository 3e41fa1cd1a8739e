import CSystem
import Crypto

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
    self = unsafe bytes.withUnsafeBytes { buffer in
      unsafe EventHash(sha256Of: UnsafeRawBufferPointer(rebasing: buffer[range]))
    }
  }

  /// The SHA-256 of the UTF-8 of `text`.
  init(sha256Of text: String) {
    var text = text
    self = text.withUTF8 { utf8 in unsafe EventHash(sha256Of: UnsafeRawBufferPointer(utf8)) }
  }

  private init(sha256Of bytes: UnsafeRawBufferPointer) {
    var hash = SHA256()
    unsafe hash.update(bufferPointer: bytes)
    self = unsafe hash.finalize().withUnsafeBytes { digest in
      func word(_ index: Int) -> UInt64 {
        unsafe UInt64(
          littleEndian: digest.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))
      }
      return EventHash(word(0), word(1), word(2), word(3))
    }
  }
}
