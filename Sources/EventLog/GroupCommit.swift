import Dispatch

/// Lets many tasks append to one log, and makes what they appended durable together.
///
/// There is no timer: while one sync runs, whoever appends has his events hashed and written, and
/// the next sync covers all of them. A single appender waits for one sync an append, as without it.
public actor GroupCommit {
  private let writer: LogWriter
  private let disk = DispatchQueue(label: "presslog.sync")
  private var isSyncing = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  public init(_ writer: sending LogWriter) { self.writer = writer }

  /// The last event written, durable or not.
  public var head: LogPosition { writer.head }

  /// Appends events and returns when they are durable; a batch is refused or taken as one.
  ///
  /// - Throws: ``EventLogError``, ``SystemError``. After a failed sync every append that waits, and
  ///   every later one, fails: the next opening of the log recovers.
  @discardableResult
  public func append(
    _ events: [Event], expecting head: ExpectedHead = .any
  ) async throws -> Appended {
    let appended = try writer.write(events, expecting: head)
    try await makeDurable(writer.head.sequence)
    return appended
  }

  private func makeDurable(_ sequence: Int) async throws {
    while writer.durable.sequence < sequence {
      if isSyncing {
        await withCheckedContinuation { waiting.append($0) }
      } else {
        isSyncing = true
        defer {
          isSyncing = false
          for continuation in waiting { continuation.resume() }
          waiting.removeAll()
        }
        let commit = try writer.beginCommit()
        try writer.endCommit(commit, await sync(commit.file))
      }
    }
  }

  /// Syncs on a thread of its own: the ones that run tasks are not for waiting.
  private func sync(_ file: SegmentFile) async -> Result<Void, SystemError> {
    await withCheckedContinuation { continuation in
      disk.async {
        do throws(SystemError) {
          try file.sync()
          continuation.resume(returning: .success(()))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
  }
}
