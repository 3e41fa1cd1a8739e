public import FeedParsing

/// What became of one source.
public struct SourceReport: Sendable {
  /// The source as it was named.
  public var source: String
  /// The feed that it is of; nil where nothing could be read.
  public var feed: String?
  /// Why it is that feed.
  public var resolution: String?
  public var entries = 0
  public var published = 0
  public var revised = 0
  public var unchanged = 0
  /// How many of those that are unchanged are of redacted announcements, which never come back.
  public var redacted = 0
  public var withdrawn = 0
  public var issues: [FeedIssue] = []
  /// How many issues there were, those that `issues` has no room for included.
  public var issueCount = 0
  /// Why nothing was read.
  public var error: (any Error)?

  init(source: String) {
    self.source = source
  }
}
