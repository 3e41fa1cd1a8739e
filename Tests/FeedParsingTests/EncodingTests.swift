import FeedParsing
import Testing

@Suite struct EncodingTests {
  private func decision(
    _ body: [UInt8], declared: String? = nil, contentType: String? = nil
  ) throws -> (name: String, title: String?) {
    let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    let bytes =
      Array("\(declaration)<rss version=\"2.0\"><channel><title>".utf8) + body
      + Array("</title></channel></rss>".utf8)
    let feed = try FeedParser.parse(bytes, context: FeedContext(contentType: contentType)).feed
    return (feed.encoding.name, feed.metadata.title)
  }

  @Test(arguments: ["iso-8859-1", "utf-8", "utf-16", "us-ascii", "no-such-encoding"])
  func `valid UTF-8 is UTF-8 whatever the label says`(label: String) throws {
    let (name, title) = try decision(Array("Café".utf8), declared: label)
    #expect(name == "utf-8")
    #expect(title == "Café")
  }

  @Test func `ASCII reports the label, the server's before the document's`() throws {
    #expect(try decision(Array("a".utf8)).name == "utf-8")
    #expect(try decision(Array("a".utf8), declared: "iso-8859-1").name == "iso-8859-1")
    let both = try decision(
      Array("a".utf8), declared: "iso-8859-1", contentType: "text/xml; charset=us-ascii")
    #expect(both.name == "us-ascii")
  }

  @Test func `ISO-8859-1 means windows-1252`() throws {
    let (name, title) = try decision([0x80, 0xE9], declared: "iso-8859-1")
    #expect(name == "windows-1252")
    #expect(title == "€é")
  }

  @Test func `a stray byte in UTF-8 costs nothing else`() throws {
    let (name, title) = try decision(Array("é".utf8) + [0x92] + Array("ü".utf8), declared: "utf-8")
    #expect(name == "utf-8")
    #expect(title == "é’ü")
  }

  @Test func `gb2312 is read as gb18030`() throws {
    let (name, title) = try decision([0xD6, 0xD0], declared: "gb2312")
    #expect(name == "gb18030")
    #expect(title == "中")
  }

  @Test(arguments: [true, false])
  func `UTF-16 is known by its zero bytes`(hasMark: Bool) throws {
    let text = "<rss version=\"2.0\"><channel><title>Café</title></channel></rss>"
    let units: [UInt16] = (hasMark ? [0xFEFF] : []) + Array(text.utf16)
    let bytes = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let feed = try FeedParser.parse(bytes).feed
    #expect(feed.encoding.name == "utf-16le")
    #expect(feed.metadata.title == "Café")
  }
}
