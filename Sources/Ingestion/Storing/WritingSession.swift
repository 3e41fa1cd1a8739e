import Announcements
import Catalog
import EventLog
import FeedParsing
import JSONBytes
import Projections

/// The store opened for writing: its log's lock is held, and the index has read the whole log.
///
/// Events are decided against what the index knows plus what this session has written since; they
/// are durable before the index sees them.
final class WritingSession {
  private let log: LogWriter
  private let index: IndexWriter
  private let decider = Decider(hashing: .standard)

  /// The last event of the log.
  var head: LogPosition { log.head }

  /// Opens the store; see ``IngestObserver`` for what is told meanwhile.
  ///
  /// - Throws: `EventLogError`, `ProjectionError`, `SystemError`; nothing has been written then.
  init(
    _ store: Store, _ catalog: Catalog, _ options: IngestOptions, _ observer: IngestObserver
  )
    throws
  {
    var logOptions = LogWriter.Options()
    logOptions.wait = options.wait
    logOptions.onWait = observer.onWait
    logOptions.checkpoint = try store.index.checkpoint()
    log = try LogWriter(store.logDirectory, logOptions)
    if let recovery = log.recovery { observer.notice(recovery.description) }
    var indexOptions = IndexWriter.Options()
    indexOptions.wait = options.wait
    indexOptions.onWait = observer.onWait
    indexOptions.notice = observer.notice
    indexOptions.progress = observer.progress
    index = try IndexWriter(store.index, catalog: catalog, log: try store.log(), indexOptions)
  }

  /// Decides, appends and projects documents, and says what became of each.
  ///
  /// - Throws: What makes going on impossible: the disk, the log, the index.
  func store(_ documents: [ReadDocument]) throws -> [SourceReport] {
    var events: [AnnouncementEvent] = []
    let reports = try index.withKnowledge { knowledge in
      var overlay = Overlay(over: knowledge)
      return try documents.map { document in
        try decide(document, &overlay, &events)
      }
    }
    try append(events)
    return reports
  }

  private func append(_ events: [AnnouncementEvent]) throws {
    guard !events.isEmpty else { return }
    let written = try log.write(
      Parallel.map(events) { _, event in
        Event(
          id: event.id(.standard), source: event.feed.uriReference, type: event.type.rawValue,
          subject: event.subject?.rawValue, data: event.encodedData())
      }, expecting: .head(index.checkpoint.sequence))
    try log.commit()
    guard written.count == events.count else {
      // An id that the log had already: what was decided is not what stands there.
      throw IngestError.undecidable
    }
    try index.project(events, at: written.time, upTo: log.head)
  }

  // MARK: Deciding

  private func decide(
    _ document: ReadDocument, _ overlay: inout Overlay, _ events: inout [AnnouncementEvent]
  ) throws -> SourceReport {
    let feed = document.resolution.feed
    let known = try overlay.feed(feed)
    var report = SourceReport(document)
    if !document.isArticle, known?.document == document.received.hash {
      report.unchanged = document.entries.count
      return report
    }
    var state = DocumentState(
      feed: feed, hash: document.received.hash, survey: document.survey, known: known,
      tombstones: document.parsed.tombstones.map(\.ref))
    let before = events.count
    func add(_ event: AnnouncementEvent) throws {
      events.append(event)
      try overlay.evolve(with: event)
    }
    for entry in document.entries {
      switch try decider.decide(entry.entry, content: entry.content, in: &state, given: overlay) {
      case .published(let revision): try add(.published(revision))
      case .revised(let revision): try add(.revised(revision))
      case .unchanged, .repeated, .empty: break
      }
    }
    for tombstone in document.parsed.tombstones {
      let date = tombstone.when.map { DateClaim($0, source: .item) }
      if let withdrawal = try decider.decideWithdrawal(
        of: tombstone.ref, date: date, in: feed, given: overlay)
      {
        state.noteWithdrawal()
        try add(.withdrawn(withdrawal))
      }
    }
    if let change = try decider.decidePolicy(after: state, given: overlay) {
      try add(.feedPolicyChanged(change))
    }
    report.add(state.counts)
    // Last, so that a body counts as read only when all that it gave is in the log.
    if known?.document != document.received.hash || events.count > before {
      try add(
        .feedRetrieved(
          Retrieval(document, ordinal: known?.retrievals ?? 0, counts: state.counts)))
    }
    return report
  }
}

extension SourceReport {
  init(_ document: ReadDocument) {
    self.init(source: document.received.source.name)
    feed = document.resolution.feed.rawValue
    resolution = document.resolution.reason
    entries = document.entries.count
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
