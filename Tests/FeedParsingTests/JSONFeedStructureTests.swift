import FeedParsing
import Testing

/// Brackets that are missing or too many, and documents that break off.
@Suite struct JSONFeedStructureTests {
  @Test(arguments: [
    // A bracket too many.
    "{\"id\":\"1\",\"title\":\"A\"}},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\",\"tags\":[\"x\"]],\"url\":\"/\"},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\"}],{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    // One that is missing.
    "{\"id\":\"1\",\"title\":\"A\",{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\" {\"id\":\"2\",\"title\":\"B\"}{\"id\":\"3\",\"title\":\"C\"",
    "{\"id\":\"1\",\"title\":\"A\",\"tags\":[\"x\"},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\",\"author\":{\"name\":\"x\"},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\",\"attachments\":[{\"url\":\"x\"],\"url\":\"/\"},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    // Items that are none.
    "{\"id\":\"1\",\"title\":\"A\"},null,7,\"x\",[],{},{\"_x\":1},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    // Quotes out of step up to the end of an item.
    "{\"id\":\"1\",\"title\":\"A\",\"url\":\"/},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
    "{\"id\":\"1\",\"title\":\"A\",\"url\":\"/\"\"},{\"id\":\"2\",\"title\":\"B\"},{\"id\":\"3\",\"title\":\"C\"}",
  ])
  func `a wrong bracket costs no item`(items: String) throws {
    let (feed, entries) = try JSONFeedText.parse(JSONFeedText.feed(items))
    #expect(entries.map(\.title) == ["A", "B", "C"])
    #expect(!feed.issues.isEmpty)
    #expect(entries.allSatisfy { $0.source.hasPrefix("{\"id\"") })
  }

  @Test func `items by keys of their own are items`() throws {
    let text =
      "{\(JSONFeedText.version),\"items\":{\"0\":{\"id\":\"1\"},\"2\":{\"id\":\"2\"},\"x\":3}}"
    let (feed, entries) = try JSONFeedText.parse(text)
    #expect(entries.map(\.id) == ["1", "2"])
    #expect(feed.kinds == [.unexpectedValue, .unexpectedValue])
  }

  @Test func `a single item without its array is an item`() throws {
    let entries = try JSONFeedText.parse(
      "{\(JSONFeedText.version),\"items\":{\"id\":\"1\",\"author\":{\"name\":\"A\"}}}"
    ).entries
    #expect(entries.map(\.id) == ["1"])
    #expect(entries.map(\.source) == ["{\"id\":\"1\",\"author\":{\"name\":\"A\"}}"])
  }

  @Test func `an item whose bracket is missing ends with its last value`() throws {
    let entries = try JSONFeedText.parse(
      JSONFeedText.feed("{\"id\":\"1\", \"title\":\"A\" , {\"id\":\"2\"}")
    ).entries
    #expect(entries.map(\.source) == ["{\"id\":\"1\", \"title\":\"A\"", "{\"id\":\"2\"}"])
  }

  @Test func `a document that breaks off anywhere gives what is whole`() throws {
    let items = (1...3).map { "{\"id\":\"\($0)\",\"title\":\"T \($0)\",\"tags\":[\"x\"]}" }
    let text = Array(JSONFeedText.feed(items.joined(separator: ", ")).utf8)
    let whole = try FeedParser.parse(text).entries
    try #require(whole.count == 3)
    for length in JSONFeedText.version.utf8.count + 1..<text.count {
      let (feed, entries) = try FeedParser.parse(Array(text[..<length]))
      #expect(entries == Array(whole.prefix(entries.count)), "cut at \(length)")
      #expect(feed.kinds.last == .truncated, "cut at \(length)")
      let complete = items.indices.filter { index in
        String(decoding: text[..<length], as: UTF8.self).contains(items[index])
      }
      #expect(entries.count == complete.count, "cut at \(length)")
    }
  }

  @Test(arguments: [");", "</script>", "}", "{\"id\":\"9\"}", "\n\u{0}x"])
  func `text behind the document is reported and left`(junk: String) throws {
    let (feed, entries) = try JSONFeedText.parse(JSONFeedText.item("\"id\":\"1\"") + junk)
    #expect(entries.map(\.id) == ["1"])
    #expect(!feed.isWellFormed)
  }

  @Test func `two arrays of items are both read`() throws {
    let text = "{\(JSONFeedText.version),\"items\":[{\"id\":\"1\"}],\"items\":[{\"id\":\"2\"}]}"
    let (feed, entries) = try JSONFeedText.parse(text)
    #expect(entries.map(\.id) == ["1", "2"])
    #expect(feed.kinds == [.duplicateKey])
  }
}
