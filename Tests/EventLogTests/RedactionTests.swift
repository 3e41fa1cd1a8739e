import EventLog
import Foundation
import Testing

@Suite struct RedactionTests {
  private static let limit = 2_000

  /// The event that erases, and what it must not hold.
  static func redaction(_ number: Int = 1, reason: String = "asked for") -> Event {
    Event(
      id: "subject-\(number).redacted", source: "https://example.org/feed",
      type: "org.presslog.announcement.redacted", subject: "subject-\(number)",
      data: Array(#"{"reason":"\#(reason)"}"#.utf8))
  }

  /// Nine events in several segments, of which the second and the last but one say something else.
  static func history(_ writer: LogWriter) throws {
    for number in 1...9 {
      let secret = number == 2 || number == 8
      let data = secret ? #"{"title":"Geheimnis \#(number)"}"# : #"{"title":"Number \#(number)"}"#
      try writer.append([LogFixture.event(number, data: data)])
    }
  }

  static func fixture() throws -> LogFixture {
    let fixture = LogFixture()
    try history(fixture.writer(segmentLimit: limit))
    return fixture
  }

  /// The files of a store that hold `words`.
  static func files(of fixture: LogFixture, holding words: String) throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: fixture.store)
    return try names.filter { name in
      let url = URL(fileURLWithPath: "\(fixture.store)/\(name)")
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return false
      }
      return try Data(contentsOf: url).range(of: Data(words.utf8)) != nil
    }
  }

  @Test func `erased data are in no file, and the chain and all else stand`() throws {
    let fixture = try Self.fixture()
    let before = try fixture.read()
    let head = try LogReader(fixture.log).head
    try #require(!Self.files(of: fixture, holding: "Geheimnis").isEmpty)
    let sequence = try fixture.writer(segmentLimit: Self.limit)
      .redact(Self.redaction(), erasing: [2, 8])
    #expect(sequence == 10)
    #expect(try Self.files(of: fixture, holding: "Geheimnis") == [])

    let after = try fixture.read()
    #expect(after.map(\.hash).prefix(9) == before.map(\.hash)[...])
    #expect(after.map(\.id).prefix(9) == before.map(\.id)[...])
    #expect(after.filter { $0.redaction != nil }.map(\.sequence) == [2, 8])
    for (old, new) in zip(before, after) {
      #expect(new.data.count == old.data.count)
      #expect(new.redaction == 10 || new == old)
    }
    #expect(String(decoding: after[1].data, as: UTF8.self).hasPrefix(#"{"redacted":10 "#))
    #expect(String(decoding: after[9].data, as: UTF8.self).hasSuffix(#","erases":[2,8]}"#))
    #expect(try LogReader(fixture.log).hash(at: 9) == head.hash)
    #expect(try LogReader.verify(fixture.log).problems == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: fixture.log)
    #expect(!names.contains { $0.hasSuffix(".tmp") || $0 == "REDACTING" }, "\(names)")
  }

  @Test func `a log that was redacted is appended to, reopened and redacted again`() throws {
    let fixture = try Self.fixture()
    do {
      let writer = try fixture.writer(segmentLimit: Self.limit)
      try writer.redact(Self.redaction(1), erasing: [2])
      try writer.append([LogFixture.event(11)])
    }
    let writer = try fixture.writer(segmentLimit: Self.limit)
    try writer.append([LogFixture.event(12)])
    try writer.redact(Self.redaction(2), erasing: [2, 8, 12])
    try writer.append([LogFixture.event(14)])
    let events = try fixture.read()
    #expect(events.map(\.sequence) == Array(1...14))
    #expect(events.map(\.redaction) == events.map { [2: 10, 8: 13, 12: 13][$0.sequence] })
    #expect(try LogReader.verify(fixture.log).problems == [])
  }

  @Test func `the same redaction twice is one event, and another with its id is refused`() throws {
    let fixture = try Self.fixture()
    let writer = try fixture.writer(segmentLimit: Self.limit)
    #expect(try writer.redact(Self.redaction(), erasing: [2]) == 10)
    #expect(try writer.redact(Self.redaction(), erasing: [2]) == 10)
    #expect(throws: EventLogError.conflict(id: "subject-1.redacted", sequence: 10)) {
      try writer.redact(Self.redaction(reason: "another"), erasing: [2])
    }
    #expect(writer.head.sequence == 10)
  }

  @Test func `what cannot be erased is refused before anything is written`() throws {
    let fixture = try Self.fixture()
    let writer = try fixture.writer(segmentLimit: Self.limit)
    try writer.redact(Self.redaction(), erasing: [2])
    for sequence in [0, 10, 11, -1] {
      #expect(throws: EventLogError.notErasable(sequence: sequence)) {
        try writer.redact(Self.redaction(2), erasing: [sequence, 8])
      }
    }
    #expect(throws: EventLogError.malformed(id: "subject-4.1")) {
      try writer.redact(LogFixture.event(4), erasing: [8])
    }
    #expect(writer.head.sequence == 10)
    try writer.append([LogFixture.event(11)])
    #expect(try LogReader.verify(fixture.log).problems == [])
    #expect(throws: EventLogError.notErasable(sequence: 1)) {
      try LogFixture().writer().redact(Self.redaction(), erasing: [1])
    }
  }

  @Test func `an event that was erased is not appended a second time`() throws {
    let fixture = try Self.fixture()
    let writer = try fixture.writer(segmentLimit: Self.limit)
    try writer.redact(Self.redaction(), erasing: [2])
    let again = LogFixture.event(2, data: #"{"title":"Geheimnis 2"}"#)
    #expect(try writer.append([again]).count == 0)
    #expect(try Self.files(of: fixture, holding: "Geheimnis 2") == [])
  }

  @Test func `what recoveries cut off goes away with a redaction`() throws {
    let fixture = try Self.fixture()
    let last = try #require(
      FileManager.default.contentsOfDirectory(atPath: fixture.log).filter {
        $0.hasSuffix(".jsonl")
      }.max())
    let path = "\(fixture.log)/\(last)"
    try fixture.write(try fixture.bytes(of: path) + Array("Geheimnis 8".utf8), to: path)
    let writer = try fixture.writer(segmentLimit: Self.limit)
    #expect(writer.recovery != nil)
    try writer.redact(Self.redaction(), erasing: [2, 8])
    #expect(try Self.files(of: fixture, holding: "Geheimnis") == [])
  }

  @Test func `a reader that is at work goes on with what it has`() throws {
    let fixture = try Self.fixture()
    let writer = try fixture.writer(segmentLimit: Self.limit)
    let reader = try LogReader(fixture.log)
    var read: [RecordedEvent] = []
    try reader.forEachBatch(after: 0, size: 1) { batch in
      if read.count == 1 { try writer.redact(Self.redaction(), erasing: [1, 2, 5, 8]) }
      read += batch
    }
    #expect(read.map(\.sequence) == Array(1...9))
    #expect(try LogReader(fixture.log).head.sequence == 10)
  }
}
