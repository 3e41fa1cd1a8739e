import EventLog
import Glibc
import Synchronization

/// A disk that stops at its nth change, as if the process were killed there: of a write half the
/// bytes arrive, and from then on every change fails.
final class StoppingDisk: Disk {
  private let disk = LocalDisk()
  private let counter: ChangeCounter

  /// Stops at the change with this number, from 0; nil never stops.
  init(at change: Int?) { counter = ChangeCounter(change) }

  /// How many changes were asked for.
  var changes: Int { counter.count }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    if mode == .replace || (mode == .create && !disk.exists(path)) { try counter.pass(path) }
    return StoppingFile(try disk.open(path, mode), counter)
  }

  func exists(_ path: String) -> Bool { disk.exists(path) }
  func names(in folder: String) throws(SystemError) -> [String] { try disk.names(in: folder) }

  func createFolder(_ path: String) throws(SystemError) {
    try counter.pass(path)
    try disk.createFolder(path)
  }

  func syncFolder(_ path: String) throws(SystemError) {
    try counter.pass(path)
    try disk.syncFolder(path)
  }

  func rename(_ path: String, to target: String) throws(SystemError) {
    try counter.pass(path)
    try disk.rename(path, to: target)
  }

  func remove(_ path: String) throws(SystemError) {
    try counter.pass(path)
    try disk.remove(path)
  }
}

/// Counts changes and refuses those from a given one on.
final class ChangeCounter: Sendable {
  private let limit: Int?
  private let passed = Mutex(0)

  init(_ limit: Int?) { self.limit = limit }

  var count: Int { passed.withLock { $0 } }

  func pass(_ path: String) throws(SystemError) {
    let number = passed.withLock { count in
      count += 1
      return count - 1
    }
    if let limit, number >= limit { throw SystemError(operation: "change", path: path, code: EIO) }
  }
}

/// A file of a ``StoppingDisk``.
final class StoppingFile: DiskFile {
  private let file: any DiskFile
  private let counter: ChangeCounter

  init(_ file: any DiskFile, _ counter: ChangeCounter) {
    self.file = file
    self.counter = counter
  }

  var path: String { file.path }

  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    do throws(SystemError) {
      try counter.pass(path)
    } catch {
      try file.write(Array(bytes.prefix(bytes.count / 2)), at: offset)
      throw error
    }
    try file.write(bytes, at: offset)
  }

  func truncate(to size: Int) throws(SystemError) {
    try counter.pass(path)
    try file.truncate(to: size)
  }

  func syncData() throws(SystemError) {
    try counter.pass(path)
    try file.syncData()
  }

  func sync() throws(SystemError) {
    try counter.pass(path)
    try file.sync()
  }

  func size() throws(SystemError) -> Int { try file.size() }
  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int { try file.read(count, at: offset, appendingTo: &buffer) }
  func mapped() throws(SystemError) -> MappedBytes { try file.mapped() }
  func tryLock() throws(SystemError) -> Bool { try file.tryLock() }
  func isLockedElsewhere() -> Bool { file.isLockedElsewhere() }
}
