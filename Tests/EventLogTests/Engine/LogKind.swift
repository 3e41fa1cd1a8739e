import EventLog
import JSONBytes
import Synchronization

/// The logs that ``LogContractTests`` runs with.
enum LogKind: CaseIterable {
  case onDisk
  case inMemory

  /// An empty log whose clock shows the given times in turn, and then stands still.
  func make(clock: [Int64] = [1_700_000_000_000]) -> any LogUnderTest {
    switch self {
    case .onDisk: LogOnDisk(Clock(clock))
    case .inMemory: LogInMemory(Clock(clock))
    }
  }
}

/// A log as its users see it.
protocol LogUnderTest: Sendable {
  func writer() throws -> any EventAppending
  func reader() throws -> any EventReading
  func follower(after sequence: Int) throws -> any EventFollowing
}

extension LogUnderTest {
  /// All durable events.
  func events() throws -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try reader().forEachBatch(after: 0, size: 4) { events += $0 }
    return events
  }
}

/// Shows given times in turn, and the last one from then on.
final class Clock: Sendable {
  private let times: Mutex<[Int64]>

  init(_ times: [Int64]) { self.times = Mutex(times) }

  func now() -> Timestamp {
    times.withLock { Timestamp(milliseconds: $0.count > 1 ? $0.removeFirst() : $0[0]) }
  }
}

private struct LogOnDisk: LogUnderTest {
  private let fixture = LogFixture()
  private let clock: Clock

  init(_ clock: Clock) { self.clock = clock }

  func writer() throws -> any EventAppending {
    var options = LogWriter.Options()
    options.wait = .seconds(1)
    options.now = clock.now
    return try LogWriter(fixture.log, options)
  }

  func reader() throws -> any EventReading { try LogReader(fixture.log) }

  func follower(after sequence: Int) throws -> any EventFollowing {
    try LogFollower(fixture.log, after: sequence)
  }
}

private struct LogInMemory: LogUnderTest {
  private let log: MemoryLog

  init(_ clock: Clock) { log = MemoryLog(now: clock.now) }

  func writer() throws -> any EventAppending { try log.writer() }
  func reader() throws -> any EventReading { log.reader() }
  func follower(after sequence: Int) -> any EventFollowing { log.follower(after: sequence) }
}
