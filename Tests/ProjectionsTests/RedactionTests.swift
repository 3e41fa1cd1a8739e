import Announcements
import EventLog
import Foundation
import JSONBytes
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct RedactionTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture()
    try fixture.record(
      [
        SampleEvent.published("a", text: "A grant."), SampleEvent.retrieved(),
        SampleEvent.published("b", text: "Geheimnis of a heart."),
        SampleEvent.revised("b", number: 2, text: "Geheimnis of two hearts."),
        SampleEvent.retrieved(ordinal: 1), SampleEvent.published("c", text: "Another grant."),
      ], try fixture.catalog())
  }

  private static let redaction = Redaction(
    announcement: AnnouncementID("id-b"), feed: FeedID("feed"), revision: 2, reason: "asked for",
    keys: ["k1", "k2"], retrievals: [Redaction.RetrievalCount(feed: FeedID("feed"), count: 2)])

  /// Erases the two revisions and the last retrieval; no index sees it by that.
  private func redact() throws {
    let event = AnnouncementEvent.redacted(Self.redaction)
    try LogWriter(fixture.log).redact(
      Event(
        id: event.id(SampleHashing.standard), source: "feed", type: event.type.rawValue,
        subject: "id-b", data: event.encodedData()), erasing: [3, 4, 5])
  }

  private func filesHolding(_ words: String) throws -> [String] {
    try fixture.files().filter { name in
      let url = URL(fileURLWithPath: "\(fixture.index.path)/\(name)")
      return try Data(contentsOf: url).range(of: Data(words.utf8)) != nil
    }
  }

  @Test func `an index that had read the words is made anew without them`() throws {
    try #require(!filesHolding("Geheimnis").isEmpty)
    try redact()
    _ = try fixture.writer(try fixture.catalog())
    #expect(try filesHolding("Geheimnis") == [])
    #expect(try filesHolding("geheimnis") == [])
    #expect(try fixture.titles() == ["c", "a"])
    #expect(try fixture.titles { $0.words = "Geheimnis" } == [])
    #expect(try fixture.titles { $0.topic = "hearts" } == [])
    #expect(try fixture.read().announcement("id-b") == nil)
    #expect(try fixture.files().filter { $0.contains("000001") } == [])
  }

  @Test func `an index is the same whether it read the log before the redaction or after`() throws {
    try redact()
    let catalog = try fixture.catalog()
    _ = try fixture.writer(catalog)
    try fixture.record([SampleEvent.published("d"), SampleEvent.retrieved(ordinal: 2)], catalog)
    let incremental = try fixture.read().digest()
    #expect(try fixture.rebuild(catalog).digest == incremental)
    try fixture.removeIndex()
    _ = try fixture.writer(catalog)
    #expect(try fixture.read().digest() == incremental)
  }

  @Test func `what was redacted can be told, and found by the beginning of its id`() throws {
    try redact()
    _ = try fixture.writer(try fixture.catalog())
    let reader = try fixture.read()
    let detail = try #require(try reader.redaction(of: "id-b"))
    #expect(detail.sequence == 7)
    #expect(detail.reason == "asked for")
    #expect(detail.feed == "feed")
    #expect(try reader.redaction(of: "id-a") == nil)
    #expect(try reader.announcementIDs(beginningWith: "id-") == ["id-a", "id-b", "id-c"])
  }

  @Test func `an index knows of redactions what an overlay knows`() throws {
    try redact()
    var overlay = Overlay()
    for event in [
      SampleEvent.published("a", text: "A grant."), SampleEvent.retrieved(),
      .redacted(Self.redaction),
    ] { try overlay.evolve(with: event) }
    let feed = FeedID("feed")
    try fixture.writer(try fixture.catalog()).withKnowledge { index in
      for key in ["k1", "k2", "k3"] {
        #expect(
          try index.closedAnnouncements(by: key) == overlay.closedAnnouncements(by: key), "\(key)")
      }
      #expect(try index.closedAnnouncements(by: "k1").map(\.id.rawValue) == ["id-b"])
      // The retrieval that was erased still counts: its ordinal is not given twice.
      #expect(try index.feed(feed)?.retrievals == 2)
      #expect(try index.feed(feed)?.document == nil)
      #expect(try index.feed(feed) == overlay.feed(feed))
      #expect(try index.announcements(in: feed, by: Candidate(.guid, "b")).isEmpty)
      #expect(try index.words(of: AnnouncementID("id-b")) == nil)
    }
  }

  @Test func `a generation that a crash left behind goes away at the next opening`() throws {
    let left = "\(fixture.index.path)/announcements.000000.sqlite"
    for suffix in ["", "-wal", "-shm"] {
      try Data("Geheimnis".utf8).write(to: URL(fileURLWithPath: left + suffix))
    }
    _ = try fixture.writer(try fixture.catalog())
    #expect(try fixture.files().filter { $0.contains("000000") } == [])
  }
}
