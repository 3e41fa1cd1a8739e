import EventLog
import Foundation
import JSONBytes
import Testing

/// What remains of a redaction that was cut short, and what `verify` thinks of one that is not whole.
@Suite struct RedactionFaultTests {
  private static func options(_ disk: StoppingDisk) -> LogWriter.Options {
    var options = LogWriter.Options()
    options.wait = .zero
    options.segmentLimit = 2_000
    options.now = { Timestamp(milliseconds: 1_700_000_000_000) }
    options.disk = disk
    return options
  }

  /// A copy of a log on which nothing has been done yet: made without a sync, so soon made.
  private static func copy(of original: LogFixture) throws -> LogFixture {
    let copy = LogFixture()
    try FileManager.default.copyItem(atPath: original.store, toPath: copy.store)
    return copy
  }

  /// Redacts on a disk that stops at a change of the redaction, counted from its first.
  ///
  /// - Returns: Whether the redaction came to its end.
  private static func redact(_ fixture: LogFixture, stoppingAt change: Int) throws -> Bool {
    let opening = StoppingDisk(at: nil)
    do { _ = try LogWriter(fixture.log, options(opening)) }
    // The mark is synced when the log is closed: one change that an open log has not made yet.
    let disk = StoppingDisk(at: opening.changes - 1 + change)
    let writer = try LogWriter(fixture.log, options(disk))
    do {
      try writer.redact(RedactionTests.redaction(), erasing: [2, 8])
      return true
    } catch {
      #expect(throws: (any Error).self) { try writer.append([LogFixture.event(20)]) }
      return false
    }
  }

  /// Followers too, of events and of lines.
  private static func expectErasedWhileFollowing(_ fixture: LogFixture, _ comment: Comment) throws {
    let events = try LogFollower(fixture.log, after: 0)
    var erased: [Int] = []
    try events.follow { batch in
      erased += batch.filter { $0.redaction == 10 }.map(\.sequence)
      if batch.last?.sequence == 10 { events.cancel() }
    }
    #expect(erased == [2, 8], comment)
    let lines = try LogFollower(fixture.log, after: 0)
    var text = ""
    var count = 0
    try lines.followLines { line in
      text += String(decoding: line, as: UTF8.self)
      count += 1
      if count == 10 { lines.cancel() }
    }
    #expect(!text.contains("Geheimnis"), comment)
  }

  @Test func `a redaction that stops at any change is finished or forgotten at the next opening`()
    throws
  {
    let original = try RedactionTests.fixture()
    var change = 0
    var (forgotten, finished) = (0, 0)
    while true {
      let fixture = try Self.copy(of: original)
      if try Self.redact(fixture, stoppingAt: change) { break }
      // Readers beforehand: the words are gone for them as soon as the redaction is in the log.
      let events = try fixture.read()
      if events.count == 10 {
        #expect(events.filter { $0.redaction == 10 }.map(\.sequence) == [2, 8], "change \(change)")
        var lines: [UInt8] = []
        try LogReader(fixture.log).forEachLine(after: 0) { lines += $0 }
        #expect(!String(decoding: lines, as: UTF8.self).contains("Geheimnis"), "change \(change)")
        try Self.expectErasedWhileFollowing(fixture, "change \(change)")
      }
      #expect(try LogReader.verify(fixture.log).problems == [], "change \(change)")

      do {
        let writer = try fixture.writer(segmentLimit: 2_000)
        try #require([9, 10].contains(writer.head.sequence), "change \(change)")
        let words = try RedactionTests.files(of: fixture, holding: "Geheimnis")
        #expect(words.isEmpty == (writer.head.sequence == 10), "change \(change): \(words)")
        if writer.head.sequence == 10 { finished += 1 } else { forgotten += 1 }
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.log)
        #expect(!names.contains("REDACTING"), "change \(change): \(names)")
        #expect(!names.contains { $0.hasSuffix(".jsonl.tmp") }, "change \(change): \(names)")
        try writer.redact(RedactionTests.redaction(), erasing: [2, 8])
        try writer.append([LogFixture.event(21)])
      }
      #expect(try RedactionTests.files(of: fixture, holding: "Geheimnis") == [], "\(change)")
      #expect(try fixture.read().count == 11, "change \(change)")
      #expect(try LogReader.verify(fixture.log).problems == [], "change \(change)")
      change += 1
    }
    #expect(forgotten > 3 && finished > 10, "\(forgotten) forgotten, \(finished) finished")
  }

  @Test func `an opening that stops while it finishes is finished by the one after`() throws {
    let original = try RedactionTests.fixture()
    var changes = 0
    while try !Self.redact(try Self.copy(of: original), stoppingAt: changes) { changes += 1 }
    for first in [changes / 2, changes - 3] {
      var second = 0
      while true {
        let fixture = try Self.copy(of: original)
        try #require(try !Self.redact(fixture, stoppingAt: first))
        let disk = StoppingDisk(at: second)
        let isFinished = (try? LogWriter(fixture.log, Self.options(disk))) != nil
        _ = try fixture.writer(segmentLimit: 2_000)
        #expect(try LogReader.verify(fixture.log).problems == [], "\(first), \(second)")
        #expect(
          try RedactionTests.files(of: fixture, holding: "Geheimnis").isEmpty
            == (fixture.read().count == 10), "\(first), \(second)")
        if isFinished { break }
        second += 1
      }
      #expect(second > 2)
    }
  }

  @Test func `a failed write of the event leaves the log as it was and open`() throws {
    let fixture = try RedactionTests.fixture()
    let writer = try fixture.writer(segmentLimit: 2_000)
    let large = #"{"reason":"\#(String(repeating: "x", count: 1_100))"}"#
    var event = RedactionTests.redaction()
    event.data = Array(large.utf8)
    #expect(throws: EventLogError.self) { try writer.redact(event, erasing: [2]) }
    #expect(!FileManager.default.fileExists(atPath: "\(fixture.log)/REDACTING"))
    try writer.append([LogFixture.event(10)])
    #expect(try fixture.read().count == 10)
  }

  @Test func `data that are erased without a redaction are damage of their own kind`() throws {
    let fixture = try RedactionTests.fixture()
    let copy = try Self.copy(of: fixture)
    try copy.writer(segmentLimit: 2_000).redact(RedactionTests.redaction(), erasing: [2])
    // The erased segment under a log that has no redaction.
    try fixture.write(try copy.bytes(of: copy.segment), to: fixture.segment)
    let problems = try LogReader.verify(fixture.log).problems
    #expect(problems.map(\.problem) == [.unfoundedErasure])
    #expect(problems.map(\.sequence) == [2])
    #expect(problems.first?.description.contains("no redaction") == true)
  }

  @Test func `words that a copy brought back are found, and erased by redacting again`() throws {
    let fixture = try RedactionTests.fixture()
    let segment = try fixture.bytes(of: fixture.segment)
    try fixture.writer(segmentLimit: 2_000).redact(RedactionTests.redaction(), erasing: [2, 8])
    try fixture.write(segment, to: fixture.segment)
    let problems = try LogReader.verify(fixture.log).problems
    #expect(problems.map(\.problem) == [.undoneErasure])
    #expect(problems.map(\.sequence) == [2])
    try fixture.writer(segmentLimit: 2_000).repeatRedaction(at: 10)
    #expect(try LogReader.verify(fixture.log).problems == [])
    #expect(try RedactionTests.files(of: fixture, holding: "Geheimnis") == [])
  }

  @Test func `a damaged segment is refused, and nothing is written`() throws {
    let fixture = try RedactionTests.fixture()
    var segment = try fixture.bytes(of: fixture.segment)
    segment[30] ^= 1
    try fixture.write(segment, to: fixture.segment)
    let writer = try fixture.writer(segmentLimit: 2_000)
    #expect(throws: EventLogError.self) {
      try writer.redact(RedactionTests.redaction(), erasing: [2])
    }
    #expect(try fixture.bytes(of: fixture.segment) == segment)
    #expect(writer.head.sequence == 9)
    #expect(!FileManager.default.fileExists(atPath: "\(fixture.log)/REDACTING"))
  }

  @Test func `an intent that cannot be read is refused by writers and said by verify`() throws {
    let fixture = try RedactionTests.fixture()
    try fixture.write(Array("{}\n".utf8), to: "\(fixture.log)/REDACTING")
    #expect(throws: EventLogError.self) { try fixture.writer(segmentLimit: 2_000) }
    #expect(try fixture.read().count == 9)
    #expect(try LogReader.verify(fixture.log).problems.map(\.problem) == [.redactionUnreadable])
  }
}
