import Announcements
import FeedParsing

/// The decision on one document: on each entry in its order, then on the document as a whole.
///
/// Its entries may be decided in several batches, between which the events of those before are
/// stored. What it needs of the document besides the batch is bounded by a few bytes an entry.
struct DocumentDecision {
  /// What became of the document so far.
  private(set) var report: SourceReport
  /// Whether the document is the one that was read last: then there is nothing to decide.
  let isKnown: Bool
  private let document: ReadDocument
  private let decider: Decider
  private let before: KnownFeed?
  private var state: DocumentState
  private var hasEvents = false
  /// What the document still carries of redacted announcements.
  private var closed: [ReceivedEntry] = []

  /// Begins with a document of which nothing is decided.
  init(_ document: ReadDocument, by decider: Decider, given known: some Knowledge) throws {
    self.document = document
    self.decider = decider
    before = try known.feed(document.resolution.feed)
    isKnown = !document.isArticle && before?.document == document.received.hash
    state = DocumentState(
      feed: document.resolution.feed, hash: document.received.hash, survey: document.survey,
      known: before, tombstones: document.parsed.tombstones.map(\.ref))
    report = SourceReport(document)
    if isKnown { report.unchanged = document.entryCount }
  }

  /// Decides the next entries.
  mutating func decide(
    _ entries: [FingerprintedEntry], addingTo decided: inout DecidedEvents
  ) throws {
    for entry in entries {
      switch try decider.decide(
        entry.entry, content: entry.content, in: &state, given: decided.known)
      {
      case .published(let revision): try add(.published(revision), to: &decided)
      case .revised(let revision): try add(.revised(revision), to: &decided)
      case .closed: closed.append(entry.entry)
      case .unchanged, .repeated, .empty: break
      }
    }
  }

  /// Decides what the document says besides its entries, once they all are decided.
  mutating func finish(addingTo decided: inout DecidedEvents) throws {
    for tombstone in document.parsed.tombstones {
      let date = tombstone.when.map { DateClaim($0, source: .item) }
      if let withdrawal = try decider.decideWithdrawal(
        of: tombstone.ref, date: date, in: state.feed, given: decided.known)
      {
        state.noteWithdrawal()
        try add(.withdrawn(withdrawal), to: &decided)
      }
    }
    if let change = try decider.decidePolicy(after: state, given: decided.known) {
      try add(.feedPolicyChanged(change), to: &decided)
    }
    report.add(state.counts)
    report.redacted = state.redacted
    // Last, so that a body counts as read only when all that it gave is in the log.
    if before?.document != document.received.hash || hasEvents {
      let retrieval = Retrieval(
        document, ordinal: before?.retrievals ?? 0, counts: state.counts)
      try add(.feedRetrieved(QuotedWords(closed).removed(from: retrieval)), to: &decided)
    }
  }

  private mutating func add(
    _ event: AnnouncementEvent, to decided: inout DecidedEvents
  ) throws {
    hasEvents = true
    try decided.add(event)
  }
}

extension SourceReport {
  fileprivate init(_ document: ReadDocument) {
    self.init(source: document.received.source.name)
    feed = document.resolution.feed.rawValue
    resolution = document.resolution.reason
    entries = document.entryCount
    issues = document.parsed.issues
    issueCount = document.parsed.issueCount
  }

  fileprivate mutating func add(_ counts: Retrieval.Counts) {
    published = counts.published
    revised = counts.revised
    unchanged = counts.unchanged
    withdrawn = counts.withdrawn
  }
}

extension Retrieval {
  /// The issues that an event keeps.
  private static let maximumIssues = 20

  fileprivate init(_ document: ReadDocument, ordinal: Int, counts: Counts) {
    let parsed = document.parsed
    self.init(
      feed: document.resolution.feed, source: document.received.source.name, ordinal: ordinal,
      document: document.received.hash, bytes: document.received.bytes,
      format: parsed.format.rawValue, encoding: parsed.encoding.name,
      title: parsed.metadata.title, link: parsed.metadata.link, status: document.received.status,
      etag: document.received.etag, lastModified: document.received.lastModified, counts: counts,
      issues: parsed.issues.prefix(Self.maximumIssues).map {
        Issue(kind: $0.kind.rawValue, line: $0.line, message: $0.message)
      })
  }
}
