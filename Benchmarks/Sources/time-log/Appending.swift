import EventLog
import Synchronization

/// Durable appends of groups of events; making the events is not measured.
enum Appending {
  private static let lineBytes = 1200

  /// Appends `group` new events and syncs them, as often as told, one group after the other.
  static func alone(group: Int, repetitions: Int, log: String) throws -> String {
    let writer = try LogWriter(log)
    let start = writer.head
    var all = Stopwatch()
    var syncing = Stopwatch()
    for repetition in 0..<repetitions {
      let events = events(group, number: repetition, after: start)
      try all.measure {
        try writer.write(events, expecting: .any)
        try syncing.measure { try writer.commit() }
      }
    }
    return all.answer(items: group, syncSeconds: syncing.wallSeconds)
  }

  /// Appends so many groups by four tasks that share the log, each of which waits for its group to be
  /// durable: while one waits, the events of the others are encoded.
  static func together(group: Int, repetitions: Int, log: String) async throws -> String {
    let writer = try LogWriter(log)
    let start = writer.head
    let groups = (0..<repetitions).map { events(group, number: $0, after: start) }
    let commits = GroupCommit(writer)
    let next = Counter()
    var all = Stopwatch()
    all.start()
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      for _ in 0..<4 {
        tasks.addTask {
          while true {
            let number = next.next()
            guard number < groups.count else { return }
            try await commits.append(groups[number])
          }
        }
      }
      try await tasks.waitForAll()
    }
    all.stop()
    return all.answer(items: group)
  }

  private final class Counter: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).oldValue }
  }

  /// A group of events of which the log has none.
  private static func events(_ count: Int, number: Int, after start: LogPosition) -> [Event] {
    // Named after the log's head, so that no run has the events of another.
    let series = String(start.hash.description.prefix(8))
    return (number * count..<(number + 1) * count).map {
      LogMaker.event($0, lineBytes: lineBytes, series: series)
    }
  }
}
