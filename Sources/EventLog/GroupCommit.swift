/// Lets many tasks append to one log, and makes what they appended durable together.
///
/// There is no timer: while one sync runs, whoever appends has his events hashed and written, and
/// the next sync covers all of them. A single appender waits for one sync an append, as without it.
public actor GroupCommit {
  private let writer: LogWriter
  private let syncs = SyncQueue()

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
    let commit = try writer.beginCommit()
    if writer.durable.sequence < commit.position.sequence {
      try writer.endCommit(commit, await syncs.sync(commit.file))
    }
    return appended
  }
}
