import FeedParsing
import Testing

/// Documents of which one part is far too large: the entries around it are there all the same.
@Suite(.timeLimit(.minutes(5))) struct MagnitudeTests {
  private static let item = "<item><title>One</title></item>"

  private static func titles(_ text: String) throws -> [String?] {
    try FeedParser.parse(Array(text.utf8)).entries.map(\.title)
  }

  private static func rss(_ content: String, attributes: String = "") -> String {
    "<rss \(attributes)><channel>\(content)</channel></rss>"
  }

  @Test(arguments: ["<!ELEMENT x (a|b)*>", "<!ENTITY x \"lol\">"])
  func `a document type of 7 MB is passed over`(declaration: String) throws {
    let count = (7 << 20) / declaration.utf8.count
    let type = "<!DOCTYPE rss [\(String(repeating: declaration, count: count))]>"
    #expect(try Self.titles(type + Self.rss(Self.item)) == ["One"])
  }

  @Test(arguments: ["a0=\"1\"", ""]) func `100,000 attributes cost neither element nor entry`(
    repeated: String
  ) throws {
    let attributes = (0..<100_000).map { repeated.isEmpty ? "a\($0)=\"1\"" : repeated }
    let (feed, entries) = try FeedParser.parse(
      Array(
        Self.rss("<item \(attributes.joined(separator: " "))><title>A</title></item>\(Self.item)")
          .utf8))
    #expect(entries.map(\.title) == ["A", "One"])
    #expect(feed.issueCount > 0)
  }

  @Test func `100,000 namespace declarations on the root cost no entry`() throws {
    let declarations = (0..<100_000).map { "xmlns:n\($0)=\"http://example.org/\($0)\"" }
    let (feed, entries) = try FeedParser.parse(
      Array(Self.rss(Self.item, attributes: declarations.joined(separator: " ")).utf8))
    #expect(entries.map(\.title) == ["One"])
    #expect(feed.kinds.contains(.limitExceeded))
  }

  @Test func `100,000 namespace declarations, one in each element, cost no entry`() throws {
    let elements = (0..<100_000).map { "<n\($0 % 9):x xmlns:n\($0 % 9)=\"u\($0 % 99)\"/>" }
    #expect(try Self.titles(Self.rss(elements.joined() + Self.item)) == ["One"])
  }

  @Test func `a million elements in one another are read on behind`() throws {
    let deep = ["<a>", "</a>"].map { String(repeating: $0, count: 1_000_000) }.joined()
    let item = "<item><title>A</title><description>\(deep)</description></item>"
    let (feed, entries) = try FeedParser.parse(Array(Self.rss(item + Self.item).utf8))
    #expect(entries.map(\.title) == ["A", "One"])
    #expect(feed.kinds.contains(.limitExceeded))
  }

  @Test(arguments: ["<a>", "<item>", "<title>", "<description>", "<channel>", "<rss>"])
  func `100,000 elements that nobody closes are answered`(tag: String) throws {
    let bytes = Array(
      ("<rss><channel>\(Self.item)" + String(repeating: tag, count: 100_000)).utf8)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.first?.title == "One")
    #expect(!feed.isWellFormed)
  }

  @Test func `a title of 8 MB is a title, and one over the limit is cut`() throws {
    let title = String(repeating: "t", count: 8 << 20)
    let text = Self.rss("<item><title>\(title)</title></item>\(Self.item)")
    #expect(try Self.titles(text) == [title, "One"])
    var limits = FeedLimits()
    limits.textBytes = 1 << 20
    let (feed, entries) = try FeedParser.parse(Array(text.utf8), limits: limits)
    #expect(entries.count == 2)
    #expect(entries.allSatisfy { ($0.title?.utf8.count ?? 0) <= 1 << 20 })
    #expect(feed.kinds.contains(.limitExceeded))
  }

  @Test(arguments: ["<item><NAME>", "<item></NAME>", "<item NAME=\"1\">", "<item NAME=1>"])
  func `a name of 2 MB is no name`(start: String) throws {
    let start = start.replacing("NAME", with: String(repeating: "a", count: 2 << 20))
    let (feed, entries) = try FeedParser.parse(
      Array(Self.rss("\(start)<title>A</title></item>\(Self.item)").utf8))
    #expect(entries.map(\.title) == ["A", "One"])
    #expect(!feed.isWellFormed)
  }

  @Test func `100,000 different names are read up to the limit`() throws {
    let names = (0..<100_000).map { "<n\($0)/>" }.joined()
    let (feed, entries) = try FeedParser.parse(
      Array(Self.rss(Self.item + "<item><title>B</title>\(names)</item>").utf8))
    #expect(entries.first?.title == "One")
    #expect(entries.count == 2 || feed.kinds.contains(.limitExceeded))
  }
}
