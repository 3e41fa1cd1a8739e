import EventLog
import Glibc
import Synchronization

/// The real disk, of whose syncs of segments one fails.
final class FailingDisk: ForwardingDisk {
  let base: any Disk = LocalDisk()
  private let remaining: Mutex<Int>

  /// - Parameter number: Which sync fails, from 1; later ones succeed again, as on Linux.
  init(failingSync number: Int) { remaining = Mutex(number) }

  func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> any DiskFile {
    let file = try base.open(path, mode)
    return path.hasSuffix(".jsonl") ? File(file, self) : file
  }

  private func syncFails() -> Bool {
    remaining.withLock {
      $0 -= 1
      return $0 == 0
    }
  }

  private final class File: ForwardingFile {
    let base: any DiskFile
    private let disk: FailingDisk

    init(_ base: any DiskFile, _ disk: FailingDisk) { (self.base, self.disk) = (base, disk) }

    func syncData() throws(SystemError) {
      guard !disk.syncFails() else {
        throw SystemError(operation: "fdatasync", path: path, code: EIO)
      }
      try base.syncData()
    }
  }
}
