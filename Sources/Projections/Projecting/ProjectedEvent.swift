import Announcements
import Catalog
import EventLog
import JSONBytes

/// An event with everything that the catalog makes of it: what remains is to write rows.
///
/// Making one needs no database, so that many are made at once on other cores than the writer's.
struct ProjectedEvent: Sendable {
  var sequence: Int
  var time: Timestamp
  /// Nil for a type that this version does not know, and for an event whose data were erased: the
  /// checkpoint passes over it.
  var event: AnnouncementEvent?
  var classification: Classification?

  /// Decodes and classifies an event of the log.
  ///
  /// - Throws: ``ProjectionError/unreadableEvent(sequence:reason:)``.
  init(_ recorded: RecordedEvent, _ classifier: Classifier) throws {
    var event: AnnouncementEvent?
    if recorded.redaction == nil, let type = EventType(rawValue: recorded.type) {
      do {
        event = try AnnouncementEvent(type: type, subject: recorded.subject, data: recorded.data)
      } catch {
        throw ProjectionError.unreadableEvent(
          sequence: recorded.sequence, reason: error.description)
      }
    }
    self.init(event, sequence: recorded.sequence, time: recorded.time, classifier)
  }

  /// Classifies an event that was just appended.
  init(
    _ event: AnnouncementEvent?, sequence: Int, time: Timestamp, _ classifier: Classifier
  ) {
    self.sequence = sequence
    self.time = time
    self.event = event
    switch event {
    case .published(let revision), .revised(let revision):
      classification = classifier.classify(Document(revision, received: time))
    default: classification = nil
    }
  }
}

extension [ProjectedEvent] {
  /// Decodes and classifies events of the log on all cores.
  ///
  /// - Throws: ``ProjectionError/unreadableEvent(sequence:reason:)`` for the first such event.
  init(_ batch: [RecordedEvent], _ classifier: Classifier) throws {
    self = try Parallel.map(batch) { _, event in Result { try ProjectedEvent(event, classifier) } }
      .map { try $0.get() }
  }

  /// Classifies events that were just appended, the first of them as number `first`, on all cores.
  init(
    _ events: [AnnouncementEvent], first: Int, time: Timestamp, _ classifier: Classifier
  ) {
    self = Parallel.map(events) { index, event in
      ProjectedEvent(event, sequence: first + index, time: time, classifier)
    }
  }
}

extension Document {
  /// What the catalog looks at.
  fileprivate init(_ revision: Revision, received: Timestamp) {
    let entry = revision.entry
    let isDated = entry.published?.time != nil && entry.published?.flag(received: received) == nil
    let time = isDated ? entry.published?.time ?? received : received
    self.init(
      feed: revision.feed.rawValue, subscription: revision.feed.rawValue,
      publisher: entry.publisher, title: entry.title, summary: entry.summary, text: entry.text,
      link: entry.link, categories: entry.categories, day: Day(time.day))
  }
}
