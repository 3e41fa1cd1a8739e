import Dispatch
import Synchronization

/// Syncs the segment that is written on a thread of its own: the ones that run tasks are not for
/// waiting.
///
/// One sync answers everybody who asked before it began. The next begins as soon as it ends, if
/// somebody asked meanwhile, and waits for no other thread.
final class SyncQueue: Sendable {
  private typealias Waiting = CheckedContinuation<Result<Void, SystemError>, Never>

  private struct State {
    /// The segment that was last asked for; those before were synced when they were sealed.
    var file: SegmentFile?
    var waiting: [Waiting] = []
    var isRunning = false
  }

  private let state = Mutex(State())
  private let thread = DispatchQueue(label: "presslog.sync")

  /// Returns when everything that was written to the segment before the call is on the device.
  func sync(_ file: SegmentFile) async -> Result<Void, SystemError> {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.file = file
        state.waiting.append(continuation)
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if isIdle { thread.async { self.run() } }
    }
  }

  /// Syncs for as long as somebody waits.
  private func run() {
    while let (file, waiting) = next() {
      let result = Result { () throws(SystemError) in try file.sync() }
      for continuation in waiting { continuation.resume(returning: result) }
    }
  }

  private func next() -> (SegmentFile, [Waiting])? {
    state.withLock { state in
      guard let file = state.file, !state.waiting.isEmpty else {
        (state.file, state.isRunning) = (nil, false)
        return nil
      }
      defer { state.waiting = [] }
      return (file, state.waiting)
    }
  }
}
