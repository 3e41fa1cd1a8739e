import FeedParsing
import Testing

@Suite struct CSVFeedTests {
  private func parse(_ text: String) throws -> (feed: ParsedFeed, entries: [ParsedEntry]) {
    var entries: [ParsedEntry] = []
    let feed = try CSVFeed.parse(Array(text.utf8)) { entries.append($0) }
    return (feed, entries)
  }

  @Test(arguments: [",", ";", "\t"])
  func `columns are found by name in any order`(delimiter: String) throws {
    let header = ["Published", "TITLE", "text", "publisher", "link"].joined(separator: delimiter)
    let row = ["20/01/2024", "\"A \"\"b\"\"\"", "\"One\r\nTwo\"", "ltht", "https://example.org/"]
      .joined(separator: delimiter)
    let (feed, entries) = try parse("\u{FEFF}\(header)\r\n\(row)\r\n")
    #expect(feed.issues.isEmpty)
    let entry = try #require(entries.first)
    #expect(entry.title == "A \"b\"")
    #expect(entry.content.map(\.text) == ["One\r\nTwo"])
    #expect(entry.publisher == "ltht")
    #expect(entry.link == "https://example.org/")
    #expect(entry.published?.secondsSince1970 == 1_705_708_800)
    #expect(entry.source == row)
  }

  @Test func `a bad row is an issue and the rest goes on`() throws {
    let (feed, entries) = try parse("title,link\n,x\nA\n\"B,\nC,y\n")
    #expect(entries.map(\.title) == ["A", "C"])
    #expect(feed.kinds == [.structure, .structure, .unclosedMarkup])
    #expect(feed.issues.map(\.line) == [2, 3, 4])
  }

  @Test func `a table without titles says what it needs`() {
    #expect(throws: FeedError.self) { try parse("name,link\na,b\n") }
  }
}

@Suite struct ArticleFeedTests {
  @Test func `plain text is a title, a date line and words`() throws {
    let text = "A new ward\n date 2024-01-20\n\nIt opened today.\n"
    let (_, entry) = try ArticleFeed.parse(Array(text.utf8))
    #expect(entry.title == "A new ward")
    #expect(entry.published?.raw == "2024-01-20")
    #expect(entry.content.map(\.text) == ["date 2024-01-20\n\nIt opened today."])
    #expect(entry.source == text)
  }

  @Test func `what is given stands before what the file says`() throws {
    let given = ArticleFields(
      title: "Given", published: "21 Jan 2024", link: "https://example.org/1", publisher: "ltht")
    let (_, entry) = try ArticleFeed.parse(Array("A\n2024-01-20\nB".utf8), given: given)
    #expect(entry.title == "Given")
    #expect(entry.published?.secondsSince1970 == 1_705_795_200)
    #expect(entry.link == "https://example.org/1")
    #expect(entry.publisher == "ltht")
    #expect(entry.content.map(\.text) == ["A\n2024-01-20\nB"])
  }

  @Test func `a page gives the fields of its head and its article's words`() throws {
    let page = """
      <html lang="en"><head><title>A | Site</title><link rel="canonical" href="/a">
      <meta property="article:published_time" content="2024-01-20T09:00:00Z"></head>
      <body><nav>Menu</nav><article><h1>A &amp; B</h1><p>Words.</p></article></body></html>
      """
    let (_, entry) = try ArticleFeed.parse(
      Array(page.utf8), context: FeedContext(url: "https://example.org/x"))
    #expect(entry.title == "A & B")
    #expect(entry.link == "https://example.org/a")
    #expect(entry.language == "en")
    #expect(entry.published?.secondsSince1970 == 1_705_741_200)
    #expect(entry.content.map(\.text) == ["A & B\n\nWords."])
  }
}
