import HTMLText
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("R&amp;D &eacute;&rsquo;", "R&D é’"),
    ("R & D", "R & D"),
    ("?a=1&b=2&copy=3", "?a=1&b=2&copy=3"),
    ("one &amp;lt; two", "one &lt; two"),
    ("&#150;&#x2014;&#146;", "–—’"),
    ("  a \n b  ", "a b"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("One<br>Two<br/><br/>Three", "One\nTwo\n\nThree"),
    ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
    ("<b>bo</b>ld", "bold"),
    ("a<script>alert(1)</script>b", "ab"),
    ("<style>p {}</style>x", "x"),
    ("a < b", "a < b"),
    ("&NotEqualTilde;", "≂̸"),
    ("<xhtml:div>in a prefix</xhtml:div>", "in a prefix"),
  ])
  func `HTML becomes the words that a reader sees`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test func `blocks become one space in a title`() {
    #expect(HTMLText.inlineText(of: "<p>One</p>\n<p>Two &amp; Three</p>") == "One Two & Three")
  }

  @Test func `nesting beyond the limit costs tags and no words`() {
    let html = String(repeating: "<b>x", count: 2_000) + " end"
    let text = HTMLText.plainText(of: html)
    #expect(text.count { $0 == "x" } == 2_000)
    #expect(text.hasSuffix("end"))
  }

  @Test func `a tag with thousands of attributes ends in bounded time`() {
    let attributes = (0..<20_000).map { " a\($0)" }.joined()
    #expect(HTMLText.plainText(of: "before <p" + attributes + ">after").hasPrefix("before"))
  }

  @Test func `all entities of HTML are known`() {
    #expect(HTMLEntities.characters(of: "CounterClockwiseContourIntegral") == "∳")
    #expect(HTMLEntities.characters(of: "nbsp") == "\u{A0}")
    #expect(HTMLEntities.characters(of: "zwnj") == "\u{200C}")
    #expect(HTMLEntities.characters(of: "nosuch") == nil)
  }
}
