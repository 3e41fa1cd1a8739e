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
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
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
