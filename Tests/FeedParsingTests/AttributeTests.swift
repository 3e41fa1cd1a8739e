import FeedParsing
import Testing

/// Values of attributes, of which the plain ones go past libxml2.
@Suite struct AttributeTests {
  @Test(arguments: [
    ("\"A é\"", "A é"), ("'A \"B\"'", "A \"B\""), ("\"A &amp; B\"", "A & B"), ("\"&#x41;\"", "A"),
    ("\"A\tB\nC\"", "A B C"), ("\"\"", ""), ("\"A\u{85}\"", "A…"),
    ("\"A < B\"", "A < B"), ("\"AT&T\"", "AT&T"), ("\"A\u{1}B\"", "AB"),
  ])
  func `a value keeps its characters and its neighbours`(value: String, title: String) throws {
    let link = "<link rel='via' title=\(value) xml:lang='de' href='/x?a=1' type=\"text/plain\"/>"
    let expected = FeedLink(href: "/x?a=1", rel: "via", type: "text/plain", title: title)
    #expect(try Self.links(in: link) == [expected])
  }

  @Test(arguments: [
    "<title>A<link rel=\"via\" href=\"/x\"/>", "<b c=\"d\"/><link rel=\"via\" href=\"/x\"/>",
    "<b c=\"d\" c=\"e\"/><link rel=\"via\" href=\"/x\"/>",
    "<link xmlns:a=\"b\" rel=\"via\" href=\"/x\"/>", "<link rel=\"via\" href=\"/x\" a=b />",
  ])
  func `values belong to their own tag whatever stands before it`(fields: String) throws {
    let links = try Self.links(in: fields + "<link rel=\"related\" href=\"/y\"/>")
    let expected = [FeedLink(href: "/x", rel: "via"), FeedLink(href: "/y", rel: "related")]
    #expect(links.suffix(expected.count) == expected[...])
  }

  private static func links(in fields: String) throws -> [FeedLink] {
    let entry = "<entry><id>1</id>\(fields)</entry>"
    return try FeedParser.parse(FeedText.atom(entry)).entries.flatMap(\.links)
  }
}
