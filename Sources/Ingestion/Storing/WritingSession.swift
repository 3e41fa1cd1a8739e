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
    log = try store.logWriter(wait: options.wait, observer)
    index = try store.indexWriter(catalog, wait: options.wait, observer)
  }

  /// Decides, appends and projects documents whose entries are in memory, all at once, and says what
  /// became of each.
  ///
  /// - Throws: What makes going on impossible: the disk, the log, the index.
  func store(_ documents: [ReadDocument]) throws -> [SourceReport] {
    try append { decided in
      try documents.map { document in
        var decision = try DocumentDecision(document, by: decider, given: decided.known)
        guard !decision.isKnown, case .held(let entries) = document.entries else {
          return decision.report
        }
        try decision.decide(entries, addingTo: &decided)
        try decision.finish(addingTo: &decided)
        return decision.report
      }
    }
  }

  /// Decides, appends and projects a document that is parsed once more meanwhile, in batches, and
  /// says what became of it.
  ///
  /// Where it ends in between, the log holds the entries of the batches before, and not that the
  /// document was read: who reads it again finds them known, and goes on.
  ///
  /// - Throws: What makes going on impossible: the disk, the log, the index.
  func store(
    _ document: ReadDocument, in source: ReceivedDocument, _ limits: IngestLimits
  ) throws -> SourceReport {
    var decision = try index.withKnowledge {
      try DocumentDecision(document, by: decider, given: $0)
    }
    guard !decision.isKnown else { return decision.report }
    var batch = EntryBatch(limits)
    try source.forEachEntry(article: nil) { entry in
      batch.append(FingerprintedEntry(entry, by: decider))
      guard batch.isFull else { return }
      try append { try decision.decide(batch.entries, addingTo: &$0) }
      batch.removeAll()
    }
    try append { decided in
      try decision.decide(batch.entries, addingTo: &decided)
      try decision.finish(addingTo: &decided)
    }
    return decision.report
  }

  /// Appends and projects what `decide` decides, all at once.
  private func append<Result>(_ decide: (inout DecidedEvents) throws -> Result) throws -> Result {
    let (result, events) = try index.withKnowledge { knowledge in
      var decided = DecidedEvents(over: knowledge)
      let result = try decide(&decided)
      return (result, decided.events)
    }
    try append(events)
    return result
  }

  private func append(_ events: [AnnouncementEvent]) throws {
    guard !events.isEmpty else { return }
    let written = try log.write(
      Parallel.map(events) { _, event in Event(event) },
      expecting: .head(index.checkpoint.sequence))
    try log.commit()
    guard written.count == events.count else {
      // An id that the log had already: what was decided is not what stands there.
      throw IngestError.undecidable
    }
    try index.project(events, at: written.time, upTo: log.head)
  }
}
