import FeedParsing
import Testing

/// JSON that asks for work again and again: read in quadratic time, each would take minutes.
@Suite(.timeLimit(.minutes(5))) struct HostileJSONTests {
  private static func repeated(_ part: String, _ count: Int) -> String {
    Array(repeating: part, count: count).joined(separator: ",")
  }

  @Test(arguments: [
    "\"items\":[]", "\"items\":{}", "\"items\":[{\"id\":\"1\"}]",
    "\"items\":{\"a\":{\"id\":\"1\"}}", "\"items\":\"x\"",
    "[]", "[{\"id\":\"1\"}]", "\"items\":{\"id\":\"1\"}",
  ])
  func `many items without a version are no feed, found out once`(part: String) {
    let text = "{\(Self.repeated(part, 15_000))}"
    #expect(throws: FeedError.self) { try JSONFeedText.parse(text) }
  }

  @Test(arguments: ["\"items\":[{\"id\":\"1\"}]", "[{\"id\":\"1\"}]"])
  func `many items before the version are all read`(part: String) throws {
    let text = "{\(Self.repeated(part, 5_000)),\(JSONFeedText.version)}"
    #expect(try JSONFeedText.parse(text).entries.count == 5_000)
  }

  @Test func `items without a key are read where items come behind them`() throws {
    let text = "{[{\"id\":\"1\"}],\"home_page_url\":\"/\",\"items\":[{\"id\":\"2\"}]}"
    #expect(try JSONFeedText.parse(text).entries.map(\.id) == ["1", "2"])
  }

  @Test func `many keys, the same or different, are one object`() throws {
    let same = JSONFeedText.item(Self.repeated("\"id\":\"1\"", 10_000))
    #expect(try JSONFeedText.parse(same).entries.map(\.id) == ["1"])
    let others = (0..<10_000).map { "\"k\($0)\":[\($0)]" }.joined(separator: ",")
    let different = JSONFeedText.item("\(others),\"id\":\"1\"", head: "\(others),\"title\":\"T\"")
    #expect(try JSONFeedText.parse(different).entries.map(\.id) == ["1"])
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"items\":", "{\"items\":["])
  func `a million levels cost no item before them`(bracket: String) throws {
    let deep = String(repeating: bracket, count: 1_000_000)
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed("{\"id\":\"1\"},{\"id\":\"2\",\"_x\":\(deep)"))
    #expect(entries.map(\.id) == ["1"])
    #expect(feed.kinds.contains(.limitExceeded))
  }

  @Test(arguments: ["\\u00e9", "\\b", "\\\"", "\\\\", "\\u", "\\x", "\\ud83d", "\\ud83d\\ude00"])
  func `a long text of escapes is read, closed or not`(escape: String) throws {
    let title = String(repeating: escape, count: 200_000 / escape.utf8.count)
    let start = "{\(JSONFeedText.version),\"items\":[{\"id\":\"1\"},{\"id\":\"2\",\"title\":\"x"
    let (_, entries) = try JSONFeedText.parse(start + title + "\"}]}")
    #expect(entries.map(\.id) == ["1", "2"])
    #expect((entries.last?.title?.utf8.count ?? 0) > 1_000)
    #expect(try JSONFeedText.parse(start + title).entries.first?.id == "1")
  }

  @Test func `authors that are too long are not repeated in every item`() throws {
    let names = ["Jane", String(repeating: "a", count: 5_000), "Joan"]
    let authors = names.map { "{\"name\":\"\($0)\"}" }.joined(separator: ",")
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed("{\"id\":\"1\"},{\"id\":\"2\"}", head: "\"authors\":[\(authors)]"))
    #expect(feed.metadata.authors.map(\.name) == names)
    #expect(entries.map { $0.authors.map(\.name) } == [["Jane"], ["Jane"]])
    #expect(feed.kinds == [.limitExceeded])
    #expect(feed.envelope.utf8.count < 200)
  }

  @Test func `many tags, authors and files of one item are read`() throws {
    let tags = (0..<3_000).map { "\"t\($0)\"" }.joined(separator: ",")
    let people = (0..<3_000).map { "{\"name\":\"p\($0)\"}" }.joined(separator: ",")
    let files = (0..<3_000).map { "{\"url\":\"/\($0)\"}" }.joined(separator: ",")
    let entry = try JSONFeedText.entry(
      "\"id\":\"1\",\"tags\":[\(tags)],\"authors\":[\(people)],\"attachments\":[\(files)]")
    #expect(entry.categories.count == 3_000)
    #expect(entry.authors.count == 3_000)
    #expect(entry.enclosures.count == 3_000)
  }
}
