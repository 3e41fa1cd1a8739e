import Announcements
import EventLog
import Foundation
import Ingestion
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct ReparseTests {
  private let fixture: IngestFixture

  init() throws { fixture = try IngestFixture() }

  private func compare() throws -> (Reparse.Report, [ReparseDifference]) {
    var differences: [ReparseDifference] = []
    let report = try Reparse(fixture.store) { differences.append($0) }.compare()
    return (report, differences)
  }

  /// Appends events to the log as another version of the program would have written them.
  private func rewrite(_ change: (AnnouncementEvent) -> AnnouncementEvent) throws {
    try Self.rewrite(fixture, change)
  }

  private static func rewrite(
    _ fixture: IngestFixture, _ change: (AnnouncementEvent) -> AnnouncementEvent
  ) throws {
    let events = try fixture.events().map { recorded, event in
      Event(
        id: recorded.id, source: recorded.source, type: recorded.type, subject: recorded.subject,
        data: change(event).encodedData())
    }
    try FileManager.default.removeItem(atPath: fixture.store.path)
    try LogWriter(fixture.store.logDirectory).append(events)
  }

  @Test func `what was ingested is read today as it was then`() async throws {
    for sample in try Place.samples {
      let fixture = try IngestFixture()
      try await fixture.ingest([sample])
      var differences: [ReparseDifference] = []
      let report = try Reparse(fixture.store) { differences.append($0) }.compare()
      #expect(differences == [], "\(sample)")
      #expect(try fixture.revisions().isEmpty == (report.compared == 0), "\(sample)")
      #expect(report.assumed == 0, "\(sample)")
    }
  }

  @Test func `a field that another parser read otherwise is told, and appended as the parser's`()
    async throws
  {
    let path = try #require(try Place.samples.first { $0.hasSuffix("npic.rss.xml") })
    try await fixture.ingest([path])
    let titles = try fixture.titles()
    try rewrite { event in
      guard case .published(var revision) = event, revision.entry.title == titles[0] else {
        return event
      }
      revision.entry.title = "What an old parser made of it"
      return .published(revision)
    }
    let (report, differences) = try compare()
    #expect(report.different == 1)
    #expect(report.compared == titles.count)
    #expect(differences.map(\.field) == ["title"])
    #expect(differences.first?.before == "What an old parser made of it")
    #expect(differences.first?.after == titles[0])

    let appended = try Reparse(fixture.store) { _ in }
      .append(fixture.catalog, IngestOptions(), IngestObserver())
    #expect(appended.appended == 1)
    let revision = try #require(try fixture.revisions().last)
    #expect(revision.reason == .parser)
    #expect(revision.number == 2)
    #expect(revision.entry.title == titles[0])
    #expect(try compare().0.different == 0)
    let detail = try IndexReader(fixture.store.index).announcement(revision.announcement.rawValue)
    #expect(detail?.revisions.map(\.reason) == [nil, "parser"])
    let reports = try await fixture.ingest([path])
    #expect(reports.map(\.revised) == [0], "the feed says what today's parser reads")
  }

  @Test func `a language that only the server named is no difference, one that nobody named is`()
    async throws
  {
    let feed = """
      <rss version="2.0"><channel><title>Made up</title><item><guid isPermaLink="false">1</guid>\
      <title>Beds</title><description>Ten more.</description></item></channel></rss>
      """
    for (source, expected) in [("https://example.org/feed", []), ("feed.xml", ["language"])] {
      let fixture = try IngestFixture()
      try await fixture.ingest([fixture.write(feed, to: "feed.xml")])
      // As it is where the answer had a `Content-Language`.
      try Self.rewrite(fixture) { event in
        switch event {
        case .published(var revision):
          revision.entry.language = "cy"
          return .published(revision)
        case .feedRetrieved(var retrieval):
          retrieval.source = source
          return .feedRetrieved(retrieval)
        default: return event
        }
      }
      var differences: [ReparseDifference] = []
      let report = try Reparse(fixture.store) { differences.append($0) }.compare()
      #expect(report.compared == 1)
      #expect(differences.map(\.field) == expected, "\(source)")
    }
  }

  @Test func `events without an envelope are compared with one that is made up`() async throws {
    let path = try #require(try Place.samples.first { $0.hasSuffix("npic.rss.xml") })
    try await fixture.ingest([path])
    try rewrite { event in
      guard case .feedRetrieved(var retrieval) = event else { return event }
      retrieval.envelope = nil
      return .feedRetrieved(retrieval)
    }
    let (report, differences) = try compare()
    #expect(report.assumed == report.compared)
    #expect(report.compared > 0)
    #expect(differences == [])
  }
}
