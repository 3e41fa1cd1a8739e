import FeedParsing

/// Feeds for tests, put together around the part that a test is about.
enum FeedText {
  static func rss(_ items: String, root: String = "<rss version=\"2.0\">") -> [UInt8] {
    Array("\(root)<channel><title>T</title>\(items)</channel></rss>".utf8)
  }

  static func atom(_ entries: String) -> [UInt8] {
    let root = "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
    return Array("\(root)<title>T</title>\(entries)</feed>".utf8)
  }

  static func titles(of bytes: [UInt8]) throws -> [String?] {
    try FeedParser.parse(bytes).entries.map(\.title)
  }
}

extension ParsedFeed {
  /// The kinds of issues, in the order of the document.
  var kinds: [FeedIssue.Kind] { issues.map(\.kind) }
}
