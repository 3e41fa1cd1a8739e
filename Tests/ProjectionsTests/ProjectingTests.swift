import Announcements
import Catalog
import JSONBytes
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct ProjectingTests {
  private let fixture: IndexFixture
  private let catalog: Catalog

  init() throws {
    fixture = try IndexFixture()
    catalog = try fixture.catalog()
  }

  @Test func `an announcement becomes a row with its words and its tags`() throws {
    try fixture.record(
      [
        SampleEvent.published(
          "a", title: "A grant", text: "City Infirmary studies hearts.", summary: "In short.",
          link: "https://www.infirmary.example/news/1", published: "2024-01-10T09:30:00Z")
      ], catalog)
    let detail = try #require(try fixture.read().announcement("id-a"))
    let summary = detail.summary
    #expect(summary.title == "A grant")
    #expect(summary.summary == "In short.")
    #expect(summary.link == "https://www.infirmary.example/news/1")
    #expect(summary.feed == "feed")
    #expect(summary.publisher == "infirmary")
    #expect(summary.published == Timestamp("2024-01-10T09:30:00Z"))
    #expect(summary.recorded == IndexFixture.start)
    #expect(summary.topics == ["hearts", "money"])
    #expect(summary.partners.map(\.id) == ["infirmary"])
    #expect(detail.text == "City Infirmary studies hearts.")
    #expect(detail.revisions.map(\.sequence) == [1])
    for mention in detail.mentions where mention.field == "text" {
      let words = Array(detail.text.utf8)[mention.start..<mention.end]
      #expect(String(decoding: words, as: UTF8.self) == mention.words)
    }
  }

  @Test func `mentions and full text are those of the current revision`() throws {
    try fixture.record([SampleEvent.published("a", text: "City Infirmary, hearts.")], catalog)
    try fixture.record(
      [SampleEvent.revised("a", number: 2, text: "Riverside College, a grant.")], catalog)
    let detail = try #require(try fixture.read().announcement("id-a"))
    #expect(detail.summary.revision == 2)
    #expect(detail.summary.partners.map(\.id) == ["college"])
    #expect(detail.summary.topics == ["money"])
    #expect(
      detail.revisions.map(\.text) == ["City Infirmary, hearts.", "Riverside College, a grant."])
    #expect(try fixture.titles { $0.words = "hearts" } == [])
    #expect(try fixture.titles { $0.words = "college" } == ["a"])
    #expect(try fixture.titles { $0.partners = ["infirmary"] } == [])
    #expect(try fixture.titles { $0.partners = ["college"] } == ["a"])
    #expect(try fixture.read().partners().map(\.announcements) == [1, 0])
  }

  @Test func `what is withdrawn is listed no more and can still be shown`() throws {
    try fixture.record(
      [
        SampleEvent.published("a", text: "City Infirmary has a grant."),
        SampleEvent.published("b"), SampleEvent.withdrawn("a"),
      ], catalog)
    #expect(try fixture.titles() == ["b"])
    #expect(try fixture.titles { $0.words = "grant" } == [])
    #expect(try fixture.titles { $0.partners = ["infirmary"] } == [])
    #expect(try fixture.read().partners().map(\.announcements) == [0, 0])
    #expect(try fixture.read().announcement("id-a")?.isWithdrawn == true)
    #expect(try fixture.read().announcementCount() == 2)
  }

  @Test func `a revision after a withdrawal stands again`() throws {
    try fixture.record(
      [
        SampleEvent.published("a"), SampleEvent.withdrawn("a"),
        SampleEvent.revised("a", number: 2, text: "Here again."),
      ], catalog)
    #expect(try fixture.titles() == ["a"])
    #expect(try fixture.read().announcement("id-a")?.isWithdrawn == false)
  }

  @Test func `partners and topics are counted once an announcement`() throws {
    try fixture.record(
      [
        SampleEvent.published(
          "a", text: "City Infirmary, City Infirmary and hearts, hearts.",
          link: "https://infirmary.example/a", published: "2024-01-10"),
        SampleEvent.published("b", text: "City Infirmary.", published: "2024-01-12"),
      ], catalog)
    let reader = try fixture.read()
    let infirmary = try #require(try reader.partners().first { $0.id == "infirmary" })
    #expect(infirmary.announcements == 2)
    #expect(infirmary.published == 1)
    #expect(infirmary.newest == Timestamp("2024-01-12"))
    #expect(infirmary.kind == "nhs")
    let hearts = try #require(try reader.topics().first { $0.id == "hearts" })
    #expect(hearts.announcements == 1)
    #expect(try reader.partners().map(\.id) == ["college", "infirmary"])
    #expect(try reader.topicNames() == ["hearts": "Hearts", "money": "Money"])
  }

  @Test func `boilerplate is no text, and what was removed is kept with its rule`() throws {
    let catalog = try fixture.catalog(
      boilerplate: "boilerplate:\n  - {id: advert, phrases: [Advertisement Hide Ad]}\n")
    try fixture.record(
      [SampleEvent.published("a", text: "Before. Advertisement Hide Ad After.")], catalog)
    let detail = try #require(try fixture.read().announcement("id-a"))
    #expect(!detail.text.contains("Advertisement"))
    #expect(detail.removed.map(\.rule) == ["advert"])
    #expect(try fixture.titles { $0.words = "advertisement" } == [])
  }

  @Test func `the document of each feed is the last that was read completely`() throws {
    try fixture.record(
      [SampleEvent.retrieved(ordinal: 0), SampleEvent.retrieved("other")], catalog)
    try fixture.record([SampleEvent.retrieved(ordinal: 1)], catalog)
    let documents = try fixture.read().documents()
    #expect(documents.map(\.feed) == ["feed", "other"])
    #expect(
      documents.map(\.hash) == [
        String(repeating: "1", count: 64), String(repeating: "0", count: 64),
      ])
  }
}
