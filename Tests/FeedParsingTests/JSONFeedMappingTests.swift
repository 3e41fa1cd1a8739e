import FeedParsing
import Testing

@Suite struct JSONFeedMappingTests {
  @Test func `a feed says what its keys say`() throws {
    let text = """
      {"version": "https://jsonfeed.org/version/1.1", "title": " Our\\n news ",
       "home_page_url": "/", "feed_url": "https://example.org/feed.json", "description": "A & <b>",
       "next_url": "?page=2", "icon": "/icon.png", "favicon": "/f.ico", "language": "en-GB",
       "authors": [{"name": "Press office", "url": "mailto:press@example.org", "avatar": "/a.png"}],
       "hubs": [{"type": "WebSub", "url": "https://hub.example.org/"}], "expired": true,
       "_extension": {"about": [1, {"a": null}]}, "items": []}
      """
    let (feed, entries) = try JSONFeedText.parse(text, url: "https://example.org/x")
    #expect(entries.isEmpty)
    #expect(feed.format == .jsonFeed11)
    #expect(feed.issues.isEmpty && feed.isWellFormed)
    var expected = FeedMetadata()
    expected.title = "Our news"
    expected.link = "https://example.org/"
    expected.description = RichText("A & <b>", kind: .plain)
    expected.language = "en-GB"
    expected.image = "https://example.org/icon.png"
    expected.authors = [Person(name: "Press office", url: "mailto:press@example.org")]
    expected.links = [
      FeedLink(href: "https://example.org/", rel: "alternate", type: "text/html"),
      FeedLink(href: "https://example.org/feed.json", rel: "self"),
      FeedLink(href: "https://example.org/x?page=2", rel: "next"),
      FeedLink(href: "https://example.org/f.ico", rel: "icon"),
      FeedLink(href: "https://hub.example.org/", rel: "hub"),
    ]
    #expect(feed.metadata == expected)
  }

  @Test func `an item says what its keys say`() throws {
    let source = """
      {"id": "tag:1", "url": "/1", "external_url": "https://example.com/", "title": "A <b> & c",
       "content_html": "<p>One</p>", "content_text": "One", "summary": "S", "image": "/i.jpg",
       "banner_image": "/b.jpg", "date_published": "2024-01-20T09:00:00+01:00",
       "date_modified": "2024-01-21T00:00:00Z", "tags": ["x", "y", "x"], "language": "cy",
       "authors": [{"name": "N", "url": "/n"}, {"avatar": "/a.png"}], "_x": [[{}]],
       "attachments": [{"url": "/a.mp3", "mime_type": "audio/mpeg", "title": "Part 1",
         "size_in_bytes": 120, "duration_in_seconds": 6.5}]}
      """
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed(source), url: "https://example.org/feed")
    #expect(feed.issues.isEmpty && feed.isWellFormed)
    var expected = ParsedEntry()
    expected.id = "tag:1"
    expected.idIsPermalink = false
    expected.title = "A <b> & c"
    expected.link = "https://example.org/1"
    expected.links = [
      FeedLink(href: "https://example.org/1", rel: "alternate", type: "text/html"),
      FeedLink(href: "https://example.com/", rel: "related"),
      FeedLink(href: "https://example.org/i.jpg", rel: "image"),
      FeedLink(href: "https://example.org/b.jpg", rel: "banner"),
      FeedLink(
        href: "https://example.org/a.mp3", rel: "enclosure", type: "audio/mpeg", title: "Part 1",
        length: "120"),
    ]
    expected.content = [RichText("<p>One</p>", kind: .html, base: "https://example.org/feed")]
    expected.summary = RichText("S", kind: .plain)
    expected.published = FeedDate(
      raw: "2024-01-20T09:00:00+01:00", secondsSince1970: 1_705_737_600)
    expected.updated = FeedDate(raw: "2024-01-21T00:00:00Z", secondsSince1970: 1_705_795_200)
    expected.categories = [FeedCategory(term: "x"), FeedCategory(term: "y")]
    expected.language = "cy"
    expected.authors = [Person(name: "N", url: "https://example.org/n")]
    expected.enclosures = [
      Enclosure(url: "https://example.org/a.mp3", type: "audio/mpeg", length: 120)
    ]
    expected.source = source
    #expect(entries == [expected])
  }

  @Test(arguments: [
    ("https://jsonfeed.org/version/1", FeedFormat.jsonFeed10, []),
    ("http://jsonfeed.org/version/1/", .jsonFeed10, []),
    ("https://www.jsonfeed.org/version/1.1", .jsonFeed11, []),
    ("https://jsonfeed.org/version/7", .jsonFeed11, [FeedIssue.Kind.unexpectedValue]),
  ])
  func `the version tells the format`(
    version: String, format: FeedFormat, issues: [FeedIssue.Kind]
  ) throws {
    let feed = try JSONFeedText.parse("{\"version\":\"\(version)\",\"items\":[]}").feed
    #expect(feed.format == format)
    #expect(feed.kinds == issues)
  }

  @Test func `authors and language come from the feed, wherever they stand in it`() throws {
    let items = "{\"id\":\"1\"},{\"id\":\"2\",\"author\":{\"name\":\"B\"},\"language\":\"cy\"}"
    let common = "\"author\":{\"name\":\"A\"},\"language\":\"en\""
    let texts = [
      "{\(JSONFeedText.version),\(common),\"items\":[\(items)]}",
      "{\"items\":[\(items)],\(common),\(JSONFeedText.version)}",
    ]
    for text in texts {
      let (feed, entries) = try JSONFeedText.parse(text)
      #expect(feed.metadata.authors == [Person(name: "A")])
      #expect(entries.map { $0.authors.map(\.name) } == [["A"], ["B"]])
      #expect(entries.map(\.language) == ["en", "cy"])
      #expect(feed.issues.isEmpty)
    }
  }

  @Test func `the language of the server is the feed's but no entry's`() throws {
    let (feed, entries) = try FeedParser.parse(
      Array(JSONFeedText.item("\"id\":\"1\"").utf8), context: FeedContext(contentLanguage: "de"))
    #expect(feed.metadata.language == "de")
    #expect(entries.map(\.language) == [nil])
  }

  @Test(arguments: [
    ("7", "7"), ("-1.50e+3", "-1.50e+3"), ("12345678901234567890123", "12345678901234567890123"),
    ("\" 7 \"", "7"), ("\"\"", ""), ("null", ""),
  ])
  func `an id is the characters that the feed gives`(value: String, id: String) throws {
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.item("\"id\":\(value),\"title\":\"A\""))
    #expect(entries.map { $0.id ?? "" } == [id])
    #expect(entries.map(\.idIsPermalink) == [id.isEmpty ? nil : false])
    #expect(feed.issues.isEmpty)
  }

  @Test func `an item of a link blog leads to the page that it points to`() throws {
    let entry = try JSONFeedText.entry("\"id\":\"1\",\"external_url\":\"https://example.com/\"")
    #expect(entry.link == "https://example.com/")
    #expect(entry.links == [FeedLink(href: "https://example.com/", rel: "related")])
  }

  @Test func `without HTML the text is the content`() throws {
    let entry = try JSONFeedText.entry("\"content_html\":\" \",\"content_text\":\"a < b\\n\\nc\"")
    #expect(entry.content == [RichText("a < b\n\nc", kind: .plain)])
  }

  @Test(arguments: [
    ("12", 12), ("\"12\"", 12), ("1.2e7", 12_000_000), ("1.5", nil), ("-1", nil), ("\"x\"", nil),
    ("1e400", nil), ("null", nil),
  ])
  func `a size is a whole number of bytes or unknown`(value: String, size: Int?) throws {
    let entry = try JSONFeedText.entry(
      "\"attachments\":[{\"url\":\"https://example.org/a\",\"size_in_bytes\":\(value)}]")
    #expect(entry.enclosures == [Enclosure(url: "https://example.org/a", length: size)])
  }

  @Test func `a date that cannot be read is kept and reported`() throws {
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.item("\n\"id\":\"1\",\"date_published\":\"last Tuesday\""))
    #expect(
      entries.map(\.published) == [FeedDate(raw: "last Tuesday", secondsSince1970: nil)])
    #expect(feed.kinds == [.unreadableDate])
    #expect(feed.issues.map(\.line) == [2])
    #expect(feed.isWellFormed)
  }
}
