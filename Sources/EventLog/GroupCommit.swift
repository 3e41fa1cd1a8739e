/// Lets many tasks append to one log, and makes what they appended durable together.
///
/// There is no timer: while one sync runs, whoever appends has his events encoded, hashed and
/// written, and the next sync covers all of them. A single appender waits for one sync an append, as
/// without it.
public actor GroupCommit {
  private let writer: LogWriter
  private let syncs = SyncQueue()
  private let dataLimit: Int

  public init(_ writer: sending LogWriter) {
    dataLimit = writer.dataLimit
    self.writer = writer
  }

  /// The last event written, durable or not.
  public var head: LogPosition { writer.head }

  /// Appends events and returns when they are durable; a batch is refused or taken as one.
  ///
  /// The caller's task encodes the events before it waits for its turn.
  ///
  /// - Throws: ``EventLogError``, ``SystemError``. After a failed sync every append that waits, and
  ///   every later one, fails: the next opening of the log recovers.
  @discardableResult
  public nonisolated func append(
    _ events: [Event], expecting head: ExpectedHead = .any
  ) async throws -> Appended {
    try await append(LineBatch(events, limit: dataLimit), expecting: head)
  }

  private func append(
    _ batch: consuming LineBatch, expecting head: ExpectedHead
  ) async throws -> Appended {
    let appended = try writer.write(batch, expecting: head)
    let commit = try writer.beginCommit()
    if writer.durable.sequence < commit.position.sequence {
      try writer.endCommit(commit, await syncs.sync(commit.file))
    }
    return appended
  }
}
