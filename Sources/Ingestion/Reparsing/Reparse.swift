import Announcements
public import Catalog
import EventLog
import FeedParsing

/// Holds what the log says of each announcement against what today's parser reads from the same
/// characters.
///
/// In memory are some hundred bytes for each announcement and the envelopes of the documents.
public struct Reparse {
  /// What a comparison found.
  public struct Report: Hashable, Sendable {
    /// The announcements whose current words were read again.
    public var compared = 0
    /// Those that today's parser reads otherwise.
    public var different = 0
    /// Those that were compared with a made-up envelope, which may itself make a difference.
    public var assumed = 0
    /// Those that cannot be read by themselves: articles, erased ones, tables without their header.
    public var passedOver = 0
    /// The revisions that were appended.
    public var appended = 0
  }

  private let store: Store
  /// Called with each difference, in the order of the log.
  private let difference: (ReparseDifference) -> Void
  private let decider = Decider(hashing: .standard)

  /// Events that are read, and revisions that are appended, at once.
  private static let batchSize = 1_000

  public init(_ store: Store, difference: @escaping (ReparseDifference) -> Void) {
    self.store = store
    self.difference = difference
  }

  /// Compares, and changes nothing.
  ///
  /// - Throws: `EventLogError`, `SystemError`.
  public func compare() throws -> Report { try run { _ in } }

  /// Compares, and appends what today's parser reads as revisions that are marked as its own.
  ///
  /// - Throws: `EventLogError`, `ProjectionError`, `SystemError`.
  public func append(
    _ catalog: Catalog, _ options: IngestOptions, _ observer: IngestObserver
  ) throws -> Report {
    let session = try WritingSession(store, catalog, options, observer)
    return try run(session.append)
  }

  private func run(_ append: ([AnnouncementEvent]) throws -> Void) throws -> Report {
    let log = try store.log()
    let index = try CurrentRevisions(log)
    var report = Report()
    var revisions: [AnnouncementEvent] = []
    func handOn() throws {
      try append(revisions)
      report.appended += revisions.count
      revisions.removeAll()
    }
    try log.forEachBatch(after: 0, size: Self.batchSize) { batch in
      for recorded in batch where index.isCurrent(recorded) {
        guard let revision = recorded.revision,
          let surroundings = index.surroundings[revision.document]
        else {
          report.passedOver += 1
          continue
        }
        report.compared += 1
        if surroundings.isAssumed { report.assumed += 1 }
        let (differences, entry) = compare(revision, in: surroundings)
        if !differences.isEmpty { report.different += 1 }
        differences.forEach(difference)
        if let entry, !differences.isEmpty { revisions.append(renewed(revision, entry)) }
      }
      if revisions.count >= Self.batchSize { try handOn() }
    }
    try handOn()
    return report
  }

  /// What differs, and the entry as it is read today; no entry where none is read.
  private func compare(
    _ revision: Revision, in surroundings: Surroundings
  ) -> ([ReparseDifference], ReceivedEntry?) {
    // Why it cannot be read does not matter: that it cannot is the difference.
    let parsed = try? FeedParser.entry(
      from: revision.entry.source, in: surroundings.envelope, context: surroundings.context)
    guard let parsed else {
      let lost = ReparseDifference(
        id: revision.announcement.rawValue, field: "entry", before: revision.entry.title, after: nil
      )
      return ([lost], nil)
    }
    var entry = ReceivedEntry(parsed)
    entry.source = revision.entry.source
    // What a person entered stands in no characters.
    if revision.entry.published?.source == .given { entry.published = revision.entry.published }
    entry.publisher = entry.publisher ?? revision.entry.publisher
    // Entries inherit these from the feed, of which too little is known.
    if surroundings.isAssumed, entry.authors.isEmpty { entry.authors = revision.entry.authors }
    if surroundings.isAssumed || surroundings.isFetched {
      // Where the characters name none, the language may be the server's `Content-Language`.
      entry.language = entry.language ?? revision.entry.language
    }
    return (ReparseDifference.between(revision.entry, entry, of: revision.announcement), entry)
  }

  private func renewed(_ revision: Revision, _ entry: ReceivedEntry) -> AnnouncementEvent {
    .revised(
      Revision(
        announcement: revision.announcement, feed: revision.feed, number: revision.number + 1,
        identity: revision.identity, entry: entry, content: decider.fingerprint(of: entry),
        document: revision.document, reason: .parser))
  }
}

/// Which events of a log are the current words of their announcements, and what stood around them.
private struct CurrentRevisions {
  private var sequences: [String: Int] = [:]
  /// By the hash of the document.
  private(set) var surroundings: [String: Surroundings] = [:]

  init(_ log: LogReader) throws {
    try log.forEachBatch(after: 0, size: 1_000) { batch in
      for recorded in batch {
        switch EventType(rawValue: recorded.type) {
        case .published, .revised: sequences[recorded.subject ?? ""] = recorded.sequence
        case .feedRetrieved:
          let event = try AnnouncementEvent(
            type: .feedRetrieved, subject: nil, data: recorded.data)
          guard case .feedRetrieved(let retrieval) = event else { continue }
          surroundings[retrieval.document] = Surroundings(retrieval)
        default: continue
        }
      }
    }
  }

  func isCurrent(_ recorded: RecordedEvent) -> Bool {
    recorded.subject.flatMap { sequences[$0] } == recorded.sequence
  }
}

extension RecordedEvent {
  /// What the event says of an announcement's words; nil where that was erased.
  fileprivate var revision: Revision? {
    guard let type = EventType(rawValue: type),
      let event = try? AnnouncementEvent(type: type, subject: subject, data: data)
    else { return nil }
    switch event {
    case .published(let revision), .revised(let revision): return revision
    default: return nil
    }
  }
}
