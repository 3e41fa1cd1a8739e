import FeedParsing
import Testing

/// Fields of a feed that nobody closes, with the entries behind them.
@Suite struct OpenFeedFieldTests {
  private static let fields = [
    "<title>News", "<description>About", "<title>News <b>x", "<description>A <p>b", "<link>/",
    "<author>Jane", "<author><name>Jane", "<author><email>jane@example.org", "<generator>g",
    "<contributor><name>Jane", "<image><url>/a.png", "<image><title>t", "<logo>/a.png",
    "<itunes:keywords>a,b", "<itunes:author>Jane", "<itunes:owner><itunes:name>Jane",
    "<itunes:summary>s", "<sy:updatePeriod>daily", "<icon>/i", "<language>en", "<ttl>5",
    "<media:credit>Jane", "<podcast:guid>1", "<cloud>", "<skipHours><hour>1", "<textInput><name>n",
    "<title>A<description>b", "<description>a<title>b", "<info>i", "<unknown>u",
  ]

  @Test(arguments: fields) func `an open field ends where the next item begins`(
    field: String
  ) throws {
    let entries = [1, 2].map { "<item><guid>\($0)</guid><title>T\($0)</title></item>" }
    for before in [0, 1] {
      let bytes = FeedText.rss(
        entries[..<before].joined() + field + entries[before...].joined())
      let (feed, read) = try FeedParser.parse(bytes)
      #expect(read.map(\.id) == ["1", "2"], "\(before) before it")
      #expect(read.map(\.title) == ["T1", "T2"], "\(before) before it")
      #expect(feed.kinds.contains(.structure), "\(before) before it")
    }
  }

  @Test(arguments: fields) func `an open field ends where the next entry of Atom begins`(
    field: String
  ) throws {
    let entries = [1, 2].map { "<entry><id>\($0)</id><title>T\($0)</title></entry>" }
    let (feed, read) = try FeedParser.parse(FeedText.atom(field + entries.joined()))
    #expect(read.map(\.id) == ["1", "2"])
    #expect(read.map(\.title) == ["T1", "T2"])
    #expect(feed.kinds.contains(.structure))
  }

  @Test func `an open field keeps its text up to the item`() throws {
    let bytes = Array(
      "<rss><channel><description>About us<item><title>One</title></item></channel></rss>".utf8)
    let feed = try FeedParser.parse(bytes).feed
    #expect(feed.metadata.description?.markup == "About us")
  }

  @Test func `an open CDATA section of the feed does not end in an entry`() throws {
    let item = "<item><title><![CDATA[One]]></title></item>"
    for field in ["title", "description", "x"] {
      let (feed, entries) = try FeedParser.parse(
        FeedText.rss("<\(field)><![CDATA[News</\(field)>" + item + item))
      #expect(entries.map(\.title) == ["One", "One"])
      #expect(feed.kinds == [.unclosedMarkup])
    }
  }

  @Test func `a section of an entry may show another entry`() throws {
    let text = "<item><![CDATA[x</item>"
    let item = "<item><description><![CDATA[\(text)]]></description></item>"
    #expect(try FeedParser.parse(FeedText.rss(item)).entries.map(\.summary?.markup) == [text])
  }

  @Test func `an open author is the feed's, and each entry's`() throws {
    let entry = "<entry><id>1</id><title>One</title></entry>"
    let (feed, entries) = try FeedParser.parse(
      FeedText.atom("<author><name>Jane" + entry + entry.replacing("1", with: "2")))
    #expect(feed.metadata.authors.map(\.name) == ["Jane"])
    #expect(entries.map { $0.authors.map(\.name) } == [["Jane"], ["Jane"]])
    let last = try #require(entries.last)
    let again = try FeedParser.entry(from: last.source, in: feed.envelope)
    #expect(again?.authors == last.authors)
  }
}
