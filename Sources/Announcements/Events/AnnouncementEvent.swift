/// A fact about what organisations announce, as the log keeps it.
public enum AnnouncementEvent: Hashable, Sendable {
  /// Something was announced for the first time.
  case published(Revision)
  /// Its words were changed.
  case revised(Revision)
  /// Its publisher took it back.
  case withdrawn(Withdrawal)
  /// Its words were erased, and it never comes back.
  case redacted(Redaction)
  /// A feed was read, and everything that this gave stands in the log before this event.
  case feedRetrieved(Retrieval)
  /// From here on a feed's guids are trusted or not.
  case feedPolicyChanged(FeedPolicyChange)

  /// The event's type in the log.
  public var type: EventType {
    switch self {
    case .published: .published
    case .revised: .revised
    case .withdrawn: .withdrawn
    case .redacted: .redacted
    case .feedRetrieved: .feedRetrieved
    case .feedPolicyChanged: .feedPolicyChanged
    }
  }

  public var feed: FeedID {
    switch self {
    case .published(let revision), .revised(let revision): revision.feed
    case .withdrawn(let withdrawal): withdrawal.feed
    case .redacted(let redaction): redaction.feed
    case .feedRetrieved(let retrieval): retrieval.feed
    case .feedPolicyChanged(let change): change.feed
    }
  }

  /// The announcement that the event is about, if it is about one.
  public var subject: AnnouncementID? {
    switch self {
    case .published(let revision), .revised(let revision): revision.announcement
    case .withdrawn(let withdrawal): withdrawal.announcement
    case .redacted(let redaction): redaction.announcement
    case .feedRetrieved, .feedPolicyChanged: nil
    }
  }
}

/// The `type` attributes of the events that Presslog writes.
public enum EventType: String, Hashable, Sendable, CaseIterable {
  case published = "org.presslog.announcement.published"
  case revised = "org.presslog.announcement.revised"
  case withdrawn = "org.presslog.announcement.withdrawn"
  case redacted = "org.presslog.announcement.redacted"
  case feedRetrieved = "org.presslog.feed.retrieved"
  case feedPolicyChanged = "org.presslog.feed.policy-changed"
}

/// The words of an announcement as they were read at one time.
public struct Revision: Hashable, Sendable {
  public var announcement: AnnouncementID
  public var feed: FeedID
  /// From 1.
  public var number: Int
  public var identity: Identity
  public var entry: ReceivedEntry
  /// A fingerprint of title, summary and text: equal where nothing but markup changed.
  public var content: String
  /// The SHA-256 of the document in which the entry stood, 64 hexadecimal digits.
  public var document: String

  public init(
    announcement: AnnouncementID, feed: FeedID, number: Int, identity: Identity,
    entry: ReceivedEntry, content: String, document: String
  ) {
    self.announcement = announcement
    self.feed = feed
    self.number = number
    self.identity = identity
    self.entry = entry
    self.content = content
    self.document = document
  }
}

/// What an announcement is known by.
public struct Identity: Hashable, Sendable {
  /// What decided its id.
  public var candidate: Candidate
  /// 0, or how often the candidate had been recycled for something else.
  public var counter: Int
  /// By what else it is known again.
  public var also: [Candidate]

  public init(candidate: Candidate, counter: Int, also: [Candidate]) {
    self.candidate = candidate
    self.counter = counter
    self.also = also
  }
}

/// The publisher's word that an announcement is taken back.
public struct Withdrawal: Hashable, Sendable {
  public var announcement: AnnouncementID
  public var feed: FeedID
  /// The last revision before it was taken back.
  public var revision: Int
  /// When, as the publisher says.
  public var date: DateClaim?

  public init(announcement: AnnouncementID, feed: FeedID, revision: Int, date: DateClaim?) {
    self.announcement = announcement
    self.feed = feed
    self.revision = revision
    self.date = date
  }
}

/// One reading of a feed whose body had changed.
public struct Retrieval: Hashable, Sendable {
  public var feed: FeedID
  /// Where the bytes came from: a URL, a path, or `-`.
  public var source: String
  /// How often the feed had been read before.
  public var ordinal: Int
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  public var document: String
  public var bytes: Int
  public var format: String
  public var encoding: String
  public var title: String?
  public var link: String?
  /// What the server answered, for a URL.
  public var status: Int?
  public var etag: String?
  public var lastModified: String?
  public var counts: Counts
  /// The first issues that the parser found.
  public var issues: [Issue]

  /// What became of the document's entries.
  public struct Counts: Hashable, Sendable {
    public var entries = 0
    public var published = 0
    public var revised = 0
    public var unchanged = 0
    public var withdrawn = 0

    public init() {}
  }

  /// Something that was repaired or could not be read.
  public struct Issue: Hashable, Sendable {
    public var kind: String
    public var line: Int?
    public var message: String

    public init(kind: String, line: Int?, message: String) {
      self.kind = kind
      self.line = line
      self.message = message
    }
  }

  public init(
    feed: FeedID, source: String, ordinal: Int, document: String, bytes: Int, format: String,
    encoding: String, title: String? = nil, link: String? = nil, status: Int? = nil,
    etag: String? = nil, lastModified: String? = nil, counts: Counts = Counts(),
    issues: [Issue] = []
  ) {
    self.feed = feed
    self.source = source
    self.ordinal = ordinal
    self.document = document
    self.bytes = bytes
    self.format = format
    self.encoding = encoding
    self.title = title
    self.link = link
    self.status = status
    self.etag = etag
    self.lastModified = lastModified
    self.counts = counts
    self.issues = issues
  }
}

/// A decision about how a feed's entries are told apart.
public struct FeedPolicyChange: Hashable, Sendable {
  /// Why a feed's guids are not used.
  public enum Reason: String, Hashable, Sendable {
    /// All entries have the same.
    case shared
    /// They are new at every reading.
    case rotating
  }

  public var feed: FeedID
  /// How often the policy had been changed before.
  public var ordinal: Int
  public var reason: Reason

  public init(feed: FeedID, ordinal: Int, reason: Reason) {
    self.feed = feed
    self.ordinal = ordinal
    self.reason = reason
  }
}
