import Announcements
import Testing

/// Guids that do not say what they should: recycled, shared, new at every reading.
@Suite struct GuidTests {
  private static func item(
    _ title: String, guid: String?, text: String? = nil
  ) -> ReceivedEntry {
    entry(
      title, guid: guid, link: "https://example.org/\(title.lowercased())",
      text: text ?? "\(title) is what this is about, and nothing else.")
  }

  private static let items = ["Alpha", "Beta", "Gamma"]
  private static let rotated = items.map { item($0, guid: "second-\($0)") }
  private static let original = items.map { item($0, guid: "first-\($0)") }

  private static let beds = item("Beds", guid: "1", text: bedsText)
  private static let buses = item("Buses", guid: "1", text: busText)

  // feedbin/support#597 and #507: a reader that trusts the guid hides the new item.
  @Test func `a guid with a wholly different link and text is another announcement`() throws {
    var history = History()
    try history.read([Self.beds])
    #expect(try history.read([Self.buses]).map(\.story) == ["published Buses"])
    #expect(try history.read([Self.buses]) == [])
    #expect(try history.read([Self.beds]) == [])
    #expect(history.current.map(\.identity.counter) == [0, 1])
    #expect(Set(history.current.map(\.announcement)).count == 2)
  }

  @Test func `an edit of any holder of a recycled guid revises that holder`() throws {
    var history = History()
    try history.read([Self.beds])
    try history.read([Self.buses])
    let edited = Self.item("Beds", guid: "1", text: bedsText + " Thank you.")
    #expect(try history.read([edited]).map(\.story) == ["revised Beds to 2"])
    #expect(history.current.map(\.entry.title) == ["Beds", "Buses"])
  }

  @Test func `each use of a recycled guid has an id of its own`() throws {
    var history = History()
    let garden = entry("Garden", link: "https://example.org/garden", text: "Roses and lilies.")
    try history.read([garden])
    try history.read([Self.beds])
    try history.read([Self.buses])
    // What was known by its link alone takes the guid over.
    let taken = entry(
      "Garden", guid: "1", link: "https://example.org/garden", text: "Roses, lilies and oaks.")
    #expect(try history.read([taken]).map(\.story) == ["revised Garden to 2"])
    let lecture = Self.item("Lecture", guid: "1", text: "Professor Ahmed speaks about moons.")
    #expect(try history.read([lecture]).map(\.story) == ["published Lecture"])
    #expect(history.current.count == 4)
    #expect(history.current.map(\.identity.counter) == [0, 0, 1, 2])
  }

  @Test func `a rotation of all guids is nothing new, and the feed's guids are ignored`() throws {
    var history = History()
    try history.read(Self.original)
    #expect(try history.read(Self.rotated).map(\.story) == ["guids rotating"])
    #expect(try history.read(Self.rotated) == [])
    let third = Self.items.map { Self.item($0, guid: "third-\($0)", text: "Edited \($0)") }
    #expect(
      try history.read(third).map(\.story) == Self.items.map { "revised \($0) to 2" })
  }

  @Test func `an entry known by its guid alone stays known when guids come to be ignored`() throws {
    var history = History()
    try history.read(Self.original)
    let shared = ["Delta", "Epsilon"].map {
      entry($0, guid: $0, link: "https://example.org/news", text: "\($0) and nothing else.")
    }
    let gave = try history.read(Self.rotated + shared).map(\.story)
    #expect(gave == ["published Delta", "published Epsilon", "guids rotating"])
    #expect(try history.read(Self.rotated + shared) == [])
  }

  @Test func `a few new guids beside known ones do not condemn a feed`() throws {
    var history = History()
    try history.read(Self.original + [Self.item("Delta", guid: "first-Delta")])
    let partly = Self.rotated + [Self.item("Delta", guid: "first-Delta")]
    #expect(try history.read(partly) == [])
    #expect(try history.read(Array(Self.rotated.prefix(2))) == [])
  }

  // miniflux#4197 and FreshRSS#4485: all items but one are lost.
  @Test func `one guid for all entries loses none of them, and is ignored from then on`() throws {
    var history = History()
    let entries = Self.items.map { Self.item($0, guid: "feed") }
    #expect(
      try history.read(entries).map(\.story) == Self.items.map { "published \($0)" } + [
        "guids shared"
      ])
    #expect(try history.read(entries) == [])
    #expect(try history.known.feed("news")?.ignoresGuids == true)
    let next = Self.item("Delta", guid: "feed")
    #expect(try history.read([next]).map(\.story) == ["published Delta"])
    let edited = Self.item("Alpha", guid: "feed", text: "Edited")
    #expect(try history.read([edited]).map(\.story) == ["revised Alpha to 2"])
  }

  @Test func `an entry stays known when others come to share its guid`() throws {
    var history = History()
    let alone = entry("Alpha", guid: "feed", text: "First.")
    try history.read([alone])
    let other = entry("Beta", guid: "feed", text: "Second.")
    #expect(try history.read([alone, other]).map(\.story) == ["published Beta", "guids shared"])
    #expect(try history.read([alone, other]) == [])
  }

  @Test func `an entry stays known when others come to share its link`() throws {
    var history = History()
    let link = "https://example.org/news"
    let alone = entry("Alpha", link: link, text: "First.")
    try history.read([alone])
    let other = entry("Beta", link: link, text: "Second.")
    #expect(try history.read([alone, other]).map(\.story) == ["published Beta"])
    #expect(try history.read([other, alone]) == [])
  }

  @Test(arguments: ["", " \n", "http://", "https://"])
  func `a guid that says nothing is none`(_ guid: String) {
    #expect(Candidate.guid(guid) == nil)
  }

  @Test(arguments: [
    ("https://example.org/A", "example.org/A"), ("HTTP://example.org/A", "example.org/A"),
    ("tag:example.org,2024:1", "tag:example.org,2024:1"), (" 12\n", "12"),
  ])
  func `a guid is kept but for its scheme and white space`(_ guid: String, _ key: String) {
    #expect(Candidate.guid(guid) == Candidate(.guid, key))
  }
}
