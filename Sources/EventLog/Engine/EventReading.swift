/// What projections need of a log: where it ends, and its events in order.
public protocol EventReading {
  /// The last durable event.
  var head: LogPosition { get }

  /// Hands on the events after `sequence`, in order, at most `size` at a time.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)`` before any damaged event is handed on, ``SystemError``,
  ///   or what `body` throws.
  func forEachBatch(
    after sequence: Int, size: Int, _ body: ([RecordedEvent]) throws -> Void) throws

  /// The hash of an event: what a checkpoint that stands there must hold.
  ///
  /// - Returns: Nil where the log has no such event.
  func hash(at sequence: Int) throws -> EventHash?
}
