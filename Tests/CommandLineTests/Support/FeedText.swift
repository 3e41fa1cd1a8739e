/// Feeds in RSS 2.0, made up for the tests.
enum FeedText {
  /// An item with its own guid and link.
  static func item(
    _ name: String, title: String? = nil, text: String = "Nothing was said.",
    date: String = "Sat, 20 Jan 2024 09:00:00 GMT"
  ) -> String {
    """
    <item><title>\(title ?? "Announcement \(name)")</title>\
    <link>https://news.example.org/\(name)</link><guid isPermaLink="false">\(name)</guid>\
    <pubDate>\(date)</pubDate><description>\(text)</description></item>

    """
  }

  /// A feed that names itself, so that any path to it is the same feed.
  static func feed(_ name: String, _ items: [String]) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
    <title>Feed \(name)</title><link>https://news.example.org/</link>
    <atom:link rel="self" href="https://news.example.org/\(name).xml"/>
    <description>Made up</description>
    \(items.joined())</channel></rss>

    """
  }

  /// A feed with items whose texts are a few hundred bytes each.
  static func long(_ name: String, items: Int) -> String {
    let sentence = "The hospital and the university began a study of hearts, lungs and sleep. "
    return feed(
      name,
      (0..<items).map { number in
        item(
          "\(name)-\(number)",
          text: "Number \(number). " + String(repeating: sentence, count: 2 + number % 5))
      })
  }

  /// A feed of more than 4 MiB, which is kept in a temporary file.
  static func large(_ name: String, items: Int = 1_000) -> String {
    let sentence = "The hospital and the university began a study of hearts, lungs and sleep. "
    let text = String(repeating: sentence, count: 1 + (4 << 20) / (items * sentence.utf8.count))
    return feed(name, (0..<items).map { item("\(name)-\($0)", text: "Number \($0). \(text)") })
  }
}
