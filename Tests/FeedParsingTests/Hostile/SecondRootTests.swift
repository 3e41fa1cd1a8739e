import FeedParsing
import Testing

/// Documents in which something follows the root's end tag.
@Suite struct SecondRootTests {
  private static let one = "<item><title>One</title></item>"
  private static let two = "<item><title>Two</title></item>"
  private static let rss = "<rss><channel>\(one)</channel></rss>"
  private static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Two</title></entry></feed>
    """

  @Test(arguments: [
    "</rss>", "</channel></rss>", "junk", "<html><body><p>x</p></body></html>", "<rss></rss>",
    "<rss><channel><title>T</title></channel></rss>", "<!-- --><x/>", "<![CDATA[\(two)]]>",
    "</rss></rss><rss/>", "\u{0}", "<?php echo '\(two)' ?>x",
  ])
  func `what follows the feed and has no entries is junk`(junk: String) throws {
    let (feed, entries) = try FeedParser.parse(Array((Self.rss + junk).utf8))
    #expect(entries.map(\.title) == ["One"])
    #expect(feed.kinds == [.junkAfterDocument])
  }

  @Test(arguments: ["", "<!-- \(two) -->", "<?x \(two) ?>", "\n"])
  func `comments and instructions behind the feed are none of it`(rest: String) throws {
    let (feed, entries) = try FeedParser.parse(Array((Self.rss + rest).utf8))
    #expect(entries.map(\.title) == ["One"])
    #expect(feed.isWellFormed)
  }

  @Test(arguments: [
    rss.replacing("One", with: "Two"), "\n<?xml version=\"1.0\"?>" + atom, atom,
    "\(two)", "\(two)</rss>", "\(two)</channel></rss>", "\(two)</rss></rss>",
    "</rss>\(two)</rss>", "<rss>\(two)</rss>", "<rss>\(two)</rss><rss></rss>",
  ])
  func `entries behind the feed's end are kept, and named`(rest: String) throws {
    let (feed, entries) = try FeedParser.parse(Array((Self.rss + rest).utf8))
    #expect(entries.map(\.title) == ["One", "Two"])
    #expect(feed.issues.contains { $0.message == "The root ends before the last entry." })
    // All that was opened has ended.
    #expect(!feed.kinds.contains(.truncated))
    #expect(!feed.isWellFormed)
  }

  @Test func `a second feed that breaks off is truncated`() throws {
    let (feed, entries) = try FeedParser.parse(
      Array((Self.rss + "<rss><channel>\(Self.two)<item><title>Th").utf8))
    #expect(entries.map(\.title) == ["One", "Two"])
    #expect(feed.kinds.contains(.truncated))
  }

  @Test func `many feeds one behind the other are all read`() throws {
    let bytes = Array(String(repeating: Self.rss + "\n", count: 1_000).utf8)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.count == 1_000)
    #expect(!feed.kinds.contains(.truncated))
    #expect(!feed.kinds.contains(.limitExceeded))
  }
}
