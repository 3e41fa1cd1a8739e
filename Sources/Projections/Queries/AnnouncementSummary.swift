public import JSONBytes

/// A line of a list: an announcement as it reads now, with its tags.
public struct AnnouncementSummary: Hashable, Sendable {
  public var id: String
  public var title: String
  public var link: String?
  /// The date that the announcement gives, however doubtful.
  public var published: Timestamp?
  /// When it was first received.
  public var recorded: Timestamp
  public var feed: String
  /// A partner's id.
  public var publisher: String?
  /// The number of the current revision.
  public var revision: Int
  /// The feed's own summary, else the beginning of the text.
  public var summary: String
  public var partners: [TaggedPartner]
  public var topics: [String]

  /// A partner of an announcement with its roles, sorted.
  public struct TaggedPartner: Hashable, Sendable {
    public var id: String
    public var roles: [String]
  }
}

/// Everything that is known of an announcement.
public struct AnnouncementDetail: Hashable, Sendable {
  public var summary: AnnouncementSummary
  /// The current text, without what the catalog calls boilerplate.
  public var text: String
  public var authors: [String]
  public var categories: [String]
  public var isWithdrawn: Bool
  /// Oldest first.
  public var revisions: [RevisionDetail]
  /// Why the current revision has its tags.
  public var mentions: [MentionDetail]
  /// What was taken out of the current revision as boilerplate.
  public var removed: [RemovedWords]

  /// The words of an announcement at one time.
  public struct RevisionDetail: Hashable, Sendable {
    public var number: Int
    /// The event that recorded it.
    public var sequence: Int
    public var recorded: Timestamp
    public var published: Timestamp?
    /// The date as the feed wrote it, who said so, and what is doubtful about it.
    public var publishedRaw: String?
    public var publishedSource: String?
    public var publishedFlag: String?
    public var title: String
    public var summary: String?
    public var text: String
    public var link: String?
    /// The SHA-256 of the document in which it stood.
    public var document: String
  }

  /// The evidence of a tag.
  public struct MentionDetail: Hashable, Sendable {
    /// `partner` or `topic`.
    public var kind: String
    public var target: String
    public var role: String
    public var field: String
    /// The range of the words in the field, in bytes of UTF-8.
    public var start: Int
    public var end: Int
    public var words: String
    /// The entry of the catalog that matched.
    public var name: String
    public var rule: String
  }

  /// A passage that a rule of the catalog took out.
  public struct RemovedWords: Hashable, Sendable {
    public var rule: String
    public var words: String
  }
}

/// All that is left of an announcement whose words were erased.
public struct RedactionDetail: Hashable, Sendable {
  public var id: String
  public var feed: String
  /// The event that erased it.
  public var sequence: Int
  /// When.
  public var recorded: Timestamp
  /// Why.
  public var reason: String
}

/// A partner or topic and how often it is met.
public struct TargetCount: Hashable, Sendable {
  public var id: String
  public var name: String
  /// A partner's kind, a topic's facet.
  public var kind: String
  public var announcements: Int
  /// Of those, how many it published itself; 0 for topics.
  public var published: Int
  /// The date of the newest.
  public var newest: Timestamp?
}
