import EventLog
import Glibc
import Synchronization

/// The real disk that stops at its nth change, as if the process were killed there: of a write half
/// the bytes arrive, and from then on every change fails.
final class StoppingDisk: ForwardingDisk {
  let base: any Disk = LocalDisk()
  private let limit: Int?
  private let passed = Mutex(0)

  /// Stops at the change with this number, from 0; nil never stops.
  init(at change: Int?) { limit = change }

  /// How many changes were asked for.
  var changes: Int { passed.withLock { $0 } }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    if mode == .replace || (mode == .create && !exists(path)) { try pass(path) }
    return File(try base.open(path, mode), self)
  }

  func createFolder(_ path: String) throws(SystemError) {
    try pass(path)
    try base.createFolder(path)
  }

  func syncFolder(_ path: String) throws(SystemError) {
    try pass(path)
    try base.syncFolder(path)
  }

  func rename(_ path: String, to target: String) throws(SystemError) {
    try pass(path)
    try base.rename(path, to: target)
  }

  func remove(_ path: String) throws(SystemError) {
    try pass(path)
    try base.remove(path)
  }

  /// Counts a change, and refuses it from the given one on.
  private func pass(_ path: String) throws(SystemError) {
    let number = passed.withLock { count in
      count += 1
      return count - 1
    }
    if let limit, number >= limit { throw SystemError(operation: "change", path: path, code: EIO) }
  }

  private final class File: ForwardingFile {
    let base: any DiskFile
    private let disk: StoppingDisk

    init(_ base: any DiskFile, _ disk: StoppingDisk) { (self.base, self.disk) = (base, disk) }

    func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
      do throws(SystemError) {
        try disk.pass(path)
      } catch {
        try base.write(Array(bytes.prefix(bytes.count / 2)), at: offset)
        throw error
      }
      try base.write(bytes, at: offset)
    }

    func truncate(to size: Int) throws(SystemError) {
      try disk.pass(path)
      try base.truncate(to: size)
    }

    func syncData() throws(SystemError) {
      try disk.pass(path)
      try base.syncData()
    }

    func sync() throws(SystemError) {
      try disk.pass(path)
      try base.sync()
    }
  }
}
