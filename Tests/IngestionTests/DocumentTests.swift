import Announcements
import FeedParsing
import Ingestion
import JSONBytes
import Projections
import Testing

/// What is ingested that is no feed: tables and articles.
@Suite(.timeLimit(.minutes(15))) struct DocumentTests {
  @Test func `a table's rows are announcements, with their publishers`() async throws {
    let fixture = try IngestFixture()
    let path = try fixture.write(
      """
      title,link,published,text,publisher
      A launch,https://healthinnovationleeds.com/launch,2024-01-20,"It begins, ""today"".",hil
      A grant,https://example.org/grant,15 March 2024,Money came.,uol

      """, to: "table.csv")
    let reports = try await fixture.ingest([path])
    #expect(reports.map(\.published) == [2])
    #expect(try await fixture.ingest([path]).map(\.unchanged) == [2])
    let revisions = try fixture.revisions()
    #expect(revisions.map(\.entry.publisher) == ["hil", "uol"])
    #expect(revisions[0].entry.text == "It begins, \"today\".")
    #expect(revisions[1].entry.published?.time == Timestamp("2024-03-15"))
    var query = AnnouncementQuery()
    query.partners = ["uol"]
    let found = try IndexReader(fixture.store.index).announcements(query)
    #expect(found.map(\.title) == ["A grant"])
    #expect(found.map(\.publisher) == ["uol"])
  }

  @Test func `an article is one announcement with the fields that were given`() async throws {
    let fixture = try IngestFixture()
    var options = IngestOptions()
    options.isArticle = true
    options.article = ArticleFields(
      title: "Given title", published: "2024-01-22", link: "https://example.org/launch",
      publisher: "hil")
    let reports = try await fixture.ingest([Place.article], options: options)
    #expect(reports.map(\.published) == [1])
    let entry = try #require(try fixture.revisions().first?.entry)
    #expect(entry.title == "Given title")
    #expect(entry.link == "https://example.org/launch")
    #expect(entry.publisher == "hil")
    #expect(entry.published?.time == Timestamp("2024-01-22"))
    #expect(entry.published?.source == .given)
    #expect(try await fixture.ingest([Place.article], options: options).map(\.unchanged) == [1])
  }

  @Test func `an article tells its title and its date itself where nobody gives them`()
    async throws
  {
    let fixture = try IngestFixture()
    let path = try fixture.write(
      "<html><head><title>From the page</title></head><body><p>20 January 2024</p>"
        + "<p>The words &amp; more of them.</p></body></html>", to: "page.html")
    var options = IngestOptions()
    options.isArticle = true
    try await fixture.ingest([path], options: options)
    let entry = try #require(try fixture.revisions().first?.entry)
    #expect(entry.title == "From the page")
    #expect(entry.text.contains("The words & more of them."))
    #expect(entry.published?.time == Timestamp("2024-01-20"))
  }
}
