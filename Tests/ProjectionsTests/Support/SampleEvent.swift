import Announcements
import JSONBytes

/// Small events made by hand.
enum SampleEvent {
  static let document = String(repeating: "d", count: 64)

  /// A revision of the announcement `name`, by default its first.
  static func revision(
    _ name: String, number: Int = 1, feed: String = "feed", title: String? = nil,
    text: String = "Nothing was said.", summary: String? = nil, link: String? = nil,
    published: String? = nil, also: [Candidate] = []
  ) -> Revision {
    var entry = ReceivedEntry()
    entry.guid = name
    entry.title = title ?? name
    entry.text = text
    entry.summary = summary
    entry.link = link
    entry.published = published.map {
      DateClaim(raw: $0, time: Timestamp($0), source: .item)
    }
    entry.source = "<item/>"
    return Revision(
      announcement: AnnouncementID("id-\(name)"), feed: FeedID(feed), number: number,
      identity: Identity(candidate: Candidate(.guid, name), counter: 0, also: also),
      entry: entry, content: "\(title ?? name)/\(text)", document: document)
  }

  static func published(
    _ name: String, feed: String = "feed", title: String? = nil,
    text: String = "Nothing was said.", summary: String? = nil, link: String? = nil,
    published: String? = "2024-01-10"
  ) -> AnnouncementEvent {
    .published(
      revision(
        name, feed: feed, title: title, text: text, summary: summary, link: link,
        published: published))
  }

  static func revised(
    _ name: String, number: Int, title: String? = nil, text: String,
    published: String? = "2024-01-10"
  ) -> AnnouncementEvent {
    .revised(revision(name, number: number, title: title, text: text, published: published))
  }

  static func withdrawn(_ name: String, revision: Int = 1) -> AnnouncementEvent {
    .withdrawn(
      Withdrawal(
        announcement: AnnouncementID("id-\(name)"), feed: FeedID("feed"), revision: revision,
        date: nil))
  }

  static func retrieved(_ feed: String = "feed", ordinal: Int = 0) -> AnnouncementEvent {
    .feedRetrieved(
      Retrieval(
        feed: FeedID(feed), source: "\(feed).xml", ordinal: ordinal,
        document: String(repeating: "\(ordinal % 10)", count: 64), bytes: 10, format: "rss",
        encoding: "UTF-8"))
  }
}
