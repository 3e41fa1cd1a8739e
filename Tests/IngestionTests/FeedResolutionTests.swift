import FeedServer
import Foundation
import Ingestion
import Testing

/// Which feed a document is of: what is revised by what depends on it.
@Suite(.timeLimit(.minutes(15))) struct FeedResolutionTests {
  private static let feeds = """
    feeds:
      - {id: by-url, url: "https://www.example.org/feed"}
      - {id: by-path, file: known.xml}
    """
  private static let own = "http://example.org/feed/"

  /// Ingests one file and returns the feed that it was taken for.
  private func feed(
    of text: String, named name: String = "a.xml", override: String? = nil
  ) async throws -> (feed: String?, path: String) {
    let fixture = try IngestFixture(feeds: Self.feeds)
    var options = IngestOptions()
    options.feed = override
    let path = try fixture.write(text, to: name)
    return (try await fixture.ingest([path], options: options).first?.feed, path)
  }

  @Test(
    arguments: [
      // The name of the file, --feed, the feed's own address, and whose it is.
      ("a.xml", "named", "https://elsewhere.example/feed", "named"),
      ("known.xml", "named", "https://elsewhere.example/feed", "named"),
      ("known.xml", nil, "https://elsewhere.example/feed", "by-path"),
      ("a.xml", nil, "https://elsewhere.example/feed", "https://elsewhere.example/feed"),
      ("a.xml", nil, "https://www.example.org/feed", "by-url"),
      ("a.xml", nil, "http://www.example.org/feed?utm_source=x", "by-url"),
      ("a.xml", nil, nil, "https://news.example.org/#News"),
    ] as [(String, String?, String?, String)])
  func `a file is of the feed that is named, else its path's, else its own word`(
    name: String, override: String?, address: String?, expected: String
  ) async throws {
    let text = FeedText.rss(FeedText.item("one"), address: address)
    #expect(try await feed(of: text, named: name, override: override).feed == expected)
  }

  @Test func `a file that says nothing of itself is of its path`() async throws {
    let (feed, path) = try await feed(of: FeedText.rss(FeedText.item("one"), title: "", link: ""))
    #expect(feed == URL(fileURLWithPath: path).standardizedFileURL.path)
  }

  @Test func `what comes from the network is of its URL, whatever it says and we say`()
    async throws
  {
    let server = try FeedServer(routes: [
      "/feed": .text(
        FeedText.rss(FeedText.item("one"), address: "https://www.example.org/feed"))
    ])
    let fixture = try IngestFixture(
      feeds: "feeds:\n  - {id: other, url: \"https://www.example.org/feed\"}\n")
    var options = IngestOptions()
    options.feed = "named"
    let reports = try await fixture.ingest([server.url("/feed")], options: options)
    #expect(reports.map(\.feed) == [server.url("/feed")])
  }

  @Test func `what comes from a subscription's URL is the subscription's`() async throws {
    let server = try FeedServer(routes: ["/feed": .text(FeedText.rss(FeedText.item("one")))])
    let fixture = try IngestFixture(
      feeds: "feeds:\n  - {id: mine, url: \"\(server.url("/feed"))\"}\n")
    #expect(try await fixture.ingest([server.url("/feed")]).map(\.feed) == ["mine"])
  }
}
