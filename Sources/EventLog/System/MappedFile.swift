import Glibc

/// A file that never changes, mapped into memory: only the pages that are looked at are read.
@safe
struct MappedFile: ~Copyable {
  /// Its size in bytes.
  let count: Int
  private let address: UnsafeMutableRawPointer?

  /// Maps the file at `path`; the corresponding C function is `mmap`.
  init(_ path: String) throws(SystemError) {
    let file = try File(path, .read)
    let size = try file.size()
    var mapped: UnsafeMutableRawPointer?
    if size > 0 {  // an empty file cannot be mapped
      unsafe mapped = unsafe file.withDescriptor { descriptor in
        unsafe mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0)
      }
      guard unsafe mapped != MAP_FAILED else { throw SystemError("map", path) }
    }
    count = size
    unsafe address = mapped
  }

  deinit {
    if let address = unsafe address { unsafe munmap(address, count) }
  }

  /// The little-endian number at `offset`.
  func number(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset + 8 <= count, "offset \(offset) is outside of the file")
    guard let address = unsafe address else { preconditionFailure("an empty file has no numbers") }
    let value = unsafe address.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return UInt64(littleEndian: value)
  }
}
