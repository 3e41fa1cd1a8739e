public import JSONBytes

/// What a writer of events needs of a log: at most one holds a log at a time.
///
/// ``write(_:expecting:)`` takes events, ``commit()`` makes all that was taken durable and
/// acknowledges it. In between a crash may lose what was taken, and nobody but the writer has seen
/// it.
public protocol EventAppending: AnyObject {
  /// The last event written, durable or not.
  var head: LogPosition { get }
  /// The last event that was acknowledged.
  var durable: LogPosition { get }

  /// Puts events at the end of the log without waiting for the disk.
  ///
  /// An event whose id is there already is passed over when it says the same, and refuses the batch
  /// when it does not. A refused batch leaves the log as it was.
  ///
  /// - Throws: ``EventLogError``, ``SystemError``.
  @discardableResult
  func write(_ events: [Event], expecting head: ExpectedHead) throws -> Appended

  /// Returns when all that was written is durable.
  ///
  /// - Throws: ``EventLogError``, ``SystemError``; what was not yet acknowledged is then in doubt
  ///   until the log is opened again.
  func commit() throws
}

extension EventAppending {
  /// Puts events at the end of the log, whatever stands there; see ``write(_:expecting:)``.
  @discardableResult
  public func write(_ events: [Event]) throws -> Appended { try write(events, expecting: .any) }

  /// Writes events and makes them durable; see ``write(_:expecting:)`` and ``commit()``.
  @discardableResult
  public func append(_ events: [Event], expecting head: ExpectedHead = .any) throws -> Appended {
    let appended = try write(events, expecting: head)
    try commit()
    return appended
  }
}

/// What the log must look like for a batch to be appended.
public enum ExpectedHead: Hashable, Sendable {
  case any
  /// The number of the last event written.
  case head(Int)

  /// - Throws: ``EventLogError/unexpectedHead(expected:actual:)``.
  func check(_ actual: Int) throws(EventLogError) {
    if case .head(let expected) = self, expected != actual {
      throw .unexpectedHead(expected: expected, actual: actual)
    }
  }
}

/// What was appended.
public struct Appended: Hashable, Sendable {
  /// How many of the events were new.
  public var count: Int
  /// The time that all of them have.
  public var time: Timestamp

  public init(count: Int, time: Timestamp) {
    self.count = count
    self.time = time
  }
}
