public import FeedParsing

/// What a person may say about sources besides their names.
public struct IngestOptions: Sendable {
  /// The feed that files and standard input are of.
  public var feed: String?
  /// Whether each source is one article instead of a feed.
  public var isArticle = false
  /// What is known of the article besides its text.
  public var article = ArticleFields()
  /// How long to wait for another writer.
  public var wait: Duration = .seconds(10)
  /// How much is in memory at once; tests make it less.
  package var limits = IngestLimits()

  public init() {}
}
