import FeedParsing
import Testing

@Suite struct JSONFeedDetectionTests {
  @Test(arguments: [
    "\u{FEFF}\u{FEFF}", ")]}',\n", "callback(", "/* made by hand */ ",
    "<br />\n<b>Notice</b>: {x} ",
    "\u{0}", "for(;;);",
  ])
  func `a feed is found behind what does not belong to it`(junk: String) throws {
    let text = junk + JSONFeedText.item("\"id\":\"1\",\"title\":\"A\"")
    #expect(FeedSniffer.kind(of: Array(text.utf8)) == .json)
    let (feed, entries) = try JSONFeedText.parse(text)
    #expect(entries.map(\.title) == ["A"])
    #expect(!feed.isWellFormed)
  }

  @Test func `a page that shows a feed is a page`() {
    let page = "<html><body><pre>\(JSONFeedText.item("\"id\":\"1\""))</pre></body></html>"
    #expect(FeedSniffer.kind(of: Array(page.utf8)) == .html)
  }

  @Test func `a feed in XML that tells of JSON Feed is one in XML`() {
    let text = "<rss><channel><title>\(JSONFeedText.item("\"id\":\"1\""))</title></channel></rss>"
    #expect(FeedSniffer.kind(of: Array(text.utf8)) == .xmlFeed)
  }

  @Test func `what the server calls JSON is looked for behind junk`() {
    let bytes = Array("while(1);{\"items\":[]}".utf8)
    let context = FeedContext(contentType: "application/json; charset=utf-8")
    #expect(FeedSniffer.kind(of: bytes, context: context) == .json)
    #expect(FeedSniffer.kind(of: bytes) == .other(hint: "plain text"))
  }

  @Test(arguments: [
    (
      "{\"code\":404,\"message\":\"No\"}",
      "a JSON document with the keys code and message; a JSON Feed has version and items"
    ),
    (
      "{\"items\":[{\"id\":1}]}",
      "a JSON document with the key items; a JSON Feed has version and items"
    ),
    ("{}", "a JSON document; a JSON Feed has version and items"),
    ("[1, 2]", "a list in JSON"),
    ("[{\"a\":1,\"b\":{\"c\":2},\"d\":3}]", "a list in JSON of objects with the keys a, b and d"),
    (
      "[{\"id\":1,\"guid\":{},\"link\":\"\"}]",
      "an answer of WordPress's interface for programs; its feed is at /feed/"
    ),
    ("{\"rss\":{\"channel\":{}}}", "RSS written in JSON, which is not read"),
    (
      "{\"@context\":\"https://schema.org\"}", "linked data in JSON (JSON-LD), not a JSON Feed"
    ),
  ])
  func `JSON that is no feed is named`(text: String, hint: String) {
    #expect(throws: FeedError.notAFeed(hint: hint)) { try JSONFeedText.parse(text) }
  }

  @Test func `a feed without a version is known by keys that nothing else has`() throws {
    let (feed, entries) = try JSONFeedText.parse(
      "{\"home_page_url\":\"/\",\"items\":[{\"id\":\"1\",\"title\":\"A\"}]}")
    #expect(entries.map(\.title) == ["A"])
    #expect(feed.format == .jsonFeed11)
    #expect(feed.kinds == [.unexpectedValue])
  }
}
