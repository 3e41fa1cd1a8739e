import FeedParsing
import Testing

/// Files that are no feeds, and feeds that look a little like them.
@Suite struct OtherFileTests {
  private static let files: [(bytes: [UInt8], hint: String)] = [
    ([0x50, 0x4B, 0x03, 0x04], "a zip archive or an office document"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an office document"), ([0x1F, 0x8B], "gzip, still compressed"),
    (Array("BZh91AY".utf8), "bzip2, still compressed"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd, still compressed"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz, still compressed"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG image"),
    (Array("GIF89a".utf8), "a GIF image"), (Array("%PDF-1.7\n".utf8), "a PDF document"),
    (Array("SQLite format 3\0".utf8), "a SQLite database"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
  ]
  private static let item = "<item><title>One</title></item>"

  @Test(arguments: files, ["", item, "<rss><channel>\(item)</channel></rss>"])
  func `a file of another kind is told by its first bytes, whatever is in it`(
    file: (bytes: [UInt8], hint: String), content: String
  ) {
    var random = SeededGenerator(seed: 7)
    let noise = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let bytes = file.bytes + noise + Array(content.utf8)
    #expect(throws: FeedError.notAFeed(hint: file.hint)) { try FeedParser.parse(bytes) }
    #expect(throws: FeedError.notAFeed(hint: file.hint)) {
      try FeedParser.parse(BytesInMemory(bytes: bytes)) { _ in }
    }
    #expect(FeedSniffer.kind(of: bytes) == .other(hint: file.hint))
  }

  @Test(arguments: files) func `a signature inside a feed is text`(
    file: (bytes: [UInt8], hint: String)
  ) throws {
    let start = Array("<rss><channel><item><title>One ".utf8)
    let (_, entries) = try FeedParser.parse(start + file.bytes + Array("</title></item>".utf8))
    #expect(entries.count == 1)
    #expect(entries.first?.title?.hasPrefix("One ") == true)
  }

  @Test func `a signature behind a byte order mark is text`() {
    let table = "\u{FEFF}%PDF,title,link\n1,One,https://example.org/1\n"
    #expect(FeedSniffer.kind(of: Array(table.utf8)) == .csv)
  }

  @Test(arguments: 0..<UInt64(30)) func `random bytes are answered`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...20_000, using: &random)
    let alphabet = Array("<>/!-[]ab=\"'& {}:,\\\n".utf8)
    let isMarkup = Bool.random(using: &random)
    let noise = (0..<count).map { _ in
      isMarkup
        ? alphabet[Int.random(in: alphabet.indices, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
    }
    // Alone it is hardly a feed; behind a beginning it must not cost the entry before it.
    _ = try? FeedParser.parse(noise)
    let feed = Array("<rss><channel>\(Self.item)".utf8) + noise
    let entries = try? FeedParser.parse(feed).entries
    #expect(entries?.first?.title == "One" || entries?.isEmpty == false, "seed \(seed)")
  }
}
