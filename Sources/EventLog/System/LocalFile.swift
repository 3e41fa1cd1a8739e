import CSystem
import Glibc

/// An open file of this machine's file system.
package final class LocalFile: DiskFile {
  package let path: String
  private let descriptor: CInt

  /// Opens a file; the corresponding C function is `open`.
  package convenience init(_ path: String, _ mode: OpenMode) throws(SystemError) {
    let flags =
      switch mode {
      case .read: O_RDONLY
      case .readWrite: O_RDWR
      case .create: O_RDWR | O_CREAT
      case .replace: O_RDWR | O_CREAT | O_TRUNC
      }
    try self.init(path, flags: flags, permissions: 0o644)
  }

  /// Opens a file where there was nothing, not even a link, for its owner alone.
  convenience init(creatingAlone path: String) throws(SystemError) {
    try self.init(path, flags: O_RDWR | O_CREAT | O_EXCL, permissions: 0o600)
  }

  private init(_ path: String, flags: CInt, permissions: mode_t) throws(SystemError) {
    self.path = path
    descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, permissions)
    guard descriptor >= 0 else { throw SystemError("open", path) }
  }

  deinit { close(descriptor) }

  /// Its size in bytes; the corresponding C function is `fstat`.
  package func size() throws(SystemError) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError("read", path) }
    return Int(status.st_size)
  }

  /// Appends at most `count` bytes from `offset` on to `buffer` and returns how many there were.
  ///
  /// Fewer than `count` means the end of the file; the corresponding C function is `pread`.
  package func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int {
    let start = buffer.count
    try buffer.append(addingCapacity: count) { added throws(SystemError) in
      try unsafe added.withUnsafeMutableBufferPointer { bytes, done throws(SystemError) in
        while done < count {
          let result = unsafe pread(
            descriptor, bytes.baseAddress?.advanced(by: done), count - done, off_t(offset + done))
          if result < 0, errno == EINTR { continue }
          guard result >= 0 else {
            done = 0
            throw SystemError("read", path)
          }
          guard result > 0 else { break }
          done += result
        }
      }
    }
    return buffer.count - start
  }

  /// Writes all of `bytes` at `offset`; the corresponding C function is `pwrite`.
  ///
  /// - Throws: ``SystemError`` with part of the bytes perhaps written; the caller cuts them off.
  package func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
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
  package func truncate(to size: Int) throws(SystemError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw SystemError("truncate", path) }
  }

  /// Returns when the contents are on the device; the corresponding C function is `fdatasync`.
  package func syncData() throws(SystemError) {
    guard fdatasync(descriptor) == 0 else { throw SystemError("fdatasync", path) }
  }

  /// Returns when contents and metadata are on the device; the corresponding C function is `fsync`.
  package func sync() throws(SystemError) {
    guard fsync(descriptor) == 0 else { throw SystemError("fsync", path) }
  }

  /// The corresponding C function is `fcntl` with `F_OFD_SETLK`.
  package func tryLock() throws(SystemError) -> Bool {
    if presslog_lock_exclusive(descriptor) == 0 { return true }
    guard errno == EAGAIN || errno == EACCES else { throw SystemError("lock", path) }
    return false
  }

  /// The corresponding C function is `fcntl` with `F_OFD_GETLK`.
  package func isLockedElsewhere() -> Bool { presslog_is_locked(descriptor) != 0 }
}
