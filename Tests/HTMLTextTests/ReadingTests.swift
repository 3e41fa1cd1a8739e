import HTMLText
import Testing

/// What holds for every text, tried on thousands that nobody would write.
@Suite struct ReadingTests {
  private static let seeds = Array(UInt64(0)..<20)
  private static let base = "https://example.org/news/"

  @Test(arguments: seeds)
  func `sanitised HTML is well-formed, and to sanitise it again changes nothing`(seed: UInt64) {
    var soup = TagSoup(seed: seed)
    for round in 0..<60 {
      let html = round % 2 == 0 ? soup.anything(count: 30) : soup.elements(count: 30)
      for base in [nil, Self.base] {
        let written = HTMLText.sanitized(html, base: base)
        let fault = StrictMarkup(written).fault
        #expect(fault == nil, "seed \(seed), round \(round): \(html.debugDescription)")
        #expect(
          HTMLText.sanitized(written, base: base) == written,
          "seed \(seed), round \(round): \(html.debugDescription)")
      }
    }
  }

  @Test(arguments: seeds)
  func `a text that nests reads the same with libxml2 and without`(seed: UInt64) {
    var soup = TagSoup(seed: seed)
    var compared = 0
    for round in 0..<150 {
      let html =
        switch round % 3 {
        case 0: soup.nested(depth: 5)
        case 1: soup.anything(count: 6)
        default: soup.elements(count: 4)
        }
      let comment: Comment = "seed \(seed), round \(round): \(html.debugDescription)"
      if let nested = HTMLText.plainText(of: html, way: .nested) {
        compared += 1
        #expect(HTMLText.plainText(of: html, way: .repaired) == nested, comment)
      }
      if let nested = HTMLText.sanitized(html, base: Self.base, way: .nested) {
        #expect(HTMLText.sanitized(html, base: Self.base, way: .repaired) == nested, comment)
      }
    }
    #expect(compared > 40, "seed \(seed)")
  }

  @Test(arguments: TagSoup.elements)
  func `an element in another reads the same with libxml2 and without`(outer: String) {
    for inner in TagSoup.elements {
      for html in ["1<\(outer)>2<\(inner)>3</\(inner)>4</\(outer)>5", "<\(outer)><\(inner)>1"] {
        for way in [HTMLText.plainText(of:way:), { HTMLText.sanitized($0, base: nil, way: $1) }] {
          guard let nested = way(html, .nested) else { continue }
          #expect(way(html, .repaired) == nested, "\(html)")
        }
      }
    }
  }

  @Test func `the ways of reading are what the text needs`() {
    #expect(HTMLText.plainText(of: "<p>a<i>b</i></p>", way: .nested) == "ab")
    #expect(HTMLText.plainText(of: "<p>a<p>b", way: .nested) == nil)
    #expect(HTMLText.plainText(of: "<b><i>a</b></i>", way: .nested) == nil)
    #expect(HTMLText.plainText(of: "<p>a<p>b", way: .repaired) == "a\n\nb")
    let deep = String(repeating: "<b>", count: 257) + "<p>a</p>"
    #expect(HTMLText.plainText(of: deep, way: .nested) == nil)
    #expect(HTMLText.plainText(of: deep, way: .repaired) == nil)
    #expect(HTMLText.plainText(of: deep) == "a")
  }

  @Test(arguments: seeds)
  func `no word between tags is lost`(seed: UInt64) {
    var soup = TagSoup(seed: seed)
    for round in 0..<40 {
      var html = ""
      for word in 0..<20 { html += "<\(soup.tagName())> word\(word) </\(soup.tagName())>" }
      let expected = (0..<20).map { "word\($0)" }
      let comment: Comment = "seed \(seed), round \(round): \(html)"
      #expect(words(HTMLText.plainText(of: html)) == expected, comment)
      #expect(words(StrictMarkup(HTMLText.sanitized(html, base: nil)).text) == expected, comment)
    }
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init).filter { $0.hasPrefix("word") }
  }
}
