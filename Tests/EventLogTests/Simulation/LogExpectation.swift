import EventLog

/// What everybody was told of a log: what must be in it for ever.
struct LogExpectation {
  static let directory = "/data/store/log"

  /// The ids of the events that were acknowledged or served, in the log's order.
  private(set) var promised: [String] = []
  /// The hashes of those of them that somebody has seen, by sequence.
  private var hashes: [Int: EventHash] = [:]
  /// Every event that was ever handed to a writer, by id; a redaction with what it erases.
  var attempted: [String: Event] = [:]
  /// How many events each copy was said to have.
  private(set) var copied: [LogCopy: Int] = [:]

  /// The last promised event whose hash is known, as a projection's checkpoint would have it.
  var checkpoint: LogPosition? {
    hashes.max { $0.key < $1.key }.map { LogPosition(sequence: $0.key, hash: $0.value) }
  }

  /// Notes what was acknowledged; nothing that was promised may be another event now.
  mutating func promise(_ ids: some Sequence<String>, head: LogPosition? = nil) throws {
    let ids = Array(ids)
    let common = min(ids.count, promised.count)
    guard ids[..<common] == promised[..<common] else {
      throw Violation("promised \(promised), and then \(ids)")
    }
    if ids.count > promised.count { promised = ids }
    if let head { try note(head.sequence, head.hash) }
  }

  /// Notes what was served.
  mutating func promise(_ events: [RecordedEvent]) throws {
    try promise(events.map(\.id))
    for event in events { try note(event.sequence, event.hash) }
  }

  mutating func merge(_ other: LogExpectation) throws {
    try promise(other.promised)
    for (sequence, hash) in other.hashes { try note(sequence, hash) }
    attempted.merge(other.attempted) { first, _ in first }
    copied.merge(other.copied) { max($0, $1) }
  }

  /// Notes that a copy was brought up to date.
  mutating func note(_ copy: LogCopy, has count: Int) {
    copied[copy] = max(copied[copy] ?? 0, count)
  }

  /// Compares what a reader serves with what was promised; all of that must be there for `isWhole`.
  func check(_ events: [RecordedEvent], isWhole: Bool) throws {
    for (index, event) in events.enumerated() {
      guard event.sequence == index + 1 else { throw Violation("\(event.id) is out of order") }
      guard let original = attempted[event.id],
        event.redaction != nil || event.data.ends(with: original.data.dropFirst())
      else { throw Violation("\(event.id) was invented or changed") }
      guard hashes[event.sequence].map({ $0 == event.hash }) ?? true else {
        throw Violation("event \(event.sequence) has another hash than it had")
      }
      guard index >= promised.count || promised[index] == event.id else {
        throw Violation("event \(event.sequence) is \(event.id) and was \(promised[index])")
      }
    }
    guard !isWhole || events.count >= promised.count else {
      throw Violation("of \(promised.count) promised events \(events.count) are left")
    }
    try checkErasures(events, isWhole: isWhole)
  }

  private mutating func note(_ sequence: Int, _ hash: EventHash) throws {
    guard sequence > 0 else { return }
    guard hashes.updateValue(hash, forKey: sequence).map({ $0 == hash }) ?? true else {
      throw Violation("event \(sequence) was seen with two hashes")
    }
  }

  /// What a new reader serves.
  static func read(
    _ disk: SimulatedDisk, in directory: String = directory
  ) throws -> [RecordedEvent] {
    var events: [RecordedEvent] = []
    try LogReader(directory, on: disk).forEachBatch(after: 0, size: 10) { events += $0 }
    return events
  }
}

/// A promise that was not kept.
struct Violation: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }

  /// Says where an error was found.
  static func context<Result>(
    _ place: @autoclosure () -> String, _ body: () throws -> Result
  ) throws -> Result {
    do { return try body() } catch { throw Violation("\(place()): \(error)") }
  }
}

extension Event {
  /// An event with so many bytes in its data, and words that stand nowhere else.
  static func simulated(_ id: String, bytes: Int) -> Event {
    let text = String(repeating: "x", count: bytes)
    return Event(
      id: id, source: "https://example.org/feed", type: "org.presslog.announcement.published",
      subject: id, data: Array(#"{"title":"\#(words(of: id))","text":"\#(text)"}"#.utf8))
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: ArraySlice<UInt8>) -> Bool {
    self.suffix(suffix.count).elementsEqual(suffix)
  }
}
