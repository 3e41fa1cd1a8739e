import Testing

@Suite(.timeLimit(.minutes(15))) struct QueryCommandTests {
  private let fixture: StoreFixture

  init() async throws {
    fixture = try StoreFixture()
    let feed = FeedText.feed(
      "a",
      [
        FeedText.item(
          "heart", title: "A, \"quoted\" title", text: "Heart surgery at Leeds Teaching Hospitals.",
          date: "Mon, 01 Jan 2024 10:00:00 GMT"),
        FeedText.item(
          "lungs", title: "Lungs", text: "A study of lung cancer at the University of Leeds.",
          date: "Tue, 02 Jan 2024 10:00:00 GMT"),
        FeedText.item(
          "undated", title: "Undated", text: "Cancer care and cancer research.", date: "sometime"),
      ])
    let path = try fixture.write(feed, to: "a.xml")
    _ = try await fixture.answer("ingest", path)
  }

  private func titles(_ arguments: String...) async throws -> [String] {
    let result = try await fixture.start(["query", "--format", "jsonl"] + arguments).result()
    #expect(result.status == 0, "\(result.errors)")
    return try result.lines.map { try JSONValue($0)["title"].string ?? "" }
  }

  @Test func `a line has the keys that programs know`() async throws {
    let line = try await fixture.answer("query", "lungs", "--format", "jsonl").lines[0]
    let value = try JSONValue(line)
    #expect(
      value.keys == [
        "id", "title", "link", "published", "recorded", "feed", "revision", "summary", "partners",
        "topics",
      ])
    #expect(value["published"].string == "2024-01-02T10:00:00Z")
    #expect(
      value["partners"][0]
        == .object(["id": .string("uol"), "roles": .array([.string("mentioned")])]))
  }

  @Test func `a key without a value is left out`() async throws {
    let value = try JSONValue(
      try await fixture.answer("query", "undated", "--format", "jsonl").lines[0])
    #expect(!value.keys.contains("published"))
    #expect(!value.keys.contains("publisher"))
  }

  @Test func `json is one object around the same announcements`() async throws {
    let answer = try await fixture.json("query")
    #expect(answer.keys == ["announcements"])
    let lines = try await fixture.answer("query", "--format", "jsonl").lines
    #expect(try answer["announcements"].elements == lines.map { try JSONValue($0) })
    #expect(
      try await fixture.answer("query", "nonexistent", "--format", "json").output
        == "{\"announcements\":[]}\n")
  }

  @Test func `the newest come first, an undated one by when it was received`() async throws {
    #expect(try await titles() == ["Undated", "Lungs", "A, \"quoted\" title"])
    #expect(try await titles("--limit", "2") == ["Undated", "Lungs"])
    #expect(try await titles("--limit", "0").count == 3)
  }

  @Test func `words, partner, topic, feed and days restrict`() async throws {
    #expect(try await titles("heart", "surgery") == ["A, \"quoted\" title"])
    #expect(try await titles("\"surgery heart\"") == [])
    #expect(try await titles("surg*") == ["A, \"quoted\" title"])
    #expect(try await titles("--partner", "uol") == ["Lungs"])
    #expect(try await titles("--partner", "University of Leeds") == ["Lungs"])
    #expect(try await titles("--topic", "cancer", "--partner", "uol") == ["Lungs"])
    #expect(try await titles("--feed", "https://news.example.org/a.xml").count == 3)
    #expect(try await titles("--feed", "another") == [])
    #expect(try await titles("--since", "2024-01-02", "--until", "2024-01-02") == ["Lungs"])
    #expect(try await titles("--until", "2024-01-02T10:00:00Z") == ["A, \"quoted\" title"])
  }

  @Test func `csv quotes what needs it and ends lines as RFC 4180 does`() async throws {
    let output = try await fixture.answer("query", "heart", "--format", "csv").output
    let rows = output.split(separator: "\r\n")
    #expect(
      rows[0]
        == "id,published,recorded,publisher,title,link,partners,topics,summary,feed,revision")
    #expect(rows[1].contains(",\"A, \"\"quoted\"\" title\",https://news.example.org/heart,ltht,"))
    #expect(rows.count == 2)
  }

  @Test func `a table has a header and a line for each`() async throws {
    let lines = try await fixture.answer("query").lines
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("DATE"))
    #expect(lines[2].hasPrefix("2024-01-02"))
    let none = try await fixture.answer("query", "nonexistent")
    #expect(none.output.isEmpty)
    #expect(none.errors.contains("no announcement matches"))
  }

  @Test func `an announcement is shown with its text, its history and its evidence`() async throws {
    let id = try await fixture.json("query", "lungs")["announcements"][0]["id"].string ?? ""
    let shown = try await fixture.json("show", id)
    #expect(shown["text"].string == "A study of lung cancer at the University of Leeds.")
    #expect(shown["revisions"].elements.count == 1)
    let mention = shown["mentions"].elements.first { $0["partner"].string == "uol" } ?? .null
    #expect(
      mention.keys == ["partner", "role", "field", "start", "end", "words", "name", "rule"])
    #expect(mention["words"].string == "University of Leeds")
    let start = try #require(mention["start"].int)
    let end = try #require(mention["end"].int)
    let text = Array((shown["text"].string ?? "").utf8)
    #expect(String(decoding: text[start..<end], as: UTF8.self) == "University of Leeds")

    let short = String(id.prefix(8))
    let why = try await fixture.answer("show", short, "--why").output
    #expect(why.contains("Why these tags"))
    #expect(why.contains("[University of Leeds]"))
    #expect(try await fixture.answer("show", short, "--history").output.contains("Revision 1"))
  }

  @Test func `history shows what an edit took out and put in`() async throws {
    let path = try fixture.write(
      FeedText.feed("a", [FeedText.item("lungs", title: "Lungs", text: "Something else.")]),
      to: "a.xml")
    _ = try await fixture.answer("ingest", path)
    let id = try await fixture.json("query", "--limit", "0", "something")["announcements"][0]["id"]
    let history = try await fixture.answer("show", id.string ?? "", "--history").output
    #expect(history.contains("Revision 2"))
    #expect(history.contains("- A study of lung cancer"))
    #expect(history.contains("+ Something else."))
  }

  @Test func `partners and topics come with their counts`() async throws {
    let partners = try await fixture.json("partners")
    #expect(partners.keys == ["partners"])
    let university = partners["partners"].elements.first { $0["id"].string == "uol" } ?? .null
    #expect(university.keys == ["id", "name", "kind", "announcements", "published", "newest"])
    #expect(university["announcements"].int == 1)
    let topics = try await fixture.json("topics")
    let cancer = topics["topics"].elements.first { $0["id"].string == "cancer" } ?? .null
    #expect(cancer.keys == ["id", "name", "facet", "announcements", "newest"])
    #expect(cancer["announcements"].int == 2)
    #expect(try await fixture.answer("partners").output.contains("uol"))
    #expect(try await fixture.answer("topics").lines.count < topics["topics"].elements.count)
    #expect(
      try await fixture.answer("topics", "--all").lines.count
        == topics["topics"].elements.count + 1)
  }
}
