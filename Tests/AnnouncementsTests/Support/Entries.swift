import Announcements
import JSONBytes
import Testing

/// A sentence or two about beds, long enough to be told from other texts.
let bedsText = """
  The hospital has opened twelve new beds on its children's ward this week.

  They were paid for by the hospital's own charity after a year of collecting.
  """

/// A text that shares nothing with ``bedsText``.
let busText = """
  Buses between the campus and the station run every ten minutes from Monday.

  Students travel free when they show their card to the driver.
  """

/// An entry as a feed gives it.
///
/// - Parameters:
///   - title: Its title.
///   - guid: Its guid, if it has one.
///   - link: Its link, if it has one.
///   - text: Its plain text.
///   - day: The day on which it was published, such as `2024-03-01`.
/// - Returns: The entry.
func entry(
  _ title: String, guid: String? = nil, link: String? = nil, text: String = bedsText,
  day: String? = nil
) -> ReceivedEntry {
  var entry = ReceivedEntry()
  entry.title = title
  entry.guid = guid
  entry.link = link
  entry.text = text
  entry.published = day.map { DateClaim(raw: $0, time: Timestamp($0), source: .item) }
  return entry
}

/// What a table's row gives, does, and expects.
struct Scenario: Sendable, CustomTestStringConvertible {
  var name: String
  /// The documents that were read before.
  var given: [[ReceivedEntry]]
  /// The document that is read now.
  var when: [ReceivedEntry]
  /// What it gives; see `story`.
  var then: [String]

  init(
    _ name: String, given: [ReceivedEntry]..., when: [ReceivedEntry], then: [String] = []
  ) {
    self.name = name
    self.given = given
    self.when = when
    self.then = then
  }

  var testDescription: String { name }

  /// What the last document gives, and what it gives when it is read once more.
  func run() throws -> (first: [String], again: [String]) {
    var history = History()
    for document in given { try history.read(document) }
    let first = try history.read(when).map(\.story)
    return (first, try history.read(when).map(\.story))
  }
}
