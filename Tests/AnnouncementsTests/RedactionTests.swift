import Announcements
import JSONBytes
import Testing

/// What was redacted never comes back, and nothing else is taken for it.
@Suite struct RedactionTests {
  private static let beds = item("Beds", guid: "1")

  private static func item(
    _ title: String, guid: String? = nil, link: String? = "https://example.org/beds",
    text: String = bedsText
  ) -> ReceivedEntry {
    entry(title, guid: guid, link: link, text: text, day: "2024-03-01")
  }

  /// A history with `entries` read and the first of them redacted; in two batches, as if the process
  /// had ended in between.
  private static func redacted(_ entries: [ReceivedEntry]) throws -> History {
    var history = History()
    try history.read(entries)
    history.beginBatch()
    try history.redact(0)
    return history
  }

  /// What is read, and what of it is told afterwards.
  private static let scenarios: [(String, ReceivedEntry, [String])] = [
    ("the same", item("Beds", guid: "1"), []),
    ("another text", item("Beds", guid: "1", text: busText), []),
    ("another link", item("Beds", guid: "1", link: "https://example.org/b"), []),
    ("a recycled guid", item("Bus", guid: "1", link: "https://example.org/b", text: busText), []),
    ("another guid", item("Beds", guid: "2"), []),
    ("another guid and text", item("Beds", guid: "2", text: busText), []),
    ("no guid", item("Beds, again"), []),
    ("http and tracking", item("Beds", link: "http://example.org/beds/?utm_source=x"), []),
    ("its words alone", item("Beds", guid: "3", link: "https://example.org/c"), []),
    (
      "another announcement", item("Bus", guid: "4", link: "https://example.org/d", text: busText),
      ["published Bus"]
    ),
    (
      "its title alone", item("Beds", guid: "5", link: "https://example.org/e", text: busText),
      ["published Beds"]
    ),
  ]

  @Test(arguments: scenarios)
  func `an entry of what was redacted is nothing new`(
    name: String, entry: ReceivedEntry, then: [String]
  ) throws {
    var history = try Self.redacted([Self.beds])
    #expect(try history.read([entry]).map(\.story) == then)
    #expect(try history.read([entry]) == [])
  }

  @Test func `an announcement that is known by its title is closed by it`() throws {
    let notice = entry("Notice", text: "Closed today.", day: "2024-03-01")
    var history = try Self.redacted([notice])
    let edited = entry("Notice", text: "Open again.", day: "2024-03-01")
    #expect(try history.read([notice, edited]).map(\.story) == ["published Notice"])
    #expect(try history.read([edited]).map(\.story) == [])
  }

  @Test func `an entry of it is counted as unchanged and as redacted`() throws {
    let history = try Self.redacted([Self.beds])
    #expect(try history.decisions(on: [Self.beds]) == [.closed(history.redactions[0])])
    var document = DocumentState(
      feed: "news", hash: "x", survey: EntrySurvey(), known: try history.known.feed("news"))
    _ = try history.decider.decide(Self.beds, in: &document, given: history.known)
    #expect(document.counts.unchanged == 1)
    #expect(document.redacted == 1)
  }

  @Test func `another feed is closed to the same link with the same words and to nothing else`()
    throws
  {
    let history = try Self.redacted([Self.beds])
    func stories(_ entry: ReceivedEntry) throws -> [String] {
      var copy = history
      return try copy.read([entry], of: "other").map(\.story)
    }
    #expect(try stories(Self.item("Beds", guid: "9")) == [])
    #expect(try stories(Self.item("Beds", guid: "1", text: busText)) == ["published Beds"])
    #expect(
      try stories(Self.item("Beds", guid: "1", link: "https://else.org/")) == ["published Beds"])
  }

  @Test func `whoever else has a recycled guid is still revised, and the redacted one is not`()
    throws
  {
    let bus = Self.item("Bus", guid: "1", link: "https://example.org/bus", text: busText)
    var history = History()
    try history.read([Self.beds])
    try history.read([bus])
    try history.redact(1)
    #expect(try history.read([bus]) == [])
    let edited = Self.item(
      "Bus", guid: "1", link: "https://example.org/bus", text: busText + " Twice.")
    #expect(try history.read([edited]) == [])
    let beds = Self.item("Beds", guid: "1", text: bedsText + " Thank you.")
    #expect(try history.read([beds]).map(\.story) == ["revised Beds to 2"])
  }

  @Test func `a tombstone for it is nothing`() throws {
    var history = try Self.redacted([Self.beds])
    #expect(try history.read([], tombstones: ["1"]) == [])
  }

  @Test func `every revision's keys close it, and none of its words is in the event`() throws {
    var history = History()
    try history.read([Self.beds])
    let edited = Self.item(
      "Beds", guid: "1", link: "https://example.org/x", text: bedsText + " Thank you.")
    try #require(try history.read([edited]).map(\.story) == ["revised Beds to 2"])
    try history.redact(0)
    for link in ["https://example.org/beds", "https://example.org/x"] {
      #expect(try history.read([Self.item("New", link: link)]) == [], "\(link)")
    }
    let event = try #require(history.events.last)
    let data = String(decoding: event.encodedData(), as: UTF8.self).lowercased()
    for words in ["beds", "example.org", "hospital", "buses"] {
      #expect(!data.contains(words), "\(words) in \(data)")
    }
  }

  @Test(arguments: [
    ("This date cannot be read: next Tuesday, says Geheimrat", true),
    ("This date cannot be read: sometime soon", false),
    ("<Geheimrat> has no end tag.", true),
    ("<description> has no end tag.", false),
    ("There is a < that starts no tag.", false),
    ("A row has no title.", false),
  ])
  func `a retrieval whose message quotes the entry is known`(
    message: String, isQuoted: Bool
  ) {
    var entry = entry("Honours", guid: "1", text: "For the Geheimrat.")
    entry.published = DateClaim(raw: "next Tuesday, says Geheimrat", time: nil, source: .item)
    var retrieval = Retrieval(
      feed: "news", source: "-", ordinal: 0, document: "", bytes: 0, format: "rss2.0",
      encoding: "utf-8", title: "News of Honours", link: "https://example.org/")
    let words = QuotedWords([entry])
    #expect(!words.areQuoted(by: retrieval))
    retrieval.issues = [Retrieval.Issue(kind: "structure", line: 1, message: message)]
    #expect(words.areQuoted(by: retrieval) == isQuoted)
    #expect(words.removed(from: retrieval).issues[0].message == (isQuoted ? "(redacted)" : message))
    #expect(!words.areQuoted(by: words.removed(from: retrieval)))
    retrieval.issues = []
    retrieval.title = "honours"
    #expect(words.areQuoted(by: retrieval))
  }
}
