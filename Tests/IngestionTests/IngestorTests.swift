import Announcements
import EventLog
import FeedParsing
import FeedServer
import Foundation
import Ingestion
import JSONBytes
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct IngestorTests {
  // MARK: The same and the changed

  @Test func `all samples are read, and a second time appends nothing`() async throws {
    let fixture = try IngestFixture()
    let samples = try Place.samples
    #expect(samples.count >= 8)
    let reports = try await fixture.ingest(samples)
    for report in reports {
      #expect(report.error == nil, "\(report.source)")
      #expect(report.published > 0, "\(report.source)")
    }
    let count = try fixture.store.log().head.sequence
    for report in try await fixture.ingest(samples) {
      #expect(report.unchanged == report.entries, "\(report.source)")
    }
    #expect(try fixture.store.log().head.sequence == count)
  }

  @Test func `the same bytes from elsewhere and other markup are nothing new`() async throws {
    let fixture = try IngestFixture()
    let address = "https://news.example.org/feed.xml"
    let feed = FeedText.rss(FeedText.item("one", text: "Some &amp; more."), address: address)
    try await fixture.ingest([try fixture.write(feed, to: "a.xml")])
    let copy = try await fixture.ingest([try fixture.write(feed, to: "b.xml")])
    #expect(copy.map(\.unchanged) == [1])
    #expect(try fixture.types() == ["published", "retrieved"])
    let markup = feed.replacing("Some &amp; more.", with: "<![CDATA[<p>Some  &amp;\n more.</p>]]>")
    let again = try await fixture.ingest([try fixture.write(markup, to: "a.xml")])
    #expect(again.map(\.unchanged) == [1])
    #expect(try fixture.types() == ["published", "retrieved", "retrieved"])
  }

  @Test func `a changed entry is a revision of the same announcement`() async throws {
    let fixture = try IngestFixture()
    let path = try fixture.write(FeedText.rss(FeedText.item("one")), to: "a.xml")
    try await fixture.ingest([path])
    try fixture.write(FeedText.rss(FeedText.item("one", text: "Something.")), to: "a.xml")
    let reports = try await fixture.ingest([path])
    #expect(reports.map(\.revised) == [1])
    #expect(try fixture.types() == ["published", "retrieved", "revised", "retrieved"])
    let revisions = try fixture.revisions()
    #expect(revisions.map(\.number) == [1, 2])
    #expect(Set(revisions.map(\.announcement)).count == 1)
    #expect(try fixture.standing().values.sorted() == ["Announcement one\nSomething."])
  }

  @Test func `the same source twice in one call is read once`() async throws {
    let fixture = try IngestFixture()
    let path = try fixture.write(
      FeedText.rss(FeedText.item("one"), FeedText.item("two")), to: "a.xml")
    let reports = try await fixture.ingest([path, path, path])
    #expect(reports.map(\.published) == [2, 0, 0])
    #expect(reports.map(\.unchanged) == [0, 2, 2])
    #expect(try fixture.types() == ["published", "published", "retrieved"])
  }

  @Test func `two states of a feed in one call are a revision`() async throws {
    let fixture = try IngestFixture()
    let old = try fixture.write(FeedText.rss(FeedText.item("one")), to: "old.xml")
    let new = try fixture.write(FeedText.rss(FeedText.item("one", text: "New.")), to: "new.xml")
    let reports = try await fixture.ingest([old, new])
    #expect(reports.map(\.published) == [1, 0])
    #expect(reports.map(\.revised) == [0, 1])
  }

  @Test func `an item that two feeds have is one announcement`() async throws {
    let fixture = try IngestFixture()
    let item = FeedText.item("one")
    let here = try fixture.write(
      FeedText.rss(item, address: "https://a.example/feed"), to: "a.xml")
    let there = try fixture.write(
      FeedText.rss(item, address: "https://b.example/feed"), to: "b.xml")
    let reports = try await fixture.ingest([here, there])
    #expect(reports.map(\.published) == [1, 0])
    #expect(try fixture.standing().count == 1)
    let changed = try fixture.write(
      FeedText.rss(FeedText.item("one", text: "Not mine."), address: "https://b.example/feed"),
      to: "b.xml")
    let other = try await fixture.ingest([changed])
    #expect(other.map(\.published) == [1], "no feed revises another's announcement")
    #expect(other.map(\.revised) == [0])
  }

  @Test func `a tombstone withdraws, and an item that slid out does not`() async throws {
    let fixture = try IngestFixture()
    let path = try fixture.write(FeedText.atom(entries: ["a", "b", "c"]), to: "a.atom")
    try await fixture.ingest([path])
    try fixture.write(FeedText.atom(entries: ["c"], deleted: ["a", "unknown"]), to: "a.atom")
    let reports = try await fixture.ingest([path])
    #expect(reports.map(\.withdrawn) == [1])
    #expect(
      try fixture.standing().values.sorted()
        == ["Entry b\nWhat b says.", "Entry c\nWhat c says."])
    try fixture.write(
      FeedText.atom(entries: ["b", "c"], deleted: ["a", "unknown"]), to: "a.atom")
    #expect(try await fixture.ingest([path]).map(\.withdrawn) == [0], "it is withdrawn already")
  }

  // MARK: Events

  @Test func `the retrieval comes last and counts what came before it`() async throws {
    let fixture = try IngestFixture()
    let path = try fixture.write(
      FeedText.rss(FeedText.item("one"), FeedText.item("two")), to: "a.xml")
    try await fixture.ingest([path])
    let events = try fixture.events()
    guard case .feedRetrieved(let retrieval) = events.last?.event else {
      Issue.record("the last event is no retrieval")
      return
    }
    #expect(retrieval.counts.entries == 2)
    #expect(retrieval.counts.published == 2)
    #expect(retrieval.source == path)
    #expect(retrieval.format == "rss2.0")
    #expect(try fixture.revisions().allSatisfy { $0.document == retrieval.document })
  }

  @Test func `an event carries the entry's own characters`() async throws {
    let fixture = try IngestFixture()
    let item = FeedText.item("one", text: "Bread & butter, &pound;5")
    try await fixture.ingest([try fixture.write(FeedText.rss(item), to: "a.xml")])
    let revision = try #require(try fixture.revisions().first)
    #expect(revision.entry.source == item)
    #expect(revision.entry.text == "Bread & butter, £5")
  }

  @Test func `the same input gives the same ids in another store`() async throws {
    let feed = FeedText.rss(FeedText.item("one"), FeedText.item("two"))
    var ids: [[String]] = []
    for _ in 0..<2 {
      let fixture = try IngestFixture()
      try await fixture.ingest([try fixture.write(feed, to: "a.xml")])
      ids.append(try fixture.events().map(\.recorded.id))
    }
    #expect(ids[0] == ids[1])
  }

  // MARK: Several sources

  @Test func `a bad source is reported in its place and the others go on`() async throws {
    let fixture = try IngestFixture()
    let good = try fixture.write(FeedText.rss(FeedText.item("one")), to: "a.xml")
    let page = try fixture.write("<html><body>Hello</body></html>", to: "page.html")
    let other = try fixture.write(
      FeedText.rss(FeedText.item("two"), title: "Other"), to: "b.xml")
    let reports = try await fixture.ingest([good, "/nowhere.xml", page, fixture.folder, other])
    #expect(reports.map(\.source) == [good, "/nowhere.xml", page, fixture.folder, other])
    #expect(reports.map { $0.error == nil } == [true, false, false, false, true])
    #expect(reports[1].error as? SourceError == .notFound("/nowhere.xml"))
    #expect(reports[3].error as? SourceError == .isFolder(fixture.folder))
    #expect(try fixture.standing().count == 2)
  }

  @Test func `nothing is stored of bad sources alone`() async throws {
    let fixture = try IngestFixture()
    let reports = try await fixture.ingest(["/nowhere.xml", fixture.folder])
    #expect(reports.allSatisfy { $0.error != nil })
    #expect(!FileManager.default.fileExists(atPath: fixture.store.path))
  }

  @Test func `a URL is read through the network, beside files and in its order`() async throws {
    let fixture = try IngestFixture()
    let server = try FeedServer(routes: [
      "/a": .text(FeedText.rss(FeedText.item("web"), address: "https://elsewhere.example/feed"))
    ])
    let file = try fixture.write(FeedText.rss(FeedText.item("file")), to: "a.xml")
    let reports = try await fixture.ingest([file, server.url("/a"), server.url("/missing"), file])
    #expect(reports.map(\.published) == [1, 1, 0, 0])
    #expect(reports.map { $0.error == nil } == [true, true, false, true])
    #expect(reports[1].feed == server.url("/a"), "nothing in the body changes whose it is")
    #expect(try fixture.titles() == ["Announcement file", "Announcement web"])
    guard case .feedRetrieved(let retrieval) = try fixture.events().last?.event else {
      Issue.record("the last event is no retrieval")
      return
    }
    #expect(retrieval.status == 200)
  }

  @Test func `more entries than a batch holds are all stored, in their order`() async throws {
    let fixture = try IngestFixture()
    let sources = try (0..<5).map { feed in
      let items = (0..<450).map { FeedText.item("\(feed)-\($0)", text: "Text.") }
      return try fixture.write(
        FeedText.rss(items.joined(), title: "Feed \(feed)"), to: "\(feed).xml")
    }
    let reports = try await fixture.ingest(sources)
    #expect(reports.map(\.published) == [450, 450, 450, 450, 450])
    let titles = (0..<5).flatMap { feed in (0..<450).map { "Announcement \(feed)-\($0)" } }
    #expect(try fixture.titles() == titles)
    let reader = try IndexReader(fixture.store.index)
    #expect(reader.checkpoint == (try fixture.store.log().head))
  }
}
