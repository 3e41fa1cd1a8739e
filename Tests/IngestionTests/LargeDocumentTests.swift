import Announcements
import EventLog
import FeedParsing
import FeedServer
import Foundation
import Ingestion
import Projections
import Testing

/// Large documents, which are kept in a temporary file, parsed twice and stored in batches: nothing
/// but the memory that they take tells them from small ones.
@Suite(.timeLimit(.minutes(15))) struct LargeDocumentTests {
  /// What one way of reading gave.
  private struct Outcome: Equatable {
    var events: [LoggedEvent]
    var reports: [String]
    var standing: [String: String]
  }

  /// An event without what is another in each log: its time and the chain.
  private struct LoggedEvent: Equatable {
    var sequence: Int
    var id: String
    var source: String
    var type: String
    var subject: String?
    var event: AnnouncementEvent
  }

  /// Ingests states of sources one after the other, and looks at everything that this gave.
  private static func outcome(
    of runs: [[String]], _ options: IngestOptions
  ) async throws -> Outcome {
    let fixture = try IngestFixture()
    var reports: [String] = []
    for sources in runs {
      for report in try await fixture.ingest(sources, options: options) {
        reports.append(
          "\(report.source): \(report.feed ?? "-") \(report.resolution ?? "-") "
            + "\(report.entries) = \(report.published) + \(report.revised) + \(report.unchanged), "
            + "\(report.withdrawn) withdrawn, \(report.issueCount) issues, "
            + "\(report.error.map(String.init(describing:)) ?? "no error")")
      }
    }
    let reader = try IndexReader(fixture.store.index)
    let digest = try reader.digest()
    let rebuilt = try fixture.store.index.rebuild(
      catalog: fixture.catalog, log: { try fixture.store.log() })
    #expect(rebuilt.digest == digest, "the index is not what the log gives")
    return Outcome(
      events: try fixture.events().map { recorded, event in
        LoggedEvent(
          sequence: recorded.sequence, id: recorded.id, source: recorded.source,
          type: recorded.type, subject: recorded.subject, event: event)
      }, reports: reports, standing: try fixture.standing())
  }

  private static func expectSame(
    _ runs: [[String]], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let small = try await outcome(of: runs, IngestOptions())
    #expect(!small.events.isEmpty, sourceLocation: sourceLocation)
    for batchEntries in [1, 3, 2_000] {
      let large = try await outcome(of: runs, LargeDocument.options(batchEntries: batchEntries))
      #expect(
        large == small, "in batches of \(batchEntries)", sourceLocation: sourceLocation)
    }
  }

  @Test func `all samples give the same events either way`() async throws {
    try await Self.expectSame([Place.samples, Place.samples])
  }

  @Test func `what entries share is known before the first of them is decided`() async throws {
    let fixture = try IngestFixture()
    let shared = ["one", "two", "three", "four", "five"].map { name in
      FeedText.item("guid", title: "Title", link: "https://news.example.org/\(name)")
    }
    let titles = (0..<5).map { FeedText.item("\($0)", title: "Weekly news", link: "") }
    try await Self.expectSame([
      [try fixture.write(FeedText.rss(shared.joined(), title: "Shared"), to: "shared.xml")],
      [try fixture.write(FeedText.rss(titles.joined(), title: "Titles"), to: "titles.xml")],
    ])
  }

  @Test func `revisions, repeats and tombstones are the same either way`() async throws {
    let fixture = try IngestFixture()
    let old = (0..<7).map { FeedText.item("\($0)") }
    let new = (0..<9).map { FeedText.item("\($0 % 7)", text: "Changed \($0 % 3).") }
    let rotated = (0..<7).map {
      FeedText.item(
        "new-\($0)", title: "Announcement \($0)", link: "https://news.example.org/\($0)")
    }
    try await Self.expectSame([
      [
        try fixture.write(FeedText.rss(old.joined()), to: "old.xml"),
        try fixture.write(FeedText.rss(new.joined()), to: "new.xml"),
      ],
      [try fixture.write(FeedText.rss(rotated.joined()), to: "rotated.xml")],
      [
        try fixture.write(FeedText.atom(entries: ["a", "b", "c"]), to: "a.atom"),
        try fixture.write(
          FeedText.atom(entries: ["b", "c", "d"], deleted: ["a", "b", "x"]), to: "b.atom"),
      ],
    ])
  }

  @Test func `damaged feeds, pages, nothing and what is missing are the same either way`()
    async throws
  {
    let fixture = try IngestFixture()
    let feed = FeedText.rss((0..<5).map { FeedText.item("\($0)", text: "A & B") }.joined())
    try await Self.expectSame([
      [
        try fixture.write(feed, to: "feed.xml"),
        try fixture.write(String(feed.dropLast(120)), to: "cut.xml"),
        try fixture.write("<html><body>Hello</body></html>", to: "page.html"),
        try fixture.write("", to: "empty.xml"), "/nowhere.xml",
        try fixture.write("title,text\nOne,Two\nThree,Four\n", to: "table.csv"),
      ]
    ])
  }

  @Test func `an entry that no event can hold costs itself, either way`() async throws {
    let fixture = try IngestFixture()
    let long = String(repeating: "word ", count: 600_000)
    let items = [FeedText.item("one"), FeedText.item("long", text: long), FeedText.item("two")]
    let path = try fixture.write(FeedText.rss(items.joined()), to: "a.xml")
    try await Self.expectSame([[path]])
    let reports = try await fixture.ingest([path])
    #expect(reports.map(\.published) == [2])
    #expect(reports.first?.issues.last?.kind == .limitExceeded)
  }

  @Test func `an article and what comes from the network may be large too`() async throws {
    let server = try FeedServer(routes: [
      "/a": .text(FeedText.rss(FeedText.item("one"), FeedText.item("two")))
    ])
    try await Self.expectSame([[server.url("/a")]])
    let fixture = try IngestFixture()
    var options = LargeDocument.options(batchEntries: 1)
    options.isArticle = true
    #expect(try await fixture.ingest([Place.article], options: options).map(\.published) == [1])
    #expect(try await fixture.ingest([Place.article], options: options).map(\.unchanged) == [1])
  }

  @Test func `the events of one document are written in the order of its entries`() async throws {
    let fixture = try IngestFixture()
    let names = (0..<10).map { "entry-\($0)" }
    let path = try fixture.write(
      FeedText.rss(names.map { FeedText.item($0) }.joined()), to: "a.xml")
    try await fixture.ingest([path], options: LargeDocument.options(batchEntries: 4))
    #expect(try fixture.titles() == names.map { "Announcement \($0)" })
    #expect(try fixture.types() == names.map { _ in "published" } + ["retrieved"])
  }

  @Test func `a large document is stored in its place among small ones`() async throws {
    let fixture = try IngestFixture()
    var options = IngestOptions()
    options.limits.heldDocument = 2_000
    let sources = try (0..<6).map { number in
      let items = (0..<(number == 3 ? 20 : 1)).map { FeedText.item("\(number)-\($0)") }
      return try fixture.write(
        FeedText.rss(items.joined(), title: "Feed \(number)"), to: "\(number).xml")
    }
    let reports = try await fixture.ingest(sources, options: options)
    #expect(reports.map(\.source) == sources)
    #expect(reports.map(\.published) == [1, 1, 1, 20, 1, 1])
    let numbers = try fixture.titles().map { $0.dropFirst("Announcement ".count).prefix(1) }
    #expect(numbers == numbers.sorted())
  }
}
