/// Hands on the events of a log as they become durable: each once, in order.
public protocol EventFollowing: Sendable {
  /// Hands on events until ``cancel()`` is called, and returns then; waits where there are none.
  ///
  /// - Parameters:
  ///   - size: How many events are handed on at a time, at most.
  ///   - body: Called with the events.
  /// - Throws: ``EventLogError/corrupt(_:)`` before any damaged event is handed on, ``SystemError``,
  ///   or what `body` throws.
  func follow(batches size: Int, _ body: ([RecordedEvent]) throws -> Void) throws

  /// Ends ``follow(batches:_:)``, from any thread.
  func cancel()
}

extension LogFollower: EventFollowing {
  public func follow(batches size: Int, _ body: ([RecordedEvent]) throws -> Void) throws {
    try follow(batches: size, skipped: nil, body)
  }
}
