import Announcements
import EventLog
import Foundation
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct RebuildTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture()
    try fixture.record(
      [SampleEvent.published("a", text: "A grant."), SampleEvent.published("b")],
      try fixture.catalog())
  }

  private var target: String {
    get throws { try FileManager.default.destinationOfSymbolicLink(atPath: fixture.index.link) }
  }

  @Test func `a rebuild switches the link to a new generation and removes the old`() throws {
    #expect(try target == "announcements.000001.sqlite")
    let report = try fixture.rebuild(try fixture.catalog())
    #expect(report.events == 2)
    #expect(report.announcements == 2)
    #expect(try target == "announcements.000002.sqlite")
    let names = try fixture.files()
    #expect(!names.contains { $0.contains("000001") }, "\(names)")
    #expect(!names.contains { $0.contains("next") }, "\(names)")
    #expect(try fixture.titles() == ["b", "a"])
  }

  @Test func `what a crashed rebuild left is removed, with its side files`() throws {
    for name in [
      "announcements.000007.sqlite", "announcements.000007.sqlite-wal",
      "announcements.000007.sqlite-shm", "announcements.sqlite.next",
    ] {
      try Data("left".utf8).write(to: URL(fileURLWithPath: "\(fixture.index.path)/\(name)"))
    }
    try fixture.rebuild(try fixture.catalog())
    let names = try fixture.files()
    #expect(!names.contains { $0.contains("000007") }, "\(names)")
    #expect(!names.contains("announcements.sqlite.next"))
    #expect(try fixture.titles() == ["b", "a"])
  }

  @Test func `an open reader answers during a rebuild and after it`() throws {
    let reader = try fixture.read()
    var options = IndexWriter.Options()
    var answers: [Int] = []
    let log = try fixture.reader()
    options.progress = { _, _ in answers.append((try? reader.announcementCount()) ?? -1) }
    _ = try fixture.index.rebuild(catalog: try fixture.catalog(), log: { log }, options)
    #expect(answers == [2])
    #expect(try reader.announcementCount() == 2)
    #expect(try reader.announcements(AnnouncementQuery()).count == 2)
  }

  @Test func `nothing is rebuilt over an index that has read more than the log holds`() throws {
    let link = try target
    let digest = try fixture.read().digest()
    try FileManager.default.removeItem(atPath: fixture.log)
    try fixture.append([SampleEvent.published("a")])
    #expect(throws: ProjectionError.aheadOfLog(sequence: 2, head: 1)) {
      try fixture.rebuild(try fixture.catalog())
    }
    #expect(throws: ProjectionError.aheadOfLog(sequence: 2, head: 1)) {
      try fixture.writer(try fixture.catalog())
    }
    // As long as before, but another history.
    try fixture.append([SampleEvent.published("c")])
    #expect(throws: ProjectionError.aheadOfLog(sequence: 2, head: 2)) {
      try fixture.rebuild(try fixture.catalog())
    }
    #expect(try target == link)
    #expect(try fixture.read().digest() == digest)
  }

  @Test func `an event that cannot be read leaves the old index in its place`() throws {
    let digest = try fixture.read().digest()
    do {
      try LogWriter(fixture.log).append([
        Event(
          id: "x", source: "s", type: EventType.published.rawValue, subject: "x",
          data: Array(#"{"nothing":1}"#.utf8))
      ])
    }
    #expect(throws: ProjectionError.self) { try fixture.rebuild(try fixture.catalog()) }
    #expect(try fixture.read().digest() == digest)
    #expect(try target == "announcements.000001.sqlite")
  }

  @Test func `an event of a type that is not known is passed over`() throws {
    do {
      try LogWriter(fixture.log).append([
        Event(
          id: "x", source: "s", type: "org.presslog.announcement.sung", subject: "x",
          data: Array("{}".utf8))
      ])
    }
    _ = try fixture.writer(try fixture.catalog())
    let reader = try fixture.read()
    #expect(reader.checkpoint.sequence == 3)
    #expect(try fixture.rebuild(try fixture.catalog()).digest == reader.digest())
  }
}
