/// What is known of the past when an entry is decided: the announcements so far, and the feeds.
///
/// It is answered from a projection, with an overlay of what this process has written since.
public protocol Knowledge {
  /// What is known of a feed; nil where it was never read.
  func feed(_ id: FeedID) throws -> KnownFeed?

  /// The announcements of a feed that are known by `candidate`, the oldest first.
  func announcements(in feed: FeedID, by candidate: Candidate) throws -> [KnownAnnouncement]

  /// An announcement of any other feed that is known by `candidate` and has, or once had, just this
  /// content.
  func announcement(
    outside feed: FeedID, by candidate: Candidate, content: String
  ) throws -> KnownAnnouncement?

  /// The redacted announcements that have `key`: see ``Redaction/keys``.
  func closedAnnouncements(by key: String) throws -> [ClosedAnnouncement]

  /// Title and text of an announcement's current revision, as they were received.
  func words(of announcement: AnnouncementID) throws -> String?
}

/// What is known of a feed.
public struct KnownFeed: Hashable, Sendable {
  /// The SHA-256 of the document that was read last and completely.
  public var document: String?
  /// How often it was read.
  public var retrievals = 0
  /// Whether its guids tell nothing.
  public var ignoresGuids = false
  /// How often its policy was changed.
  public var policyChanges = 0

  public init() {}
}

/// What is known of an announcement.
public struct KnownAnnouncement: Hashable, Sendable {
  public var id: AnnouncementID
  /// The number of its current revision.
  public var revision: Int
  /// The fingerprint of its current revision.
  public var content: String
  public var identity: Identity
  public var isWithdrawn: Bool

  public init(
    id: AnnouncementID, revision: Int, content: String, identity: Identity, isWithdrawn: Bool
  ) {
    self.id = id
    self.revision = revision
    self.content = content
    self.identity = identity
    self.isWithdrawn = isWithdrawn
  }

  /// What it is known by, of one kind.
  func candidate(_ kind: Candidate.Kind) -> Candidate? {
    identity.candidate.kind == kind
      ? identity.candidate : identity.also.first { $0.kind == kind }
  }
}
