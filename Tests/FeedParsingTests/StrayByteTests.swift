import FeedParsing
import Testing

@Suite struct StrayByteTests {
  private func document(_ body: [UInt8], as label: String) -> DecodedDocument {
    let head = Array("<?xml version=\"1.0\" encoding=\"\(label)\"?>\n<t>".utf8)
    return DecodedDocument(head + body, contentType: nil)
  }

  private func text(_ document: DecodedDocument) -> String {
    String(decoding: document.bytes, as: UTF8.self).split(separator: "<t>").last.map(String.init)
      ?? ""
  }

  @Test(arguments: [
    ("euc-jp", "中文", 0xFF, "ÿ"), ("euc-kr", "한글", 0xFF, "ÿ"), ("gb18030", "中文", 0xFF, "ÿ"),
    ("gbk", "中文", 0x80, "€"), ("big5", "中文", 0xFF, "ÿ"), ("shift_jis", "中文", 0xFF, "ÿ"),
    ("euc-tw", "中文", 0xFF, "ÿ"), ("johab", "한글", 0xFF, "ÿ"), ("big5-hkscs", "中文", 0xFF, "ÿ"),
    ("windows-1253", "ω", 0xAA, "ª"), ("windows-1255", "א", 0xD9, "Ù"),
  ])
  func `a byte that is no text costs none beside it`(
    label: String, word: String, byte: Int, character: String
  ) throws {
    let encoded = try #require(CharsetBytes.encode(word, as: label))
    let document = document(encoded + [UInt8(byte)] + encoded, as: label)
    #expect(text(document) == word + character + word)
    #expect(document.strayBytes == 1)
    #expect(document.strayLines == [2])
  }

  @Test(
    arguments: [
      // A pair of EUC-JP that is none, and what follows it must not be read one byte off.
      ("euc-jp", [0xC6, 0xFC, 0xA9, 0xA1, 0xC6, 0xFC], "日©¡日", 2),
      ("euc-jp", [0x8F, 0xA1, 0xA1, 0xC6, 0xFC], "\u{8F}¡¡日", 3),
      // glibc steps over this pair when it reports it.
      ("euc-kr", [0xC7, 0xD1, 0xA2, 0xE8, 0xC7, 0xD1], "한¢è한", 2),
      ("euc-kr", [0xC7, 0xD1, 0xA2, 0xE8], "한¢è", 2),
      // ASCII behind a lead is text.
      ("shift_jis", [0x93, 0xFA, 0x81, 0x20, 0x93, 0xFA], "日\u{81} 日", 1),
      ("gb18030", [0xD6, 0xD0, 0x81, 0x30, 0x41], "中\u{81}0A", 1),
      // The last character is cut off.
      ("gb18030", [0xD6, 0xD0, 0x81, 0x30, 0x81], "中\u{81}0\u{81}", 2),
      ("euc-jp", [0xC6, 0xFC, 0xC6], "日Æ", 1), ("euc-jp", [0xC6, 0xFC, 0x8F, 0xB0], "日\u{8F}°", 2),
      ("utf-8", [0xC3, 0xA9, 0xC3, 0xA9, 0xC3, 0xA9, 0xE2, 0x80], "éééâ€", 2),
      ("utf-8", [0xC3, 0xA9, 0xC3, 0xA9, 0x92, 0x41, 0xC3, 0xBC], "éé’Aü", 1),
      // An emoji as old databases write it, and half of one.
      ("utf-8", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], "😀", 6),
      ("utf-8", [0xED, 0xA0, 0xBD, 0x41], "í\u{A0}½A", 3),
      ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0xE9, 0x46, 0x7C, 0x46], "日é日F", 2),
      (
        "iso-2022-kr", [0x1B, 0x24, 0x29, 0x43, 0x0E, 0x30, 0x21, 0xE9, 0x30, 0x21, 0x0F], "가é가", 1
      ),
      ("cp1258", [0x61, 0xD2, 0x61, 0xD5], "ảaƠ", 0),
    ] as [(String, [UInt8], String, Int)])
  func `what is no character is read byte by byte, and counted`(
    label: String, bytes: [UInt8], text: String, count: Int
  ) {
    let document = document(bytes, as: label)
    #expect(Array(self.text(document).unicodeScalars) == Array(text.unicodeScalars))
    #expect(document.strayBytes == count)
  }

  @Test func `a stray byte does not overtake the letter that waits for its accent`() {
    // In windows-1258 0xD2 is a hook above the letter before it, and 0x8A nothing.
    let document = document([0x61, 0x8A, 0x61, 0xD2], as: "windows-1258")
    #expect(text(document) == "aŠả")
    #expect(document.strayBytes == 1)
  }

  @Test(arguments: ["OSF05010001", "OSF00010104"])
  func `what glibc takes for characters beyond Unicode is none`(label: String) {
    let document = DecodedDocument(
      [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80] + [UInt8](repeating: 0x7F, count: 10),
      contentType: "text/csv; charset=\(label)")
    #expect(UTF8Check.isText(document.bytes))
  }

  @Test func `the lines of the first stray bytes are named`() throws {
    let lines = Array(repeating: Array("é é é".utf8) + [0x92, 0x92, 0x0A], count: 9).flatMap(\.self)
    let document = document(lines, as: "utf-8")
    #expect(document.strayBytes == 18)
    #expect(document.strayLines == [2, 3, 4])
    let feed = try FeedParser.parse(
      Array("<rss version=\"2.0\">\n<channel><title>ééé".utf8) + [0x92]
        + Array("</title></channel></rss>".utf8)
    ).feed
    let issue = try #require(feed.issues.first { $0.kind == .undecodableBytes })
    #expect(issue.line == 2)
    #expect(issue.message == "1 byte is no utf-8 (line 2); it is read as windows-1252.")
  }

  @Test(arguments: [
    "euc-jp", "shift_jis", "euc-kr", "gb18030", "big5", "euc-tw", "utf-16le", "cp930",
  ])
  func `a character is whole wherever the pieces are cut that are converted at once`(
    label: String
  ) throws {
    let letters = label.hasPrefix("euc-kr") ? "한글" : "中文"
    for shift in 0..<4 {
      let text =
        "<?xml version='1.0' encoding='\(label)'?>\(String(repeating: " ", count: shift))"
        + String(repeating: letters + letters + "a", count: 2500)
      let bytes = try #require(CharsetBytes.encode(text, as: label))
      let document = DecodedDocument(bytes, contentType: "text/xml; charset=\(label)")
      #expect(document.strayBytes == 0)
      #expect(String(decoding: document.bytes, as: UTF8.self) == text, "shifted by \(shift)")
    }
  }

  @Test(
    arguments: [
      ("euc-jp", [0xFF]), ("euc-jp", [0x8F]), ("euc-jp", [0x8E, 0x20]),
      ("shift_jis", [0xFF, 0xA0]),
      ("big5", [0xFF, 0x80]), ("euc-kr", [0x80, 0xFF]), ("gb18030", [0xFF]),
      ("gb18030", [0x81, 0x20]),
      ("utf-8", [0x92]), ("iso-2022-jp", [0x1B, 0x24, 0x42, 0xFF]), ("iso-2022-kr", [0x1B, 0xFF]),
      ("windows-1253", [0xAA]), ("big5-hkscs", [0xFF]), ("tcvn", [0xFF, 0x41]),
    ] as [(String, [UInt8])])
  func `megabytes of bytes that are no text come to an end, and none is lost`(
    label: String, pattern: [UInt8]
  ) {
    let body = Array(repeatElement(pattern, count: (1 << 20) / pattern.count).joined())
    let document = document(body, as: label)
    let characters = document.bytes.count { $0 & 0xC0 != 0x80 }
    let shifts = label == "iso-2022-jp" ? body.count / 4 * 3 : 0
    #expect(characters >= body.count - shifts)
    #expect(UTF8Check.isText(document.bytes))
  }

  @Test(arguments: 0..<40)
  func `any bytes in any encoding become text, and the markup before them stays`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let labels = [
      "utf-8", "euc-jp", "shift_jis", "euc-kr", "gb18030", "big5", "euc-tw", "johab",
      "windows-1255",
      "iso-8859-15", "windows-1258", "tscii", "big5-hkscs", "euc-jisx0213", "ansi_x3.110", "hz",
      "iso-2022-jp", "iso-2022-kr", "iso-2022-cn", "utf-7", "cp930", "ibm1390", "koi8-r",
    ]
    for label in labels {
      let count = Int.random(in: 0...3000, using: &random)
      let body = (0..<count).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: .min ... .max, using: &random)
          : UInt8.random(in: 0x80 ... .max, using: &random)
      }
      let document = document(body, as: label)
      #expect(UTF8Check.isText(document.bytes), "seed \(seed), \(label)")
      #expect(document.bytes.starts(with: Array("<?xml version".utf8)), "seed \(seed), \(label)")
    }
  }
}

extension UTF8Check {
  /// Whether bytes are UTF-8.
  fileprivate static func isText(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }
}
