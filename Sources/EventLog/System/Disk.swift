/// The file operations that a log is made of.
///
/// The log reaches its files through these and no others, so that a test can put a disk under it
/// that fails, or that loses power between any two of them. ``LocalDisk`` is the real one.
package protocol Disk: Sendable {
  /// Opens a file.
  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile
  /// Whether there is anything at `path`; true where that cannot be told, so that whoever then opens
  /// it learns why. A seal that was overlooked would have its segment written to again.
  func exists(_ path: String) -> Bool
  /// The names in a folder, sorted; none where there is no folder.
  func names(in folder: String) throws(SystemError) -> [String]
  /// Creates one folder; one that is there already is no error.
  func createFolder(_ path: String) throws(SystemError)
  /// Returns when the names in a folder are on the device.
  func syncFolder(_ path: String) throws(SystemError)
  /// Puts a file in the place of another at once; durable when the folder is synced.
  func rename(_ path: String, to target: String) throws(SystemError)
  /// Takes a name away; a file that is not there is no error.
  func remove(_ path: String) throws(SystemError)
}

/// An open file of a ``Disk``, closed when nobody holds it any more.
///
/// Every method retries what a signal interrupted and completes what the system did in part. No
/// method retries a failed sync: Linux marks the pages clean, and a second call would lie.
package protocol DiskFile: AnyObject, Sendable {
  var path: String { get }
  /// Its size in bytes.
  func size() throws(SystemError) -> Int
  /// Appends at most `count` bytes from `offset` on to `buffer` and returns how many there were;
  /// fewer than `count` means the end of the file.
  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int
  /// Writes all of `bytes` at `offset`; where it throws, part of them is perhaps written, and the
  /// caller cuts it off.
  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError)
  /// Cuts the file off after `size` bytes.
  func truncate(to size: Int) throws(SystemError)
  /// Returns when the contents are on the device.
  func syncData() throws(SystemError)
  /// Returns when contents and metadata are on the device.
  func sync() throws(SystemError)
  /// Takes the lock on the file; false where another open file holds it.
  func tryLock() throws(SystemError) -> Bool
  /// Whether another open file holds the lock; true where that cannot be told.
  func isLockedElsewhere() -> Bool
}

/// How a file is opened.
package enum OpenMode: Sendable {
  case read
  case readWrite
  /// Created where it is missing, with permissions 0644.
  case create
  /// Created empty, whatever was there.
  case replace
}

extension Disk {
  /// Creates a folder and those above it, each made durable in the one that holds it.
  ///
  /// The first that is there already is made durable as well, where another is created in it:
  /// whoever created it may have been killed before it was.
  package func createFolders(_ path: String) throws(SystemError) {
    if exists(path) { return }
    let parent = Path.parent(of: path)
    if exists(parent) {
      do {
        try syncFolder(Path.parent(of: parent))
      } catch {
        // What we may not read, nobody like us has created anything in.
        guard error.isRefusal else { throw error }
      }
    } else if parent != path {
      try createFolders(parent)
    }
    try createFolder(path)
    try syncFolder(parent)
  }

  /// Creates a folder within one that must be there, and returns when its name is on disk.
  ///
  /// Where the folder above went away meanwhile, that is an error: it is not made anew.
  package func createSubfolder(_ path: String) throws(SystemError) {
    if exists(path) { return }
    try createFolder(path)
    try syncFolder(Path.parent(of: path))
  }

  /// The bytes of a small file.
  package func contents(of path: String) throws(SystemError) -> [UInt8] {
    let file = try open(path, .read)
    var bytes: [UInt8] = []
    _ = try file.read(file.size(), at: 0, appendingTo: &bytes)
    return bytes
  }

  /// Writes a file so that it is there whole or not at all, and durable on return.
  package func writeAtomically(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let temporary = path + ".tmp"
    let file = try open(temporary, .replace)
    try file.write(bytes, at: 0)
    try file.sync()
    try rename(temporary, to: path)
    try syncFolder(Path.parent(of: path))
  }
}

/// Paths as text.
package enum Path {
  /// The folder that holds `path`.
  package static func parent(of path: String) -> String {
    let trimmed =
      path.utf8.last == UInt8(ascii: "/") && path.utf8.count > 1
      ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    return slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
  }
}
