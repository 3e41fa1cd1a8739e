import Announcements
public import Catalog
import EventLog
public import Projections

/// Erases announcements for good: from the log, and from the index, which is made anew.
///
/// The store is held from the beginning to the end. A redaction that a crash cuts short is finished
/// by whoever opens the store for writing next.
public final class Redactor {
  private let store: Store
  private let catalog: Catalog
  private let wait: Duration
  private let observer: IngestObserver
  private let log: LogWriter
  private var index: IndexWriter?

  /// What became of an announcement.
  public struct Report: Hashable, Sendable {
    public var redaction: RedactionDetail
    /// How many events lost their data now; 0 where it had been redacted before.
    public var erased: Int
    /// Whether it had been redacted before, for the reason that was given then.
    public var wasRedacted: Bool
  }

  /// Opens the store for writing, and brings the index up to the log.
  ///
  /// - Parameters:
  ///   - store: Where everything is kept.
  ///   - catalog: Who and what is looked for, for the new index.
  ///   - wait: How long to wait for another writer.
  ///   - observer: Who is told what happens.
  /// - Throws: `EventLogError`, `ProjectionError`, `SystemError`; nothing has been written then.
  public init(
    _ store: Store, _ catalog: Catalog, wait: Duration, _ observer: IngestObserver
  ) throws {
    self.store = store
    self.catalog = catalog
    self.wait = wait
    self.observer = observer
    log = try store.logWriter(wait: wait, observer)
    index = try store.indexWriter(catalog, wait: wait, observer)
  }

  /// Erases the words of an announcement and closes it for ever.
  ///
  /// All its events lose their data, and so do the retrievals whose issues quote it. One that was
  /// redacted before is looked after once more, in case that a copy brought words back.
  ///
  /// - Parameters:
  ///   - subject: The announcement's id.
  ///   - reason: Why, in words that say nothing of what is erased.
  /// - Returns: What became of it; nil where there is no such announcement.
  /// - Throws: `EventLogError`, `ProjectionError`, `SystemError`.
  public func redact(_ subject: String, reason: String) throws -> Report? {
    if let earlier = try IndexReader(store.index).redaction(of: subject) {
      try log.repeatRedaction(at: earlier.sequence)
      return Report(redaction: earlier, erased: 0, wasRedacted: true)
    }
    let events = try SubjectEvents(of: AnnouncementID(subject), in: try store.log())
    let retrievals = try index?.withKnowledge { known in
      try events.quotingFeeds.sorted { $0.rawValue < $1.rawValue }.map { feed in
        Redaction.RetrievalCount(feed: feed, count: try known.feed(feed)?.retrievals ?? 0)
      }
    }
    guard
      let redaction = Redaction(
        of: events.revisions, reason: reason, retrievals: retrievals ?? [], .standard)
    else { return nil }
    try log.redact(Event(.redacted(redaction)), erasing: events.sequences)
    // The old one holds the words in its file, full text above all.
    index = nil
    index = try store.indexWriter(catalog, wait: wait, observer)
    return try IndexReader(store.index).redaction(of: subject).map {
      Report(redaction: $0, erased: events.sequences.count, wasRedacted: false)
    }
  }
}

extension Event {
  /// What the log keeps of an event of ours.
  init(_ event: AnnouncementEvent) {
    self.init(
      id: event.id(.standard), source: event.feed.uriReference, type: event.type.rawValue,
      subject: event.subject?.rawValue, data: event.encodedData())
  }
}
