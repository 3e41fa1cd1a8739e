public import Announcements
import JSONBytes
public import Testing

/// Everything that has been announced in a test: documents are read one after another, and each
/// is decided in the light of those before it, as the writer of the log does it.
struct History {
  /// A stand-in for SHA-256 that needs no library: FNV-1a with another start for each of four words.
  static let hashing = Hashing { bytes in
    (0..<4).flatMap { word in
      let start: UInt64 = 0xCBF2_9CE4_8422_2325 &+ UInt64(word) &* 0x9E37_79B9_7F4A_7C15
      let hash = bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (UInt64($0) * 8)) }
    }
  }

  let decider: Decider
  private(set) var known = Overlay()
  /// Every event so far, in order.
  private(set) var events: [AnnouncementEvent] = []
  private var documents = 0

  init(hashing: Hashing = History.hashing) {
    decider = Decider(hashing: hashing)
  }

  /// Reads a document of a feed.
  ///
  /// - Parameters:
  ///   - entries: The document's entries, in order.
  ///   - feed: The feed that it is of.
  ///   - tombstones: The guids that it says were deleted.
  /// - Returns: What it gave, the retrieval itself left out.
  /// - Throws: Nothing: an overlay without a base cannot fail.
  @discardableResult
  mutating func read(
    _ entries: [ReceivedEntry], of feed: FeedID = "news", tombstones: [String] = []
  ) throws -> [AnnouncementEvent] {
    let first = events.count
    var document = try open(entries, of: feed, tombstones: tombstones)
    for entry in entries {
      switch try decider.decide(entry, in: &document, given: known) {
      case .published(let revision): try add(.published(revision))
      case .revised(let revision): try add(.revised(revision))
      case .unchanged, .repeated, .closed, .empty: break
      }
    }
    for guid in tombstones {
      if let withdrawal = try decider.decideWithdrawal(of: guid, date: nil, in: feed, given: known)
      {
        document.noteWithdrawal()
        try add(.withdrawn(withdrawal))
      }
    }
    if let change = try decider.decidePolicy(after: document, given: known) {
      try add(.feedPolicyChanged(change))
    }
    return Array(events[first...])
  }

  /// Redacts the announcement that was published as number `index`.
  mutating func redact(_ index: Int) throws {
    var order: [AnnouncementID] = []
    for event in events {
      if case .published(let revision) = event { order.append(revision.announcement) }
    }
    let revisions = events.compactMap { event -> Revision? in
      switch event {
      case .published(let revision), .revised(let revision):
        revision.announcement == order[index] ? revision : nil
      default: nil
      }
    }
    let redaction = Redaction(
      of: revisions, reason: "asked for", retrievals: [], Self.hashing)
    if let redaction { try add(.redacted(redaction)) }
  }

  /// What was redacted, in order.
  var redactions: [AnnouncementID] {
    events.compactMap { event in
      if case .redacted(let redaction) = event { redaction.announcement } else { nil }
    }
  }

  /// Begins a new overlay over what is known, as the writer of the log does after each batch.
  mutating func beginBatch() {
    known = Overlay(over: known)
  }

  /// What becomes of each entry of a document that is looked at and not kept.
  func decisions(
    on entries: [ReceivedEntry], of feed: FeedID = "news"
  ) throws -> [Decider.Decision] {
    var history = self
    var document = try history.open(entries, of: feed)
    return try entries.map { entry in
      let decision = try decider.decide(entry, in: &document, given: history.known)
      switch decision {
      case .published(let revision): try history.add(.published(revision))
      case .revised(let revision): try history.add(.revised(revision))
      case .unchanged, .repeated, .closed, .empty: break
      }
      return decision
    }
  }

  /// The words that every announcement has now, in the order in which they were published.
  var current: [Revision] {
    var order: [AnnouncementID] = []
    var latest: [AnnouncementID: Revision] = [:]
    for event in events {
      switch event {
      case .published(let revision), .revised(let revision):
        if latest.updateValue(revision, forKey: revision.announcement) == nil {
          order.append(revision.announcement)
        }
      case .redacted(let redaction): latest[redaction.announcement] = nil
      case .withdrawn, .feedRetrieved, .feedPolicyChanged: break
      }
    }
    return order.compactMap { latest[$0] }
  }

  private mutating func open(
    _ entries: [ReceivedEntry], of feed: FeedID, tombstones: [String] = []
  ) throws -> DocumentState {
    documents += 1
    var survey = EntrySurvey()
    entries.forEach { survey.add($0) }
    return DocumentState(
      feed: feed, hash: "document \(documents)", survey: survey, known: try known.feed(feed),
      tombstones: tombstones)
  }

  private mutating func add(_ event: AnnouncementEvent) throws {
    events.append(event)
    try known.evolve(with: event)
  }
}

extension FeedID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension AnnouncementEvent: CustomTestStringConvertible {
  /// What a failure calls the event: texts of control characters stay out of the report.
  public var testDescription: String { type.rawValue }

  /// The event in a few words, for tables: "published Beds", "revised Beds to 2".
  var story: String {
    switch self {
    case .published(let revision): "published \(revision.entry.title)"
    case .revised(let revision): "revised \(revision.entry.title) to \(revision.number)"
    case .withdrawn(let withdrawal): "withdrawn after \(withdrawal.revision)"
    case .redacted: "redacted"
    case .feedRetrieved: "retrieved"
    case .feedPolicyChanged(let change): "guids \(change.reason.rawValue)"
    }
  }
}
