import FeedParsing

/// JSON Feeds for tests, put together around the part that a test is about.
enum JSONFeedText {
  static let version = "\"version\":\"https://jsonfeed.org/version/1.1\""

  /// A feed around the characters between the brackets of `items`.
  static func feed(_ items: String, head: String = "\"title\":\"T\"") -> String {
    "{\(version),\(head),\"items\":[\(items)]}"
  }

  /// A feed of one item around its keys and values.
  static func item(_ fields: String, head: String = "\"title\":\"T\"") -> String {
    feed("{\(fields)}", head: head)
  }

  static func parse(
    _ text: String, url: String? = nil, limits: FeedLimits = .standard
  ) throws -> (feed: ParsedFeed, entries: [ParsedEntry]) {
    try FeedParser.parse(Array(text.utf8), context: FeedContext(url: url), limits: limits)
  }

  /// The only entry of a feed of one item.
  static func entry(_ fields: String, url: String? = nil) throws -> ParsedEntry {
    let entries = try parse(item(fields), url: url).entries
    return entries.first ?? ParsedEntry()
  }

  static func titles(_ text: String) throws -> [String] {
    try parse(text).entries.map { $0.title ?? "" }
  }
}
