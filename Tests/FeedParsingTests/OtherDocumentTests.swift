import FeedParsing
import Testing

@Suite struct OtherDocumentTests {
  @Test func `a web page tells its feeds`() {
    let page = """
      <!doctype html><html><head><link rel=alternate type="application/rss+xml" href="/feed?a=1&amp;b=2">
      <!-- <link rel="alternate" type="application/rss+xml" href="/old"> -->
      <link rel="stylesheet" href="/x.css"></head><body>x</body></html>
      """
    #expect(throws: FeedError.htmlPage(feeds: ["https://example.org/feed?a=1&b=2"])) {
      try FeedParser.parse(Array(page.utf8), context: FeedContext(url: "https://example.org/news"))
    }
  }

  @Test func `nothing is nothing`() {
    #expect(throws: FeedError.empty) { try FeedParser.parse([]) }
    #expect(throws: FeedError.empty) { try FeedParser.parse(Array(" \n".utf8)) }
  }

  @Test(arguments: [
    ("%PDF-1.7", "a PDF document"), ("PK\u{3}\u{4}", "a zip archive or an office document"),
    ("words", "plain text"), ("<svg></svg>", "XML whose root is <svg>"),
  ])
  func `what is no feed is named`(text: String, hint: String) {
    #expect(throws: FeedError.notAFeed(hint: hint)) { try FeedParser.parse(Array(text.utf8)) }
  }

  @Test func `a document over the limit is refused`() {
    var limits = FeedLimits()
    limits.bytes = 10
    #expect(throws: FeedError.tooLarge(bytes: 11, limit: 10)) {
      try FeedParser.parse([UInt8](repeating: 0x20, count: 11), limits: limits)
    }
  }

  @Test(arguments: [
    ("title,link\na,b\n", FeedSniffer.Kind.csv), ("<rss/>", .xmlFeed), ("[]", .json),
    ("<!DOCTYPE html><p>x", .html), ("  ", .empty),
  ])
  func `documents are told apart by their first bytes`(text: String, kind: FeedSniffer.Kind) {
    #expect(FeedSniffer.kind(of: Array(text.utf8)) == kind)
  }
}
