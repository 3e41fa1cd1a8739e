import FeedParsing
import Testing

/// Entities that grow when they are expanded: they never are.
@Suite(.timeLimit(.minutes(5))) struct EntityTests {
  /// A document type with declarations before a feed whose second entry uses `&x;` and `&amp;`.
  private static func document(_ declarations: String, uses: String = "&x;") -> [UInt8] {
    Array(
      """
      <?xml version="1.0"?><!DOCTYPE rss [\(declarations)]><rss version="2.0"><channel>
      <item><title>One</title></item><item><title>a\(uses)b &amp; c</title></item></channel></rss>
      """.utf8)
  }

  private static let laughs =
    "<!ENTITY l0 \"lol\">"
    + (1...9).map { level in
      "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }.joined() + "<!ENTITY x \"&l9;\">"
  private static let parameterLaughs =
    "<!ENTITY % p0 \"lol\">"
    + (1...9).map { level in
      "<!ENTITY % p\(level) '\(String(repeating: "&#37;p\(level - 1);", count: 10))'>"
    }.joined() + "<!ENTITY % q '<!ENTITY x \"&#37;p9;\">'>%q;"

  @Test(arguments: [
    laughs, parameterLaughs, "<!ENTITY x \"&y;\"><!ENTITY y \"&x;\">", "<!ENTITY x \"&x;\">",
    "<!ENTITY % x \"%x;\">%x;", "<!ENTITY x \"</title></item><item>\">", "<!ENTITY x '<!ENTITY'>",
    "<!ATTLIST item a CDATA \"&x;\"><!ENTITY x \"lol\">",
  ])
  func `an entity that the document declares stays as it is written`(declarations: String) throws {
    let (feed, entries) = try FeedParser.parse(Self.document(declarations))
    #expect(entries.map(\.title) == ["One", "a&x;b & c"])
    #expect(feed.kinds.contains(.entityDeclaration))
    #expect(entries.allSatisfy { $0.source.utf8.count < 100 })
  }

  @Test func `a large entity that is used often is not copied`() throws {
    let value = String(repeating: "a", count: 50_000)
    let uses = String(repeating: "&x;", count: 10_000)
    let (_, entries) = try FeedParser.parse(
      Self.document("<!ENTITY x \"\(value)\">", uses: uses))
    #expect(entries.last?.title == "a\(uses)b & c")
  }

  @Test func `what XML declares itself cannot be declared otherwise`() throws {
    let (_, entries) = try FeedParser.parse(
      Self.document("<!ENTITY amp \"lol\"><!ENTITY eacute \"lol\">", uses: "&eacute;"))
    #expect(entries.last?.title == "aéb & c")
  }

  @Test func `a reference in an attribute is not expanded`() throws {
    let item = "<item><title>One</title><enclosure url=\"/&x;\" length=\"1\" type=\"a/b\"/></item>"
    let text = "<!DOCTYPE rss [\(Self.laughs)]><rss><channel>\(item)</channel></rss>"
    let entry = try FeedParser.parse(Array(text.utf8)).entries.first
    #expect(entry?.enclosures.map(\.url) == ["/&x;"])
  }
}
