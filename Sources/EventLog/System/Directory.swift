import Glibc

/// The few things that the log does with folders.
enum Directory {
  /// Creates a folder and those above it, each made durable in the one that holds it.
  static func create(_ path: String) throws(SystemError) {
    if exists(path) { return }
    let parent = parent(of: path)
    if parent != path { try create(parent) }
    guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else {
      throw SystemError("create the folder", path)
    }
    try sync(parent)
  }

  /// Makes the names in a folder durable; the corresponding C function is `fsync`.
  static func sync(_ path: String) throws(SystemError) {
    try File(path, .read).sync()
  }

  /// Whether there is anything at `path`.
  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The names in a folder, sorted; none where there is no folder.
  static func names(in path: String) throws(SystemError) -> [String] {
    guard let directory = unsafe opendir(path) else {
      if errno == ENOENT { return [] }
      throw SystemError("list", path)
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

  /// Puts a file in the place of another at once; the corresponding C function is `rename`.
  static func rename(_ from: String, to: String) throws(SystemError) {
    guard unsafe Glibc.rename(from, to) == 0 else { throw SystemError("rename", from) }
  }

  /// Writes a small file so that it is there whole or not at all, and durable on return.
  static func writeAtomically(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let temporary = path + ".tmp"
    do {
      let file = try File(temporary, .replace)
      try file.write(bytes, at: 0)
      try file.sync()
    }
    try rename(temporary, to: path)
    try sync(parent(of: path))
  }

  /// The folder that holds `path`.
  static func parent(of path: String) -> String {
    let trimmed =
      path.utf8.last == UInt8(ascii: "/") && path.utf8.count > 1
      ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
