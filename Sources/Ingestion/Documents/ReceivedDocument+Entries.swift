import Announcements
import FeedParsing

extension ReceivedDocument {
  /// The bytes that the fields of one entry and its source may have together.
  ///
  /// Escaped as JSON they may be six times as many, and an event must fit into half a segment.
  private static let maximumEntryBytes = 5 << 20

  /// Parses the document and hands each entry on as it is complete.
  ///
  /// An entry that no event can hold costs itself, and is said.
  ///
  /// - Parameters:
  ///   - article: What is known of the document where it is one article; nil where it is a feed.
  ///   - body: Receives the entries in the order of the document.
  /// - Returns: The feed's own fields, and what was wrong with the document.
  /// - Throws: `FeedError`, `SystemError` where a temporary file cannot be read, or what `body` throws.
  @discardableResult
  func forEachEntry(
    article: ArticleFields?, _ body: (ReceivedEntry) throws -> Void
  ) throws -> ParsedFeed {
    var count = 0
    var oversized = 0
    var feed = try parse(article: article) { entry in
      guard entry.byteCount <= Self.maximumEntryBytes else { return oversized += 1 }
      count += 1
      try body(entry)
    }
    guard oversized > 0 else { return feed }
    let message =
      "\(oversized) entries were left out: one may have \(Self.maximumEntryBytes >> 20) MiB"
    guard count > 0 else { throw FeedError.limitExceeded(message) }
    feed.issues.append(FeedIssue(kind: .limitExceeded, message: message))
    feed.issueCount += 1
    return feed
  }

  private func parse(
    article: ArticleFields?, _ body: (ReceivedEntry) throws -> Void
  ) throws -> ParsedFeed {
    guard let article else {
      return try FeedDocument.parse(contents, context: context) { try body(ReceivedEntry($0)) }
    }
    let (feed, entry) = try ArticleFeed.parse(contents.bytes(), context: context, given: article)
    try body(ReceivedEntry(entry, isDateGiven: article.published != nil))
    return feed
  }
}
