import Synchronization

/// The segment that is written, whose sync fails once and for all.
///
/// Linux tells a failed write-back once to each open file and then calls the pages clean: a second
/// sync would succeed and lie. So syncs wait for one another, and after one failed all fail.
final class SegmentFile: Sendable {
  let file: any DiskFile
  /// The bytes that are written again at once.
  private static let chunk = 1 << 20
  private let failure = Mutex<SystemError?>(nil)

  init(_ file: any DiskFile) { self.file = file }

  /// Writes again what the file holds in a range of bytes, so that the next sync puts it on disk.
  func rewrite(from start: Int, to end: Int) throws(SystemError) {
    for offset in stride(from: start, to: end, by: Self.chunk) {
      var bytes: [UInt8] = []
      _ = try file.read(min(Self.chunk, end - offset), at: offset, appendingTo: &bytes)
      try file.write(bytes, at: offset)
    }
  }

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
