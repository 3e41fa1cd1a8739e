/// Feeds made up for the tests.
enum FeedText {
  static func item(
    _ name: String, text: String = "Nothing was said.", title: String? = nil, link: String? = nil
  ) -> String {
    """
    <item><title>\(title ?? "Announcement \(name)")</title>\
    <link>\(link ?? "https://news.example.org/\(name)")</link>\
    <guid isPermaLink="false">\(name)</guid>\
    <pubDate>Sat, 20 Jan 2024 09:00:00 GMT</pubDate><description>\(text)</description></item>
    """
  }

  /// An RSS feed; without an address of its own it is known by its link and title.
  static func rss(
    _ items: String..., address: String? = nil, title: String = "News",
    link: String = "https://news.example.org/"
  ) -> String {
    let own = address.map { "<atom:link rel=\"self\" href=\"\($0)\"/>" } ?? ""
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
      <title>\(title)</title><link>\(link)</link>\(own)<description>Made up</description>
      \(items.joined(separator: "\n"))
      </channel></rss>
      """
  }

  /// An Atom feed with entries and tombstones (RFC 6721).
  static func atom(entries: [String], deleted: [String] = []) -> String {
    let entries = entries.map { name in
      """
      <entry><id>tag:example.org,2024:\(name)</id><title>Entry \(name)</title>\
      <link href="https://example.org/\(name)"/><updated>2024-01-20T09:00:00Z</updated>\
      <content>What \(name) says.</content></entry>
      """
    }
    let deleted = deleted.map {
      "<at:deleted-entry ref=\"tag:example.org,2024:\($0)\" when=\"2024-02-01T09:00:00Z\"/>"
    }
    return """
      <?xml version="1.0"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <id>tag:example.org,2024:feed</id><title>Atom</title><updated>2024-01-20T09:00:00Z</updated>
      <link rel="self" href="https://example.org/feed.atom"/>
      \((entries + deleted).joined(separator: "\n"))
      </feed>
      """
  }
}
