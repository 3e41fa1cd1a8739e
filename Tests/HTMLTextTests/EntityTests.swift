import HTMLText
import Testing

@Suite struct EntityTests {
  @Test(arguments: [
    ("R&amp;D &eacute;&rsquo;", "R&D é’"), ("R & D", "R & D"), ("AT&T", "AT&T"),
    ("one &amp;lt; two", "one &lt; two"), ("&#150;&#x2014;&#146;", "–—’"),
    ("&NotEqualTilde;", "≂̸"), ("&CounterClockwiseContourIntegral;", "∳"),
    ("&nosuch; &; &#; &#x; &#xg;", "&nosuch; &; &#; &#x; &#xg;"),
    ("&copy2020 &copyright &notit; &notin;", "©2020 ©right ¬it; ∉"),
    ("?a=1&b=2&copy=3&region=4&notify=5", "?a=1&b=2&copy=3&region=4&notify=5"),
    ("&nbspx&ampy&ltz&thinspx", "\u{A0}x&y<z&thinspx"), ("&AMP;&LT", "&<"),
    (
      "&#0;&#x1;&#xD800;&#x110000;&#xFFFE;&#99999999999999999999;",
      "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    ),
    ("&#128;&#129;&#159;", "€\u{81}Ÿ"), ("&#x1F389;&#X41;&#65", "\u{1F389}AA"), ("&", "&"),
    ("&#10;&#13;", "\n\r"),
  ])
  func `references are decoded once`(html: String, text: String) {
    #expect(HTMLEntities.decode(html) == text)
    #expect(HTMLText.oneLine(HTMLText.plainText(of: html)) == HTMLText.oneLine(text))
  }

  @Test func `an attribute takes a bare name only as a whole word`() {
    let html = "<a href=\"/?a=1&copy=2&amp;x&notit;&not&lt;\" title=&copy>x</a>"
    #expect(
      HTMLText.sanitized(html, base: nil)
        == "<a href=\"/?a=1&amp;copy=2&amp;x&amp;notit;¬&lt;\" title=\"©\" rel=\"noopener noreferrer nofollow\">x</a>"
    )
  }

  @Test(
    arguments: [
      ("nbsp", "\u{A0}"), ("zwnj", "\u{200C}"), ("AElig", "Æ"), ("zscr", "\u{1D4CF}"),
      ("acE", "\u{223E}\u{333}"), ("rang", "\u{27E9}"), ("nosuch", nil), ("", nil), ("AEli", nil),
      ("AElig!", nil), ("c6", nil),
    ] as [(String, String?)])
  func `entities are found by their whole name`(name: String, characters: String?) {
    #expect(HTMLEntities.characters(of: name) == characters)
  }

  @Test func `a text of nothing but ampersands ends`() {
    let text = String(repeating: "&", count: 200_000) + String(repeating: "&am", count: 50_000)
    #expect(HTMLEntities.decode(text) == text)
    #expect(HTMLText.plainText(of: text) == text)
  }
}
