/// What has been decided of one document so far.
public struct DocumentState: Sendable {
  public let feed: FeedID
  /// The SHA-256 of the document.
  public let hash: String
  let survey: EntrySurvey
  let ignoresGuids: Bool
  private let tombstones: Set<Candidate>
  private(set) var seen: Set<AnnouncementID> = []
  private var rotated = 0
  private var knownByGuid = 0
  /// What became of the entries.
  public private(set) var counts = Retrieval.Counts()
  /// How many of those that count as unchanged are of redacted announcements.
  public private(set) var redacted = 0

  /// Begins a document.
  ///
  /// - Parameters:
  ///   - feed: The feed that the document is of.
  ///   - hash: The SHA-256 of the document, in hexadecimal digits.
  ///   - survey: What the document says of all its entries' identities.
  ///   - known: What is known of the feed, if it was ever read.
  ///   - tombstones: The guids of the entries that the document takes back.
  public init(
    feed: FeedID, hash: String, survey: EntrySurvey, known: KnownFeed?, tombstones: [String] = []
  ) {
    self.feed = feed
    self.hash = hash
    self.survey = survey
    ignoresGuids = known?.ignoresGuids ?? false
    self.tombstones = Set(tombstones.compactMap(Candidate.guid))
  }

  /// Whether the document itself takes an announcement back: then an entry of it that is still there
  /// does not put it back.
  func withdraws(_ announcement: KnownAnnouncement) -> Bool {
    ([announcement.identity.candidate] + announcement.identity.also).contains {
      tombstones.contains($0)
    }
  }

  /// Counts a withdrawal.
  public mutating func noteWithdrawal() { counts.withdrawn += 1 }

  mutating func note(_ decision: Decider.Decision) {
    counts.entries += 1
    switch decision {
    case .published(let revision):
      counts.published += 1
      seen.insert(revision.announcement)
    case .revised(let revision):
      counts.revised += 1
      knownByGuid += 1
      seen.insert(revision.announcement)
    case .unchanged(let id, let isRotated):
      counts.unchanged += 1
      if isRotated { rotated += 1 } else { knownByGuid += 1 }
      seen.insert(id)
    case .closed:
      counts.unchanged += 1
      redacted += 1
    case .repeated, .empty: counts.unchanged += 1
    }
  }

  /// Why the guids of the feed tell nothing, if they do not.
  var guidProblem: FeedPolicyChange.Reason? {
    if survey.hasOneGuidForAll { return .shared }
    return rotated >= Self.rotationThreshold && knownByGuid == 0 ? .rotating : nil
  }

  /// How many entries must have a new guid with a known link and text, and none a known guid.
  private static let rotationThreshold = 3
}
