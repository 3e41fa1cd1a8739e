import FeedParsing
import Testing

@Suite struct JSONFeedLimitTests {
  @Test(arguments: ["[", "{\"a\":", "{", "[{\"version\":"])
  func `a million open brackets end with an error`(bracket: String) {
    let text = String(repeating: bracket, count: 1_000_000)
    #expect(throws: FeedError.self) { try JSONFeedText.parse(text) }
    #expect(throws: FeedError.self) {
      try JSONFeedText.parse("{\(JSONFeedText.version),\"_x\":\(text)")
    }
  }

  @Test func `nesting beyond the limit ends the reading and is named`() throws {
    var limits = FeedLimits()
    limits.depth = 5
    let deep = "{\"id\":\"2\",\"_x\":[[[1]]]}"
    let allowed = "{\"id\":\"1\",\"_x\":[[1]]}"
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed("\(allowed),\(deep),{\"id\":\"3\"}"), limits: limits)
    #expect(entries.map(\.id) == ["1"])
    #expect(feed.kinds == [.limitExceeded])
    #expect(feed.issues.first?.message.contains("5 levels") == true)
    #expect(throws: FeedError.limitExceeded("values nest deeper than 5 levels")) {
      try JSONFeedText.parse(JSONFeedText.feed(deep), limits: limits)
    }
  }

  @Test func `entries beyond the limit end the reading and are named`() throws {
    var limits = FeedLimits()
    limits.entries = 2
    let text = JSONFeedText.feed("{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"}")
    let (feed, entries) = try JSONFeedText.parse(text, limits: limits)
    #expect(entries.map(\.id) == ["1", "2"])
    #expect(feed.entryCount == 2)
    #expect(feed.kinds == [.limitExceeded])
    #expect(feed.issues.first?.message.contains("more than 2 entries") == true)
  }

  @Test(arguments: ["x", "\\n", "\\u00e9"])
  func `a text over the limit is left out and named`(text: String) throws {
    var limits = FeedLimits()
    limits.textBytes = 40
    let title = String(repeating: text, count: 41)
    let (feed, entries) = try JSONFeedText.parse(
      "{\"home_page_url\":\"/\",\"items\":[{\"id\":\"1\",\"title\":\"\(title)\"},{\"id\":\"2\"}]}",
      limits: limits)
    #expect(entries.map(\.id) == ["1", "2"])
    #expect(entries.map(\.title) == [nil, nil])
    #expect(feed.kinds.contains(.limitExceeded))
    #expect(feed.issues.contains { $0.message.contains("40 bytes") })
  }

  @Test func `issues over the limit are counted`() throws {
    var limits = FeedLimits()
    limits.issues = 2
    let feed = try JSONFeedText.parse(
      JSONFeedText.feed("{\"id\":\"1\",\"tags\":[,,,,,]}"), limits: limits
    ).feed
    #expect(feed.issues.count == 2)
    #expect(feed.issueCount == 6)
  }

  /// Read in quadratic time, each of these would take minutes.
  @Test(arguments: [
    "\"x", "\",'", "\"a\" b ", "\"a\",", "'\\'", "\"\\", "{\"a\":\"b\" c", "}", "},", "]", "{ ",
    "{}",
    ":", ",", "/*", "/* */", "// \n", "\"a\":\"b\":", "\" , \"", "a b ", "\"a\": b, \"", "1 ",
    "\u{A0}",
  ])
  func `hostile repetition is read in one go`(pattern: String) throws {
    let count = 300_000 / pattern.utf8.count
    let text = String(repeating: pattern, count: count)
    for prefix in ["", "\"_x\":[", "\"items\":[{\"id\":\"1\",\"title\":\"", "\"items\":["] {
      let document = "{\(JSONFeedText.version),\(prefix)\(text)"
      // Only that it ends is of interest: with an error or a few entries.
      _ = try? JSONFeedText.parse(document)
    }
  }
}
