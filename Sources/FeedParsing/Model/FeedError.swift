/// Why nothing at all could be read from a document.
///
/// An imperfect feed is no error: what was wrong with it stands in ``ParsedFeed/issues``.
public enum FeedError: Error, Hashable, Sendable {
  /// There are no bytes, or only white space.
  case empty
  /// The document is a web page; `feeds` are those that its `link` elements name.
  case htmlPage(feeds: [String])
  /// The document is nothing that we read; `hint` says what it looks like.
  case notAFeed(hint: String)
  /// The document is larger than ``FeedLimits/bytes``.
  case tooLarge(bytes: Int, limit: Int)
  /// The document is not the same any more as when reading it began.
  case changed
  /// A limit was reached before the first entry was complete.
  case limitExceeded(String)
}

extension FeedError: CustomStringConvertible {
  /// What is wrong and what to do, in a sentence without the document's name.
  public var description: String {
    switch self {
    case .empty: "there is nothing in it; nothing was read"
    case .htmlPage(let feeds):
      feeds.isEmpty
        ? "this is a web page, not a feed, and it names none; look for the page's feed"
        : "this is a web page, not a feed; it names \(feeds.joined(separator: " and "))"
    case .notAFeed(let hint):
      "this is no feed but \(hint); RSS, RDF, Atom, JSON Feed and CSV are read"
    case .tooLarge(let bytes, let limit):
      "it has \(bytes) bytes and the limit is \(limit >> 20) MiB; split it"
    case .changed: "it was changed while it was read; read it again"
    case .limitExceeded(let limit): "nothing could be read within the limits: \(limit)"
    }
  }
}
