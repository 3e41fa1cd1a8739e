/// What whoever ingests wants to be told meanwhile.
public struct IngestObserver {
  /// A sentence about something unusual that was dealt with.
  public var notice: (String) -> Void = { _ in }
  /// Another writer holds the store; called with its process.
  public var onWait: (_ holder: Int?) -> Void = { _ in }
  /// The index is being made: events done and all.
  public var progress: (Int, Int) -> Void = { _, _ in }
  /// A source is done.
  public var report: (SourceReport) -> Void = { _ in }

  public init() {}
}

/// What stops a whole run.
public enum IngestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The log held an event under an id that the index did not know.
  case undecidable

  public var description: String {
    "the index does not agree with the log; run `presslog rebuild`, then the same command again"
  }
}
