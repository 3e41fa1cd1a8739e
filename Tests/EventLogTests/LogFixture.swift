import EventLog
import Foundation
import JSONBytes

/// A log in a folder of its own that goes away with the test.
final class LogFixture: Sendable {
  let store: String
  var log: String { "\(store)/log" }
  var quarantine: String { "\(store)/quarantine" }
  var segment: String { "\(log)/00000000000000000001.jsonl" }

  init() {
    store = NSTemporaryDirectory() + "presslog-log-\(UUID().uuidString)"
  }

  deinit {
    // A folder that is left behind is a nuisance, no failure.
    try? FileManager.default.removeItem(atPath: store)
  }

  /// A writer whose clock shows `now`.
  func writer(
    segmentLimit: Int = 64 << 20, checkpoint: LogPosition? = nil, now: Int64 = 1_700_000_000_000,
    disk: any Disk = LocalDisk()
  ) throws -> sending LogWriter {
    var options = LogWriter.Options()
    // A process that some other test is just starting may hold an open file for a moment.
    options.wait = .seconds(10)
    options.segmentLimit = segmentLimit
    options.checkpoint = checkpoint
    options.now = { Timestamp(milliseconds: now) }
    options.disk = disk
    return try LogWriter(log, options)
  }

  static func event(_ number: Int, data: String? = nil) -> Event {
    Event(
      id: "subject-\(number).1", source: "https://example.org/feed",
      type: "org.presslog.announcement.published", subject: "subject-\(number)",
      data: Array((data ?? #"{"title":"Number \#(number)"}"#).utf8))
  }

  static func events(_ numbers: ClosedRange<Int>) -> [Event] { numbers.map { event($0) } }

  /// All events that a reader sees.
  func read(after sequence: Int = 0) throws -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try LogReader(log).forEachBatch(after: sequence, size: 3) { events += $0 }
    return events
  }

  func bytes(of path: String) throws -> [UInt8] {
    // Foundation's Data loses 4 KB for each empty file that it reads, which the sanitizer reports.
    try LocalDisk().contents(of: path)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }
}
