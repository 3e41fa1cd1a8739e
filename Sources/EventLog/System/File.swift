import Glibc

/// An open file, closed when the value goes away.
///
/// Every method retries what a signal interrupted and completes what the kernel did in part. No
/// method retries a failed sync: Linux marks the pages clean, and a second call would lie.
struct File: ~Copyable {
  let path: String
  private let descriptor: CInt

  /// How a file is opened.
  enum Mode {
    case read
    case readWrite
    /// Created where it is missing, with permissions 0644.
    case create
    /// Created empty, whatever was there.
    case replace
    /// Created where there was nothing, not even a link, for its owner alone: permissions 0600.
    case createAlone

    fileprivate var flags: CInt {
      switch self {
      case .read: O_RDONLY | O_CLOEXEC
      case .readWrite: O_RDWR | O_CLOEXEC
      case .create: O_RDWR | O_CREAT | O_CLOEXEC
      case .replace: O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC
      case .createAlone: O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
      }
    }

    fileprivate var permissions: mode_t { self == .createAlone ? 0o600 : 0o644 }
  }

  /// Opens a file; the corresponding C function is `open`.
  init(_ path: String, _ mode: Mode) throws(SystemError) {
    self.path = path
    descriptor = unsafe open(path, mode.flags, mode.permissions)
    guard descriptor >= 0 else { throw SystemError("open", path) }
  }

  deinit { close(descriptor) }

  /// Its size in bytes; the corresponding C function is `fstat`.
  func size() throws(SystemError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError("read", path) }
    return Int(status.st_size)
  }

  /// Appends at most `count` bytes from `offset` on to `buffer` and returns how many there were.
  ///
  /// Fewer than `count` means the end of the file; the corresponding C function is `pread`.
  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    var done = 0
    while done < count {
      let result = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe pread(
          descriptor, bytes.baseAddress?.advanced(by: start + done), count - done,
          off_t(offset + done))
      }
      if result < 0, errno == EINTR { continue }
      guard result >= 0 else {
        let error = SystemError("read", path)
        buffer.removeLast(buffer.count - start)
        throw error
      }
      guard result > 0 else { break }
      done += result
    }
    buffer.removeLast(count - done)
    return done
  }

  /// The bytes of a small file.
  func contents() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try read(size(), at: 0, appendingTo: &bytes)
    return bytes
  }

  /// Writes all of `bytes` at `offset`; the corresponding C function is `pwrite`.
  ///
  /// - Throws: ``SystemError`` with part of the bytes perhaps written; the caller cuts them off.
  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let result = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done,
          off_t(offset + done))
      }
      if result < 0, errno == EINTR { continue }
      guard result > 0 else { throw SystemError("write", path) }
      done += result
    }
  }

  /// Cuts the file off after `size` bytes; the corresponding C function is `ftruncate`.
  func truncate(to size: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw SystemError("truncate", path) }
  }

  /// Returns when the contents are on the device; the corresponding C function is `fdatasync`.
  func syncData() throws(SystemError) {
    guard fdatasync(descriptor) == 0 else { throw SystemError("fdatasync", path) }
  }

  /// Returns when contents and metadata are on the device; the corresponding C function is `fsync`.
  func sync() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw SystemError("fsync", path) }
  }

  /// Lends the descriptor to a call that ``File`` has no method for.
  func withDescriptor<Result>(_ body: (CInt) throws -> Result) rethrows -> Result {
    try body(descriptor)
  }
}
