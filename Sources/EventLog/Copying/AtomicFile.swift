/// A file that is written in pieces and is there whole or not at all.
///
/// It grows under a temporary name, `<path>.tmp`, which goes away with the value unless ``stage()``
/// or ``finish()`` was called.
package final class AtomicFile {
  /// The bytes appended so far.
  package private(set) var size = 0

  private let path: String
  private let disk: any Disk
  private let file: any DiskFile
  private var buffer: [UInt8] = []
  private var isStaged = false

  private static let bufferSize = 1 << 20

  /// Begins an empty file.
  package init(_ path: String, on disk: any Disk = LocalDisk()) throws(SystemError) {
    self.path = path
    self.disk = disk
    file = try disk.open(Self.temporary(path), .replace)
  }

  deinit {
    // A temporary file that is left behind is overwritten by the next.
    if !isStaged { try? disk.remove(Self.temporary(path)) }
  }

  /// Adds bytes at the end.
  package func append(_ bytes: some Sequence<UInt8>) throws(SystemError) {
    let before = buffer.count
    buffer.append(contentsOf: bytes)
    size += buffer.count - before
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Returns when the bytes are on the device, still under the temporary name.
  package func stage() throws(SystemError) {
    try flush()
    try file.sync()
    isStaged = true
  }

  /// Puts the file in its place and returns when that is durable.
  package func finish() throws(SystemError) {
    try stage()
    try Self.putStaged(path, on: disk)
  }

  /// Puts a staged file in its place and returns when that is durable.
  static func putStaged(_ path: String, on disk: any Disk) throws(SystemError) {
    try disk.rename(temporary(path), to: path)
    try disk.syncFolder(Path.parent(of: path))
  }

  /// What a file is called until it is whole.
  static func temporary(_ path: String) -> String { path + ".tmp" }

  /// Writes what was appended, so that it can be read under the temporary name.
  func flush() throws(SystemError) {
    guard !buffer.isEmpty else { return }
    try file.write(buffer, at: size - buffer.count)
    buffer.removeAll(keepingCapacity: true)
  }
}
