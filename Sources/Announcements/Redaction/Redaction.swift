/// The decision that the words of an announcement go, and that it never comes back.
public struct Redaction: Hashable, Sendable {
  public var announcement: AnnouncementID
  public var feed: FeedID
  /// The last revision before it was redacted.
  public var revision: Int
  /// Why, in words that say nothing of what is erased.
  public var reason: String
  /// By what an entry of it is known again, as hashes: see ``Hashing/closedKey(of:)``.
  public var keys: [String]
  /// What only events that are erased with it say: how often feeds had been read.
  public var retrievals: [RetrievalCount]

  /// How often a feed had been read.
  public struct RetrievalCount: Hashable, Sendable {
    public var feed: FeedID
    public var count: Int

    public init(feed: FeedID, count: Int) {
      self.feed = feed
      self.count = count
    }
  }

  public init(
    announcement: AnnouncementID, feed: FeedID, revision: Int, reason: String, keys: [String],
    retrievals: [RetrievalCount] = []
  ) {
    self.announcement = announcement
    self.feed = feed
    self.revision = revision
    self.reason = reason
    self.keys = keys
    self.retrievals = retrievals
  }

  /// The redaction of an announcement that is known by its revisions; nil where there are none.
  ///
  /// - Parameters:
  ///   - revisions: All of them, in order.
  ///   - reason: Why.
  ///   - retrievals: How often the feeds were read whose retrievals are erased with it.
  ///   - hashing: Makes the keys.
  public init?(
    of revisions: [Revision], reason: String, retrievals: [RetrievalCount], _ hashing: Hashing
  ) {
    guard let last = revisions.last else { return nil }
    var keys: Set<String> = []
    for revision in revisions {
      for candidate in [revision.identity.candidate] + revision.identity.also {
        keys.insert(hashing.closedKey(of: candidate))
      }
      keys.insert(hashing.closedKey(ofContent: revision.content))
    }
    self.init(
      announcement: last.announcement, feed: last.feed, revision: last.number, reason: reason,
      keys: keys.sorted(), retrievals: retrievals)
  }
}

extension Hashing {
  /// The hash by which an entry is known to be of an announcement that was redacted, which may keep
  /// no words, and a guid, a link or a title may hold some.
  ///
  /// Who guesses the key can confirm the guess, as with the announcement's id.
  public func closedKey(of candidate: Candidate) -> String {
    closedKey(candidate.kind.rawValue, candidate.key)
  }

  /// The hash of a fingerprint of a redacted announcement's content.
  public func closedKey(ofContent content: String) -> String { closedKey("content", content) }

  /// Hashed apart from all else that is hashed, so that no two hashes of other things are equal.
  private func closedKey(_ kind: String, _ key: String) -> String {
    identifier(of: [EventType.redacted.rawValue, kind, key])
  }
}

/// What is known of an announcement that was redacted.
public struct ClosedAnnouncement: Hashable, Sendable {
  public var id: AnnouncementID
  public var feed: FeedID
  /// See ``Redaction/keys``.
  public var keys: Set<String>

  public init(id: AnnouncementID, feed: FeedID, keys: Set<String>) {
    self.id = id
    self.feed = feed
    self.keys = keys
  }
}
