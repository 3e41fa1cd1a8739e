import FeedParsing
import Testing

@Suite struct EncodingChoiceTests {
  private func document(
    _ body: [UInt8], declared: String? = nil, contentType: String? = nil
  ) -> DecodedDocument {
    let declaration = declared.map { "<?xml version=\"1.0\" encoding=\"\($0)\"?>" } ?? ""
    return DecodedDocument(
      Array("\(declaration)<t>".utf8) + body + Array("</t>".utf8), contentType: contentType)
  }

  private func text(_ document: DecodedDocument) -> String {
    let text = String(decoding: document.bytes, as: UTF8.self)
    return text.split(separator: "<t>").last.map { String($0.dropLast(4)) } ?? ""
  }

  // MARK: Zero bytes

  private static let heads = [
    "<rss/>", " \n\t<rss/>", "x<rss/>", "<t>日本語日本語日本語日本語</t>", "日本<rss/>",
    "<t>" + String(repeating: "日本語", count: 300) + "</t>",
  ]

  @Test(arguments: heads, [1, 2, 3, 4])
  func `UTF-16 and UTF-32 are known without a mark, whatever they start with`(
    text: String, form: Int
  ) {
    let units: [[UInt8]] =
      form <= 2
      ? text.utf16.map { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
      : text.unicodeScalars.map {
        [0, UInt8($0.value >> 16), UInt8($0.value >> 8 & 0xFF), UInt8($0.value & 0xFF)]
      }
    let isBigEndian = form % 2 == 0
    let bytes = units.flatMap { isBigEndian ? $0 : $0.reversed() }
    let document = DecodedDocument(bytes, contentType: "text/xml; charset=iso-8859-1")
    #expect(
      document.decision.name == (form <= 2 ? "utf-16" : "utf-32") + (isBigEndian ? "be" : "le"))
    #expect(document.decision.reason == .bytePattern)
    #expect(String(decoding: document.bytes, as: UTF8.self) == text)
  }

  @Test func `a few zero bytes in ASCII are no UTF-16`() {
    let bytes = Array("<t>a\0b\0c and more that is ASCII and has no zero bytes in it</t>".utf8)
    #expect(DecodedDocument(bytes, contentType: nil).decision.name == "utf-8")
  }

  @Test func `lone surrogates and an odd byte become U+FFFD, counted`() {
    let units: [UInt16] = [0xFEFF, 0x3C, 0x74, 0xD83D, 0x74, 0xDE00, 0xD83D, 0xDE00, 0x3E]
    var bytes = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    bytes.append(0x41)
    let document = DecodedDocument(bytes, contentType: nil)
    #expect(String(decoding: document.bytes, as: UTF8.self) == "<t\u{FFFD}t\u{FFFD}😀>\u{FFFD}")
    #expect(document.strayBytes == 5)
  }

  @Test(arguments: [
    ("cp500", "cp500"), ("cp037", "cp037"), ("IBM1140", "ibm1140"), ("IBM1026", "ibm1026"),
    ("no-such-page", "cp037"),
    ("utf-8", "cp037"),
  ])
  func `EBCDIC is read in the code page that its declaration names`(
    label: String, name: String
  ) throws {
    let text = "\n<?xml version=\"1.0\" encoding=\"\(label)\"?><t>[é]</t>"
    let bytes = try #require(CharsetBytes.encode(text, as: name))
    let document = DecodedDocument(bytes, contentType: nil)
    #expect(document.decision.name == name)
    #expect(String(decoding: document.bytes, as: UTF8.self) == text)
  }

  // MARK: Seven bits

  @Test(arguments: [
    ("iso-2022-jp", "\u{1B}$B$\"\u{1B}(B!", "あ!"), ("iso-2022-jp", "\u{1B}$B-!\u{1B}(B", "①"),
    ("iso-2022-jp", "\u{1B}(I1\u{1B}(J\\~\u{1B}(B\\", "ｱ¥‾\\"),
    ("iso-2022-jp", "\u{1B}$(D0!\u{1B}(B", "丂"),
    ("iso-2022-jp", "\u{1B}$B$\"\n$\"\u{1B}(B", "あ\nあ"),
    ("iso-2022-kr", "\u{1B}$)C\u{E}0!\u{F}a", "가a"),
    ("iso-2022-cn", "\u{1B}$)A\u{E}VP\u{F}a", "中a"),
    ("iso-2022-cn-ext", "\u{1B}$)A\u{E}VP\u{F}a", "中a"),
    ("hz-gb-2312", "~{VPND~} a~~b", "中文 a~b"), ("hz", "~{VP\nab", "中\nab"),
    ("hz", "~{VP~}~\na", "中a"), ("utf-7", "a+ZeVnLIqe-b +-", "a日本語b +"),
  ])
  func `text in 7 bits is read where a label and an escape say so`(
    label: String, written: String, text: String
  ) {
    let document = document(Array(written.utf8), declared: label)
    #expect(document.decision.reason == .sevenBitLabel)
    #expect(self.text(document) == text)
    let unlabelled = self.document(Array(written.utf8))
    #expect(self.text(unlabelled) == written)
  }

  @Test(arguments: ["iso-2022-jp", "iso-2022-kr", "hz", "utf-7", "utf-7-imap"])
  func `ASCII is ASCII, whatever 7-bit encoding it is said to be in`(label: String) {
    let written = "C++, 1+1, a~b, Q&amp;A, R&D"
    let document = document(Array(written.utf8), declared: label)
    #expect(document.decision.reason == .declaration)
    #expect(text(document) == written)
  }

  @Test func `valid UTF-8 with an escape character in it is no ISO-2022-JP`() {
    let document = document(Array("é\u{1B}".utf8), declared: "iso-2022-jp")
    #expect(document.decision.name == "utf-8")
  }

  // MARK: Labels

  @Test func `the label that is wrong is recorded`() {
    let document = document(
      Array("Café".utf8), declared: "windows-1251", contentType: "text/xml; charset=\"no such\"")
    #expect(document.decision.name == "utf-8")
    #expect(
      document.decision.overruled == [
        .init(source: .contentType, text: "nosuch"),
        .init(source: .declaration, text: "windows-1251"),
      ])
    let honest = self.document([0xE9], declared: "ISO-8859-1", contentType: "text/xml")
    #expect(honest.decision.overruled.isEmpty)
  }

  @Test func `UTF-8 is not believed of what is none, if somebody says something else`() {
    let document = document(
      [0xCF, 0xF0, 0xE5, 0xF1, 0xF1, 0xE0], declared: "windows-1251",
      contentType: "text/xml; charset=utf-8")
    #expect(document.decision.name == "windows-1251")
    #expect(text(document) == "Пресса")
    #expect(document.decision.overruled.map(\.text) == ["utf-8"])
  }

  @Test(arguments: [
    "utf-16", "ucs-4", "cp037", "ibm1047", "no-such-charset", "utf-8//translit", "",
  ])
  func `a label that cannot be true is passed over`(label: String) {
    let document = document(
      [0x93, 0xE9, 0x94], declared: "windows-1252", contentType: "a/b; charset=\(label)")
    #expect(document.decision.name == "windows-1252")
    #expect(document.decision.reason == .declaration)
    #expect(text(document) == "“é”")
  }

  @Test(arguments: [
    ("latin1", "iso-8859-1"), ("US-ASCII", "us-ascii"), ("GB2312", "gb18030"),
    ("x-sjis", "shift_jis"),
    ("utf8", "utf-8"), ("csISO2022KR", "iso-2022-kr"), ("ks_c_5601-1987", "euc-kr"),
    ("ISO_8859-2:1987", "iso-8859-2"), ("cp1250", "windows-1250"), ("unicode-1-1-utf-8", "utf-8"),
    ("x-mac-ukrainian", "x-mac-cyrillic"), ("dos-874", "windows-874"), ("logical", "iso-8859-8"),
    ("nonsense", "utf-8"), ("mik", "mik"),
  ])
  func `ASCII reports its label by one name`(label: String, name: String) {
    #expect(document(Array("a".utf8), declared: label).decision.name == name)
  }

  // MARK: Nobody says

  @Test func `UTF-8 with a few stray bytes is UTF-8, labelled or not, and even against a label`() {
    let body = Array(String(repeating: "é", count: 30).utf8) + [0x92] + Array("ü".utf8)
    for label in [nil, "utf-8", "iso-8859-1", "gbk"] {
      let document = document(body, declared: label)
      #expect(document.decision.name == "utf-8")
      #expect(text(document) == String(repeating: "é", count: 30) + "’ü")
      #expect(document.strayBytes == 1)
    }
  }

  @Test func `Western text that nobody labelled is windows-1252`() {
    let body =
      Array("Le communiqu".utf8) + [0xE9] + Array(" de l".utf8) + [0x92, 0xE9] + Array("t".utf8)
    let document = document(body + [0xE9])
    #expect(document.decision.name == "windows-1252")
    #expect(document.decision.reason == .fallback)
    #expect(text(document) == "Le communiqué de l’été")
  }

  @Test(arguments: [[0xE9], [0xB0], [0xBB], [0x96], [0xAB, 0xBB], [0xE0, 0xE8]] as [[UInt8]])
  func `signs and short words that stand alone are no other alphabet`(signs: [UInt8]) {
    let body = (0..<100).flatMap { Array(" word ".utf8) + [signs[$0 % signs.count]] }
    #expect(document(body).decision.name == "windows-1252")
  }

  @Test(arguments: [
    ("koi8-r", "Компания сообщила о результатах работы за третий квартал этого года"),
    ("windows-1251", "Компания сообщила о результатах работы за третий квартал этого года"),
    ("windows-1253", "Η εταιρεία ανακοίνωσε τα αποτελέσματα του τρίτου τριμήνου του έτους"),
    ("windows-1255", "החברה הודיעה היום על תוצאות הרבעון השלישי של השנה הנוכחית"),
    ("tis-620", "บริษัทประกาศผลการดำเนินงานประจำไตรมาสที่สามของปีนี้แล้ว"),
    ("euc-jp", "当社は第三四半期の決算を発表しました。売上は増えています。"),
    ("shift_jis", "当社は第三四半期の決算を発表しました。売上は増えています。"),
    ("euc-kr", "회사는 오늘 삼분기 실적을 발표했다고 밝혔습니다"),
    ("gb2312", "公司今天公布第三季度业绩，收入比去年同期增长百分之十二"),
    ("big5", "公司今天公布第三季業績，收入比去年同期增長百分之十二"),
  ])
  func `text in another script that nobody labelled is known by its letters`(
    name: String, sentence: String
  ) throws {
    let body = try #require(CharsetBytes.encode(sentence, as: name))
    let document = document(body)
    #expect(document.decision.name == name)
    #expect(document.decision.reason == .guess)
    #expect(text(document) == sentence)
    // A label is asked before the looks.
    #expect(self.document(body, declared: "iso-8859-2").decision.name == "iso-8859-2")
  }
}
