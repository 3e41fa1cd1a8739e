public import Catalog

/// What the classifier makes of announcements, beside what is right.
public struct Evaluation: Sendable {
  /// What is scored.
  public enum Aspect: String, CaseIterable, Sendable {
    /// Everybody whom an announcement is tied to.
    case partners
    case publisher
    case quoted
    case topics
  }

  /// A tag that is missing or too much.
  public struct Miss: Sendable {
    public var aspect: Aspect
    public var announcement: GoldAnnouncement
    public var tag: String
    /// Whether the tag should have been given; else it should not.
    public var isMissing: Bool
    /// The words that made a wrong tag.
    public var evidence: [String]
  }

  public private(set) var scores: [Aspect: Score] = [:]
  public private(set) var misses: [Miss] = []
  public let count: Int

  public init(_ announcements: [GoldAnnouncement], _ classifier: Classifier) {
    count = announcements.count
    for announcement in announcements {
      let found = classifier.classify(announcement.document)
      for aspect in Aspect.allCases { score(aspect, found, announcement) }
    }
  }

  public func score(_ aspect: Aspect) -> Score { scores[aspect, default: Score()] }

  private mutating func score(
    _ aspect: Aspect, _ found: Classification, _ announcement: GoldAnnouncement
  ) {
    let (given, gold) = (Self.tags(aspect, found), Self.tags(aspect, announcement.gold))
    scores[aspect, default: Score()].count(given, against: gold)
    for tag in given.symmetricDifference(gold).sorted() {
      let mentions = found.mentions.filter { Self.tag(of: $0) == tag }
      misses.append(
        Miss(
          aspect: aspect, announcement: announcement, tag: tag, isMissing: gold.contains(tag),
          evidence: mentions.map { "\($0.words) (\($0.rule), \($0.role))" }))
    }
  }

  private static func tags(_ aspect: Aspect, _ found: Classification) -> Set<String> {
    switch aspect {
    case .partners: Set(found.partners)
    case .publisher: Set([found.publisher].compactMap { $0 })
    case .quoted: Set(found.mentions.filter { $0.role == .quoted }.map(tag))
    case .topics: Set(found.topics)
    }
  }

  private static func tags(_ aspect: Aspect, _ gold: GoldAnnouncement.Gold) -> Set<String> {
    switch aspect {
    case .partners: Set(gold.partners)
    case .publisher: Set([gold.publisher].compactMap { $0 })
    case .quoted: Set(gold.quoted)
    case .topics: Set(gold.topics)
    }
  }

  private static func tag(of mention: Mention) -> String {
    switch mention.target {
    case .partner(let id): id
    case .topic(let id): id
    }
  }
}
