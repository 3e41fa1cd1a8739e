import Synchronization

/// The segment that is written, whose sync fails once and for all.
///
/// Linux tells a failed write-back once to each open file and then calls the pages clean: a second
/// sync would succeed and lie. So syncs wait for one another, and after one failed all fail.
final class SegmentFile: Sendable {
  let file: any DiskFile
  private let failure = Mutex<SystemError?>(nil)

  init(_ file: any DiskFile) { self.file = file }

  /// Returns when everything that was written before the call is on the device.
  func sync() throws(SystemError) {
    try failure.withLock { failure throws(SystemError) in
      if let failure { throw failure }
      do throws(SystemError) {
        try file.syncData()
      } catch {
        failure = error
        throw error
      }
    }
  }
}
