import HTMLText

/// A date that still has HTML around it, as content management systems put it into feeds.
///
/// Drupal's feeds have `<time datetime="2024-01-20T09:00:00+00:00">Saturday, January 20,
/// 2024</time>` where a date should be, others leave `&nbsp;` behind. The attribute is what is
/// meant for machines, so it comes first; else the words count.
struct DateMarkup {
  /// The markup around one date; more is an article.
  private static let longestText = 2000
  /// HTML's own attribute, and the one that RDFa uses.
  private static let attributes = ["datetime=", "content="]

  private let text: String

  init(_ text: String) {
    self.text = text
  }

  static func isFound(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= longestText else { return false }
    return range.contains { text[$0] == UInt8(ascii: "<") || text[$0] == UInt8(ascii: "&") }
  }

  var secondsSince1970: Int64? {
    for name in Self.attributes {
      if let value = value(of: name), let seconds = FeedDateParser.parsePlain(value) {
        return seconds
      }
    }
    return FeedDateParser.parsePlain(HTMLText.inlineText(of: withoutSection))
  }

  /// The text without `<![CDATA[` around it, which is left where a feed escapes it once too often.
  private var withoutSection: String {
    let (open, close) = ("<![CDATA[", "]]>")
    guard text.hasPrefix(open), text.hasSuffix(close), text.utf8.count > 12 else { return text }
    return String(text.dropFirst(open.count).dropLast(close.count))
  }

  /// What stands in quotation marks after the first place where the attribute is named.
  private func value(of attribute: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return nil }
    var rest = Substring(text)
    while let equals = rest.firstIndex(of: "=") {
      let next = rest.index(after: equals)
      if rest[..<next].hasSuffix(attribute), let quote = rest[next...].first,
        quote == "\"" || quote == "'"
      {
        let start = rest.index(after: next)
        guard let end = rest[start...].firstIndex(of: quote) else { return nil }
        return String(rest[start..<end])
      }
      rest = rest[next...]
    }
    return nil
  }
}
