import Announcements
import EventLog

/// The events of the log that hold words of an announcement.
struct SubjectEvents {
  /// Of the events about it, and of the retrievals that quote it.
  private(set) var sequences: Set<Int> = []
  /// Those of its revisions whose data stand, in order.
  private(set) var revisions: [Revision] = []
  /// The feeds whose retrievals quote it.
  private(set) var quotingFeeds: Set<FeedID> = []

  private static let batchSize = 1_000

  /// Reads the log through, twice: what is quoted is known once all revisions are.
  ///
  /// - Throws: `EventLogError` for a damaged log, `EventDecodingError` for an event that only a newer
  ///   Presslog reads.
  init(of id: AnnouncementID, in log: LogReader) throws {
    try log.forEachBatch(after: 0, size: Self.batchSize) { batch in
      for event in batch where event.subject == id.rawValue {
        guard let type = EventType(rawValue: event.type), type != .redacted else { continue }
        sequences.insert(event.sequence)
        guard event.redaction == nil else { continue }
        switch try AnnouncementEvent(type: type, subject: event.subject, data: event.data) {
        case .published(let revision), .revised(let revision): revisions.append(revision)
        case .withdrawn, .redacted, .feedRetrieved, .feedPolicyChanged: break
        }
      }
    }
    let words = QuotedWords(revisions.map(\.entry))
    try log.forEachBatch(after: 0, size: Self.batchSize) { batch in
      for event in batch
      where event.type == EventType.feedRetrieved.rawValue && event.redaction == nil {
        guard
          case .feedRetrieved(let retrieval) = try AnnouncementEvent(
            type: .feedRetrieved, subject: nil, data: event.data),
          words.areQuoted(by: retrieval)
        else { continue }
        sequences.insert(event.sequence)
        quotingFeeds.insert(retrieval.feed)
      }
    }
  }
}
