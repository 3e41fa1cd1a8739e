import Announcements
import Testing

/// One item in two feeds (miniflux#797), and what one feed can do to another's announcements.
@Suite struct FeedsApartTests {
  private static let link = "https://example.org/news/beds"
  private static let beds = entry("Beds", guid: "1", link: link)

  private static func history() throws -> History {
    var history = History()
    try history.read([beds], of: "hospital")
    return history
  }

  @Test(arguments: [nil, "1", "other"])
  func `an item of another feed is known by its link and words`(_ guid: String?) throws {
    var history = try Self.history()
    let copy = entry("Beds", guid: guid, link: "http://example.org/news/beds/?utm_medium=rss")
    #expect(try history.read([copy], of: "city") == [])
    #expect(try history.read([copy], of: "city") == [])
  }

  @Test func `a guid alone is the same item only with the same words`() throws {
    var history = History()
    try history.read([entry("Beds", guid: "1")], of: "hospital")
    #expect(try history.read([entry("Beds", guid: "1")], of: "city") == [])
    #expect(
      try history.read([entry("Buses", guid: "1", text: busText)], of: "city").map(\.story)
        == ["published Buses"])
  }

  @Test func `a feed that still has the old words of another's corrected item has nothing new`()
    throws
  {
    var history = try Self.history()
    let copy = entry("Beds", guid: "9", link: Self.link)
    try history.read([copy], of: "city")
    let corrected = entry("More beds", guid: "1", link: Self.link)
    try history.read([corrected], of: "hospital")
    #expect(try history.read([copy], of: "city") == [])
    #expect(try history.read([copy, entry("Buses", guid: "2")], of: "city").count == 1)
  }

  @Test func `another feed's words never revise an announcement`() throws {
    var history = try Self.history()
    let forged = entry("No beds", guid: "1", link: Self.link, text: "Forged.")
    #expect(try history.read([forged], of: "stranger").map(\.story) == ["published No beds"])
    let current = history.current
    #expect(current.map(\.feed) == ["hospital", "stranger"])
    #expect(current.map(\.number) == [1, 1])
    #expect(current.first?.entry.title == "Beds")
  }

  @Test func `another feed's tombstone withdraws nothing`() throws {
    var history = try Self.history()
    #expect(try history.read([], of: "stranger", tombstones: ["1"]) == [])
  }

  @Test func `bare titles in two feeds are two announcements`() throws {
    var history = History()
    try history.read([entry("Beds")], of: "hospital")
    #expect(try history.read([entry("Beds")], of: "city").map(\.story) == ["published Beds"])
    #expect(Set(history.current.map(\.announcement)).count == 2)
  }
}

/// Tombstones (RFC 6721) and what follows them.
@Suite struct WithdrawalTests {
  private static let beds = entry("Beds", guid: "https://example.org/?p=1")

  @Test func `a tombstone withdraws an announcement once`() throws {
    var history = History()
    try history.read([Self.beds])
    let first = try history.read([], tombstones: ["http://example.org/?p=1"])
    #expect(first.map(\.story) == ["withdrawn after 1"])
    #expect(try history.read([], tombstones: ["http://example.org/?p=1"]) == [])
  }

  @Test func `what comes back with the same words stands again`() throws {
    var history = History()
    try history.read([Self.beds])
    try history.read([], tombstones: ["https://example.org/?p=1"])
    #expect(try history.read([Self.beds]).map(\.story) == ["revised Beds to 2"])
    #expect(try history.read([Self.beds]) == [])
  }

  @Test func `an entry beside its own tombstone stays withdrawn`() throws {
    var history = History()
    try history.read([Self.beds])
    let tombstones = ["https://example.org/?p=1"]
    try history.read([Self.beds], tombstones: tombstones)
    #expect(try history.read([Self.beds], tombstones: tombstones) == [])
  }

  @Test(arguments: ["unknown", "", " "])
  func `a tombstone for what was never announced is nothing`(_ guid: String) throws {
    var history = History()
    try history.read([Self.beds])
    #expect(try history.read([Self.beds], tombstones: [guid]) == [])
  }

  @Test func `what comes back with other words can be withdrawn again`() throws {
    var history = History()
    try history.read([Self.beds])
    try history.read([], tombstones: ["https://example.org/?p=1"])
    var edited = Self.beds
    edited.text = "Edited."
    #expect(try history.read([edited]).map(\.story) == ["revised Beds to 2"])
    let again = try history.read([edited], tombstones: ["https://example.org/?p=1"])
    #expect(again.map(\.story) == ["withdrawn after 2"])
    let ids = history.events.map { $0.id(History.hashing) }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `an item that slides out of its feed is not withdrawn`() throws {
    var history = History()
    try history.read([Self.beds])
    #expect(try history.read([]) == [])
  }
}
