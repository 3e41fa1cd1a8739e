import FeedParsing
import Testing

/// Markup that is opened again and again, and never closed: looking for each end to the end of the
/// document would take minutes.
@Suite(.timeLimit(.minutes(5))) struct UnclosedTests {
  private static let parts = [
    "<", "</", "<!", "<!--", "<![CDATA[", "<?", "<!DOCTYPE ", "<!DOCTYPE x [", "<a b=\"", "<a b='",
    "<a b=", "<a ", "<title", "</title", "<item a=\"", "<a xmlns:b=\"", "&", "&#", "&#x", "&amp",
    "]]>",
    "-->", "</rss>", "<rss>", "</channel>", "</item>", "<title>", "<description>", "<link>", "<br",
    "<author><name>", "<image><url>", "<item><title>", "</rss><item>", "<a xml:base=\"../b\">",
  ]
  private static let item = "<item><title>One</title></item>"
  private static let bytes = 25_000

  private static func repeated(_ part: String) -> String {
    String(repeating: part, count: bytes / part.utf8.count)
  }

  @Test(arguments: parts) func `what is never closed costs no entry before it`(
    part: String
  ) throws {
    let (feed, entries) = try FeedParser.parse(
      Array(("<rss><channel>" + Self.item + Self.repeated(part)).utf8))
    #expect(entries.first?.title == "One")
    #expect(!feed.isWellFormed)
  }

  @Test(arguments: parts) func `what is never closed behind the feed costs no entry`(
    part: String
  ) throws {
    let entries = try FeedParser.parse(
      Array(("<rss><channel>" + Self.item + "</channel></rss>" + Self.repeated(part)).utf8)
    ).entries
    #expect(entries.first?.title == "One")
  }

  /// Before the feed it may hide it; then that is said.
  @Test(arguments: parts) func `what is never closed before the feed is answered`(part: String) {
    let text = Self.repeated(part) + "<rss><channel>" + Self.item + "</channel></rss>"
    do {
      let entries = try FeedParser.parse(Array(text.utf8)).entries
      #expect(entries.contains { $0.title?.contains("One") == true } || entries.isEmpty)
    } catch {
      #expect(error is FeedError)
    }
  }

  @Test(arguments: parts) func `what is never closed in a title is answered`(part: String) throws {
    let text = "<rss><channel>\(Self.item)<item><title>A" + Self.repeated(part)
    for end in ["", "</title></item></channel></rss>"] {
      let entries = try FeedParser.parse(Array((text + end).utf8)).entries
      #expect(entries.first?.title == "One")
    }
  }
}
