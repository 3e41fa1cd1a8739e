import FeedServer
import Foundation
import Testing

@Suite(.timeLimit(.minutes(15))) struct IngestCommandTests {
  @Test func `the answer for a program says what became of each source`() async throws {
    let fixture = try StoreFixture()
    let feed = try fixture.write(
      FeedText.feed("a", [FeedText.item("one"), FeedText.item("two")]), to: "a.xml")
    let answer = try await fixture.json("ingest", feed)
    #expect(answer.keys == ["sources", "sequence"])
    #expect(answer["sequence"].int == 3)
    let source = answer["sources"][0]
    #expect(
      source.keys == [
        "source", "feed", "entries", "published", "revised", "unchanged", "withdrawn", "issues",
      ])
    #expect(source["source"].string == feed)
    #expect(source["feed"].string == "https://news.example.org/a.xml")
    #expect(source["published"].int == 2)
  }

  @Test func `a source that failed says why, in the answer and on standard error`() async throws {
    let result = try await StoreFixture().run("ingest", "/nowhere.xml", "--format", "json")
    let source = try JSONValue(result.output)["sources"][0]
    #expect(source["error"].string?.contains("/nowhere.xml") == true)
    #expect(source["feed"] == .null)
    #expect(result.errors.contains("/nowhere.xml"))
  }

  @Test func `the same again appends nothing, and a changed entry a revision`() async throws {
    let fixture = try StoreFixture()
    let path = try fixture.write(FeedText.feed("a", [FeedText.item("one")]), to: "a.xml")
    _ = try await fixture.answer("ingest", path)
    let again = try await fixture.json("ingest", path)
    #expect(again["sequence"].int == 2)
    #expect(again["sources"][0]["unchanged"].int == 1)
    try fixture.write(FeedText.feed("a", [FeedText.item("one", text: "More.")]), to: "a.xml")
    let changed = try await fixture.json("ingest", path)
    #expect(changed["sources"][0]["revised"].int == 1)
    #expect(changed["sequence"].int == 4)
  }

  @Test func `standard input, a file URL and a server are sources too`() async throws {
    let fixture = try StoreFixture()
    let feed = FeedText.feed("a", [FeedText.item("one")])
    let path = try fixture.write(feed, to: "a b.xml")
    let piped = try await fixture.run("ingest", "-", "--format", "json", input: feed)
    #expect(piped.status == 0)
    #expect(try JSONValue(piped.output)["sources"][0]["published"].int == 1)
    let url = URL(fileURLWithPath: path).absoluteString
    #expect(try await fixture.json("ingest", url)["sources"][0]["unchanged"].int == 1)
    let server = try FeedServer(routes: ["/feed": .text(feed)])
    let fetched = try await fixture.json("ingest", server.url("/feed"))["sources"][0]
    #expect(fetched["feed"].string == server.url("/feed"))
    #expect(fetched["unchanged"].int == 1)
  }

  @Test func `an article takes what the options say of it`() async throws {
    let fixture = try StoreFixture()
    _ = try await fixture.answer(
      "ingest", Place.sample("articles/health-innovation-leeds-launch.txt"), "--as", "article",
      "--title", "A launch", "--published", "2024-01-20", "--publisher", "hil",
      "--link", "https://healthinnovationleeds.com/launch")
    let listed = try await fixture.json("query", "--partner", "hil")["announcements"][0]
    #expect(listed["title"].string == "A launch")
    #expect(listed["published"].string == "2024-01-20T00:00:00Z")
    #expect(listed["publisher"].string == "hil")
    #expect(listed["link"].string == "https://healthinnovationleeds.com/launch")
  }

  @Test func `without sources every subscription is read once`() async throws {
    let fixture = try StoreFixture()
    try fixture.write(FeedText.feed("a", [FeedText.item("one")]), to: "a.xml")
    try fixture.write(FeedText.feed("b", [FeedText.item("two")]), to: "b.xml")
    try fixture.write(
      "feeds:\n  - {id: first, file: a.xml}\n  - {id: second, file: b.xml}\n", to: "feeds.yaml")
    let sources = try await fixture.json("ingest", "--feeds", fixture.folder)["sources"].elements
    #expect(sources.map { $0["feed"].string } == ["first", "second"])
  }

  @Test func `a person is told the counts, the feed and the first issues`() async throws {
    let result = try await StoreFixture().answer("ingest", Place.sample("damaged.rss.xml"))
    #expect(result.output.contains("entries"))
    #expect(result.output.contains(" new"))
    #expect(result.output.contains("the log stands at event"))
  }

  @Test func `a missing catalog is an empty one, with a notice`() async throws {
    let fixture = try StoreFixture(catalog: "/nowhere")
    let result = try await fixture.answer("ingest", Place.sample("npic.rss.xml"))
    #expect(result.errors.contains("/nowhere"))
    let listed = try await fixture.json("query")["announcements"][0]
    #expect(listed["partners"].elements.isEmpty)
  }
}
