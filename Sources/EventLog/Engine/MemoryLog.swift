import Dispatch
public import JSONBytes
import Synchronization

/// A log in memory, for tests and for trying things out: what a log on disk promises, without the
/// disk.
///
/// Its chain is the one that a log on disk would have but for the nonces.
public final class MemoryLog: Sendable {
  fileprivate struct State {
    var events: [RecordedEvent] = []
    var durable = 0
    var places: [String: Int] = [:]
    var hasWriter = false
    /// Of the followers that wait.
    var waiting: [DispatchSemaphore] = []
  }

  fileprivate let state = Mutex(State())
  private let now: @Sendable () -> Timestamp

  public init(now: @escaping @Sendable () -> Timestamp = Timestamp.systemNow) { self.now = now }

  /// What is durable now.
  public func reader() -> Reader {
    state.withLock { Reader(events: Array($0.events[..<$0.durable])) }
  }

  /// Takes the log for writing until the writer goes away; what it did not commit goes with it.
  ///
  /// - Throws: ``EventLogError/locked(path:holder:)`` where there is another writer.
  public func writer() throws -> Writer {
    try state.withLock { state in
      guard !state.hasWriter else { throw EventLogError.locked(path: "memory", holder: nil) }
      state.hasWriter = true
    }
    return Writer(self)
  }

  /// The durable events at one moment.
  public struct Reader: EventReading {
    fileprivate let events: [RecordedEvent]

    public var head: LogPosition { events.last?.position ?? .start }

    public func forEachBatch(
      after sequence: Int, size: Int, _ body: ([RecordedEvent]) throws -> Void
    ) throws {
      var start = max(0, sequence)
      while start < events.count {
        let end = min(events.count, start + size)
        try body(Array(events[start..<end]))
        start = end
      }
    }

    public func hash(at sequence: Int) -> EventHash? {
      if sequence == 0 { return .zero }
      return events.indices.contains(sequence - 1) ? events[sequence - 1].hash : nil
    }
  }

  /// The one that may append.
  public final class Writer: EventAppending {
    private let log: MemoryLog

    fileprivate init(_ log: MemoryLog) { self.log = log }

    deinit {
      log.state.withLock { state in
        for event in state.events[state.durable...] { state.places[event.id] = nil }
        state.events.removeSubrange(state.durable...)
        state.hasWriter = false
      }
    }

    public var head: LogPosition { log.state.withLock { $0.events.last?.position ?? .start } }

    public var durable: LogPosition {
      log.state.withLock { $0.durable == 0 ? .start : $0.events[$0.durable - 1].position }
    }

    public func write(_ events: [Event], expecting head: ExpectedHead) throws -> Appended {
      try log.state.withLock { state in
        let batch = try EventBatch(events, limit: MemoryLog.dataLimit)
        let before = state.events.last?.position ?? .start
        try head.check(before.sequence)
        let new = try batch.indicesOfNew(after: before.sequence) { id, _ in
          state.places[id].map { state.events[$0] }
        }
        let last = state.events.last?.time ?? Timestamp(milliseconds: 0)
        let time = min(max(log.now(), last), .latest)
        for index in new { state.append(events[index], at: time) }
        return Appended(count: new.count, time: time)
      }
    }

    public func commit() {
      log.state.withLock { state in
        state.durable = state.events.count
        for follower in state.waiting { follower.signal() }
      }
    }
  }

  /// Follows the log from the event after `sequence` on.
  public func follower(after sequence: Int) -> Follower { Follower(self, after: sequence) }

  /// Hands on events as they become durable.
  public final class Follower: EventFollowing {
    private let log: MemoryLog
    private let start: Int
    private let wake = DispatchSemaphore(value: 0)
    private let isCancelled = Atomic(false)

    fileprivate init(_ log: MemoryLog, after sequence: Int) {
      self.log = log
      start = sequence
    }

    public func follow(batches size: Int, _ body: ([RecordedEvent]) throws -> Void) throws {
      log.state.withLock { $0.waiting.append(wake) }
      defer { log.state.withLock { $0.waiting.removeAll { $0 === wake } } }
      var sequence = start
      while !isCancelled.load(ordering: .relaxed) {
        let events = log.state.withLock { state in
          Array(state.events[..<state.durable].dropFirst(sequence).prefix(size))
        }
        if events.isEmpty {
          wake.wait()
        } else {
          sequence += events.count
          try body(events)
        }
      }
    }

    public func cancel() {
      isCancelled.store(true, ordering: .relaxed)
      wake.signal()
    }
  }

  /// As in a log on disk: half a segment.
  private static let dataLimit = 32 << 20
}

extension MemoryLog.State {
  fileprivate mutating func append(_ event: Event, at time: Timestamp) {
    let before = events.last?.position ?? .start
    var line: [UInt8] = []
    let draft = LineEncoder.draft(event, LineEncoder.Nonce(), to: &line)
    let hash = LineEncoder.complete(
      draft,
      LineEncoder.Context(
        time: Array(time.rfc3339Milliseconds.utf8), sequence: before.sequence + 1,
        durable: durable, previous: before.hash), in: &line)
    places[event.id] = events.count
    events.append(
      RecordedEvent(
        sequence: before.sequence + 1, id: event.id, source: event.source, type: event.type,
        subject: event.subject, time: time, data: Array(line[draft.data]), hash: hash))
  }
}

extension RecordedEvent {
  /// Its place in the log.
  public var position: LogPosition { LogPosition(sequence: sequence, hash: hash) }
}
