public import JSONBytes

/// Which announcements are asked for; what is not set does not restrict.
public struct AnnouncementQuery: Hashable, Sendable {
  /// Words that must all stand in title, summary or text; `"a phrase"` and `begin*` are understood.
  public var words: String?
  /// The ids of partners, of whom one is enough; none does not restrict.
  public var partners: [String] = []
  /// A topic's id.
  public var topic: String?
  /// A feed's name.
  public var feed: String?
  /// From this instant on.
  public var since: Timestamp?
  /// Before this instant.
  public var until: Timestamp?
  /// How many at most; 0 is all.
  public var limit = 50

  public init() {}
}

/// The words of a query as an FTS5 expression that cannot be malformed.
struct SearchExpression {
  /// Nil where the words hold no letter and no digit.
  let text: String?

  init(_ words: String) {
    var phrases: [String] = []
    // SQLite reads an expression to its first NUL, which would cut a phrase in two.
    let parts = words.replacing("\0", with: " ").split(
      separator: "\"", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      // Odd parts stood in quotation marks: one phrase each.
      let terms = index % 2 == 1 ? [part] : part.split(whereSeparator: \.isWhitespace)
      for term in terms where term.contains(where: { $0.isLetter || $0.isNumber }) {
        phrases.append("\"\(term)\"" + (term.hasSuffix("*") && index % 2 == 0 ? "*" : ""))
      }
    }
    text = phrases.isEmpty ? nil : phrases.joined(separator: " AND ")
  }
}
