import Announcements
import Catalog
import JSONBytes
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct QueryTests {
  private let fixture: IndexFixture

  init() throws {
    fixture = try IndexFixture()
    let catalog = try fixture.catalog()
    try fixture.record(
      [
        SampleEvent.published(
          "old", title: "Old", text: "City Infirmary had a grant.", published: "2020-05-01"),
        SampleEvent.published(
          "new", feed: "other", title: "New", text: "Riverside College studies the heart.",
          published: "2024-01-20"),
        SampleEvent.published(
          "both", title: "Both", text: "City Infirmary and Riverside College, a heart grant.",
          published: "2023-03-03T12:00:00Z"),
      ], catalog)
  }

  // MARK: Words

  @Test(arguments: [
    ("heart", ["New", "Both"]), ("HEART grant", ["Both"]), ("\"heart grant\"", ["Both"]),
    ("\"grant heart\"", []), ("hea*", ["New", "Both"]), ("hea", []), ("old", ["Old"]),
    ("city college", ["Both"]), ("river*side", []), ("infirmary, had", ["Old"]),
  ])
  func `words must all stand in the announcement`(words: String, expected: [String]) throws {
    #expect(try fixture.titles { $0.words = words } == expected)
  }

  /// What is syntax in FTS5 or SQL is words here, and nothing makes a query fail.
  @Test(arguments: [
    "\"", "\"\"", "\"heart", "heart\"", "\"\"\"heart\"\"\"", "AND", "OR", "NOT", "heart AND",
    "heart OR grant",
    "NOT heart", "NEAR(heart grant)", "NEAR/2", "*", "**", "* heart", "heart**", "(heart", "heart)",
    "()", "title:heart", "{title text}: heart", "^heart", "heart + grant", "-heart", "'heart'",
    "'; DROP TABLE announcement; --", "%", "_", "\\", "\u{0}", "heart\u{0}grant", "\u{0}\"", "🫀",
    "🫀*", "heart🫀", "ünïcode", "é", "e\u{301}", "\u{FEFF}", "\u{202E}", "--", "a:b:c", ":", ",",
    "heart\ngrant", "\t", "", " ", String(repeating: "heart ", count: 2_000),
    String(repeating: "x", count: 100_000), String(repeating: "\"", count: 999),
  ])
  func `no words make a query fail`(words: String) throws {
    let found = try fixture.titles { $0.words = words }
    #expect(Set(found).isSubset(of: ["Old", "New", "Both"]))
    var query = AnnouncementQuery()
    query.words = words
    if !query.hasSearchableWords { #expect(found.isEmpty) }
  }

  @Test func `accents and case do not matter`() throws {
    let catalog = try fixture.catalog()
    try fixture.record([SampleEvent.published("c", text: "Café NAÏVE 🫀 straße")], catalog)
    for words in ["cafe", "CAFÉ", "naive", "Straße"] {
      #expect(try fixture.titles { $0.words = words } == ["c"], "\(words)")
    }
  }

  // MARK: Restrictions

  @Test func `partner, topic and feed restrict, alone and together`() throws {
    #expect(try fixture.titles { $0.partners = ["infirmary"] } == ["Both", "Old"])
    #expect(try fixture.titles { $0.topic = "hearts" } == ["New", "Both"])
    #expect(
      try fixture.titles {
        $0.partners = ["infirmary"]
        $0.topic = "hearts"
      } == ["Both"])
    #expect(try fixture.titles { $0.feed = "other" } == ["New"])
    #expect(
      try fixture.titles {
        $0.partners = ["college"]
        $0.feed = "feed"
        $0.words = "grant"
      } == ["Both"])
    #expect(try fixture.titles { $0.partners = ["nobody"] } == [])
    #expect(try fixture.titles { $0.partners = ["' OR 1=1 --"] } == [])
  }

  @Test func `of several partners one is enough, and each announcement comes once`() throws {
    #expect(
      try fixture.titles { $0.partners = ["college", "infirmary"] } == ["New", "Both", "Old"])
    #expect(
      try fixture.titles {
        $0.partners = ["nobody", "infirmary"]
        $0.topic = "hearts"
        $0.limit = 1
      } == ["Both"])
  }

  @Test func `since is from the instant on and until ends before it`() throws {
    let noon = try #require(Timestamp("2023-03-03T12:00:00Z"))
    #expect(try fixture.titles { $0.since = noon } == ["New", "Both"])
    #expect(try fixture.titles { $0.until = noon } == ["Old"])
    #expect(
      try fixture.titles {
        $0.since = noon
        $0.until = Timestamp(milliseconds: noon.milliseconds + 1000)
        $0.partners = ["college"]
      } == ["Both"])
  }

  @Test func `a limit counts announcements, and 0 is all`() throws {
    #expect(try fixture.titles { $0.limit = 2 } == ["New", "Both"])
    #expect(try fixture.titles { $0.limit = 0 }.count == 3)
    #expect(
      try fixture.titles {
        $0.limit = 1
        $0.partners = ["infirmary"]
      } == ["Both"])
  }

  // MARK: Order

  @Test func `undated items stand by when they were first received, which never moves`() throws {
    let catalog = try fixture.catalog()
    try fixture.record([SampleEvent.published("undated", published: nil)], catalog)
    try fixture.record([SampleEvent.published("unreadable", published: "in spring")], catalog)
    try fixture.record([SampleEvent.published("future", published: "2093-01-01")], catalog)
    try fixture.record([SampleEvent.published("ancient", published: "1066-10-14")], catalog)
    let expected = ["ancient", "future", "unreadable", "undated", "New", "Both", "Old"]
    #expect(try fixture.titles() == expected)
    try fixture.record(
      [SampleEvent.revised("undated", number: 2, text: "Much later.", published: nil)], catalog)
    #expect(try fixture.titles() == expected)
  }

  @Test func `a revision that brings a date moves an announcement to it`() throws {
    let catalog = try fixture.catalog()
    try fixture.record([SampleEvent.published("late", text: "A grant.", published: nil)], catalog)
    #expect(try fixture.titles { $0.topic = "money" } == ["late", "Both", "Old"])
    try fixture.record(
      [SampleEvent.revised("late", number: 2, text: "A grant, dated.", published: "2021-01-01")],
      catalog)
    #expect(try fixture.titles { $0.topic = "money" } == ["Both", "late", "Old"])
    #expect(try fixture.titles() == ["New", "Both", "late", "Old"])
  }

  @Test func `of one instant the later received comes first`() throws {
    let fixture = try IndexFixture()
    let catalog = try fixture.catalog()
    try fixture.record((1...4).map { SampleEvent.published("\($0)", text: "A grant.") }, catalog)
    #expect(try fixture.titles() == ["4", "3", "2", "1"])
    #expect(try fixture.titles { $0.topic = "money" } == ["4", "3", "2", "1"])
  }

  @Test func `an id is found by its beginning`() throws {
    let reader = try fixture.read()
    #expect(try reader.announcementIDs(beginningWith: "id-n") == ["id-new"])
    #expect(try reader.announcementIDs(beginningWith: "ID-").count == 3)
    #expect(try reader.announcementIDs(beginningWith: "zz") == [])
    #expect(try reader.announcement("id-") == nil)
  }
}
