import FeedParsing
import Testing

/// Documents in UTF-8 whose last character is not complete.
@Suite struct CutOffTests {
  private static let item = "<item><title>Café</title></item>"

  @Test(arguments: ["é", "“", "日", "😀"], ["", "utf-8", "iso-8859-1", "windows-1251"])
  func `a character cut off at the end costs itself and no other`(
    last: String, label: String
  ) throws {
    let declaration = label.isEmpty ? "" : "<?xml version=\"1.0\" encoding=\"\(label)\"?>"
    let whole = Array("\(declaration)<rss><channel>\(Self.item)<item><title>x\(last)".utf8)
    for cut in 1..<last.utf8.count {
      let (feed, entries) = try FeedParser.parse(Array(whole.dropLast(cut)))
      #expect(entries.map(\.title) == ["Café"])
      #expect(feed.encoding.name == "utf-8")
      #expect(feed.encoding.reason == .validUTF8)
      #expect(feed.kinds.contains(.undecodableBytes))
      #expect(feed.kinds.contains(.truncated))
    }
  }

  @Test func `a lone lead byte at the end is UTF-8 where nobody says otherwise`() {
    let bytes = Array("title,link\nCaf".utf8) + [0xE9]
    let unlabelled = DecodedDocument(bytes, contentType: nil)
    #expect(unlabelled.decision.name == "utf-8")
    #expect(unlabelled.strayBytes == 1)
    let labelled = DecodedDocument(bytes, contentType: "text/csv; charset=iso-8859-1")
    #expect(labelled.decision.name != "utf-8")
    #expect(String(decoding: labelled.bytes, as: UTF8.self).hasSuffix("Café"))
    #expect(labelled.strayBytes == 0)
  }

  @Test func `a character cut off before the end is damage as before`() {
    let bytes = Array("<t>".utf8) + [0xE2, 0x80] + Array("x</t>".utf8)
    #expect(DecodedDocument(bytes, contentType: nil).decision.reason == .fallback)
  }
}
