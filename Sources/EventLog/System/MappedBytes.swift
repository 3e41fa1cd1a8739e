import CSystem
import Glibc

/// The bytes of a file that never changes, mapped into memory: only the pages that are looked at
/// are read.
@safe
package final class MappedBytes {
  package let count: Int
  private let address: UnsafeMutableRawPointer?
  private let isMapped: Bool

  /// Maps `count` bytes of an open file; the corresponding C function is `mmap`.
  init(mapping descriptor: CInt, count: Int, _ path: String) throws(SystemError) {
    var mapped: UnsafeMutableRawPointer?
    if count > 0 {  // an empty file cannot be mapped
      unsafe mapped = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0)
      guard unsafe mapped != MAP_FAILED else { throw SystemError("map", path) }
    }
    self.count = count
    unsafe address = mapped
    isMapped = true
  }

  /// A copy of bytes that are in memory already.
  package init(copying bytes: [UInt8]) {
    count = bytes.count
    isMapped = false
    guard !bytes.isEmpty else {
      unsafe address = nil
      return
    }
    let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count, alignment: 8)
    unsafe copy.copyMemory(from: bytes, byteCount: bytes.count)
    unsafe address = copy
  }

  deinit {
    guard let address = unsafe address else { return }
    if isMapped { unsafe munmap(address, count) } else { unsafe address.deallocate() }
  }

  /// The little-endian number at `offset`.
  func number(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count, "offset \(offset) is outside of the file")
    guard let address = unsafe address else { preconditionFailure("an empty file has no numbers") }
    let value = unsafe address.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: value)
  }

  /// The CRC-32C of some of the bytes.
  func checksum(in range: Range<Int>) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "outside of the file")
    guard let address = unsafe address else { return 0 }
    return unsafe presslog_crc32c(0, address + range.lowerBound, range.count)
  }
}
