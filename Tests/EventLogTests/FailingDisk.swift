import EventLog
import Glibc
import Synchronization

/// The real disk, of whose syncs of segments one fails.
final class FailingDisk: Disk {
  private let disk = LocalDisk()
  private let remaining: Mutex<Int>

  /// - Parameter number: Which sync fails, from 1; later ones succeed again, as on Linux.
  init(failingSync number: Int) { remaining = Mutex(number) }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    let file = try disk.open(path, mode)
    return path.hasSuffix(".jsonl") ? FailingFile(file, self) : file
  }

  func exists(_ path: String) -> Bool { disk.exists(path) }
  func names(in folder: String) throws(SystemError) -> [String] { try disk.names(in: folder) }
  func createFolder(_ path: String) throws(SystemError) { try disk.createFolder(path) }
  func syncFolder(_ path: String) throws(SystemError) { try disk.syncFolder(path) }
  func rename(_ path: String, to target: String) throws(SystemError) {
    try disk.rename(path, to: target)
  }
  func remove(_ path: String) throws(SystemError) { try disk.remove(path) }

  fileprivate func syncFails() -> Bool {
    remaining.withLock {
      $0 -= 1
      return $0 == 0
    }
  }
}

/// Hands everything on to the real file, but for the sync that fails.
private final class FailingFile: DiskFile {
  private let file: any DiskFile
  private let disk: FailingDisk

  init(_ file: any DiskFile, _ disk: FailingDisk) {
    self.file = file
    self.disk = disk
  }

  var path: String { file.path }
  func size() throws(SystemError) -> Int { try file.size() }
  func read(
    _ count: Int, at offset: Int, appendingTo buffer: inout [UInt8]
  ) throws(SystemError) -> Int { try file.read(count, at: offset, appendingTo: &buffer) }
  func write(_ bytes: [UInt8], at offset: Int) throws(SystemError) {
    try file.write(bytes, at: offset)
  }
  func truncate(to size: Int) throws(SystemError) { try file.truncate(to: size) }
  func syncData() throws(SystemError) {
    guard !disk.syncFails() else {
      throw SystemError(operation: "fdatasync", path: path, code: EIO)
    }
    try file.syncData()
  }
  func sync() throws(SystemError) { try file.sync() }
  func mapped() throws(SystemError) -> MappedBytes { try file.mapped() }
  func tryLock() throws(SystemError) -> Bool { try file.tryLock() }
  func isLockedElsewhere() -> Bool { file.isLockedElsewhere() }
}
