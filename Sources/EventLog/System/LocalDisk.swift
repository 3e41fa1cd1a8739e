import Glibc

/// The file system of this machine.
package struct LocalDisk: Disk {
  package init() {}

  /// The corresponding C function is `open`.
  package func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    try LocalFile(path, mode)
  }

  /// The corresponding C function is `access`.
  package func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
  }

  /// The corresponding C functions are `opendir` and `readdir`.
  package func names(in folder: String) throws(SystemError) -> [String] {
    guard let directory = unsafe opendir(folder) else {
      if errno == ENOENT { return [] }
      throw SystemError("list", folder)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while true {
      errno = 0  // the only way in which readdir tells a failure from the end
      guard let entry = unsafe readdir(directory) else { break }
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError("list", folder) }
    return names.sorted()
  }

  /// What a symbolic link says; nil where there is none.
  ///
  /// The corresponding C function is `readlink`.
  package func target(ofLink path: String) throws(SystemError) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe characters.baseAddress.map { unsafe readlink(path, $0, characters.count) } ?? -1
      }
    }
    guard count >= 0 else {
      if errno == ENOENT || errno == EINVAL || errno == ENOTDIR { return nil }
      throw SystemError("read", path)
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// The corresponding C function is `mkdir`, with permissions 0755.
  package func createFolder(_ path: String) throws(SystemError) {
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw SystemError("create the folder", path)
    }
  }

  /// The corresponding C function is `fsync`.
  package func syncFolder(_ path: String) throws(SystemError) {
    try LocalFile(path, .read).sync()
  }

  /// The corresponding C function is `rename`.
  package func rename(_ path: String, to target: String) throws(SystemError) {
    guard unsafe Glibc.rename(path, target) == 0 else { throw SystemError("rename", path) }
  }

  /// The corresponding C function is `unlink`.
  package func remove(_ path: String) throws(SystemError) {
    guard unsafe unlink(path) == 0 || errno == ENOENT else { throw SystemError("remove", path) }
  }
}
