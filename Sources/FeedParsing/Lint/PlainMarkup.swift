import HTMLText

/// Whether a text that should be plain is HTML.
///
/// A text about HTML may name a tag: `the <b> element`. So a tag counts only where it is one of those
/// that texts are written with, and does something: it has an end tag or an attribute, or needs none.
enum PlainMarkup {
  /// What newsrooms write their texts with.
  private static let elements: Set<String> = [
    "a", "article", "b", "blockquote", "center", "code", "div", "em", "figure", "font", "h1", "h2",
    "h3", "h4", "h5", "h6", "i", "iframe", "li", "ol", "p", "pre", "script", "section", "small",
    "span", "strong", "sub", "sup", "table", "td", "th", "tr", "u", "ul",
  ]
  private static let emptyElements: Set<String> = ["br", "hr", "img"]

  /// Looks at each tag, in one pass.
  static func isFound(in text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
    let ends = endTags(in: text)
    var tags = ContentTags(text)
    while let tag = tags.next() {
      if emptyElements.contains(tag.name) { return true }
      guard elements.contains(tag.name) else { continue }
      if ends.contains(tag.name) || !tag.attributes.isEmpty { return true }
    }
    return false
  }

  /// The names of all end tags, in lower case.
  private static func endTags(in text: String) -> Set<String> {
    let parts = text.lowercased().split(separator: "</", omittingEmptySubsequences: false)
    return Set(
      parts.dropFirst().map { part in
        String(part.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) })
      })
  }
}
