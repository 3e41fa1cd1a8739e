import HTMLText
import Testing

/// Texts made to cost a parser more than their length.
///
/// A cost that grew with the square of the length would take hours here, so the limit of time tells
/// one from the other on any machine.
@Suite(.timeLimit(.minutes(5))) struct HostileTests {
  private static let count = 50_000

  @Test(arguments: [
    "<", "<a", "<a ", "<a>", "</a>", "<a></b>", "<a b", "<a b=", "<a b='", "<a b=\"><", "<a b='>' ",
    "<p>", "<i><div></i></div>", "<ul><li>", "<table><tr><td>", "<!", "<!-", "<!--", "<?", "</ ",
    "<![CDATA[", "]]>", "<svg>", "<object></object><object>", "<title>", "<xmp>", "<script></s",
    "<iframe>", "&", "&#", "&#x", "&am", "&notit", "&#9999999999", "<img srcset='a,", "<img alt=a>",
    "<a href=b>", "<pre>\n", "<br>", "\u{0}", "]", "<b><p>", "<ol><ul>", "<a b c d e f>",
    "\u{FFFE}",
  ])
  func `a piece that repeats costs no more than its length`(piece: String) {
    let html = "first " + String(repeating: piece, count: Self.count)
    #expect(HTMLText.plainText(of: html).hasPrefix("first"))
    let written = HTMLText.sanitized(html, base: "https://example.org/a/")
    #expect(written.hasPrefix("first"))
    #expect(written.utf8.count < 64 * html.utf8.count)
  }

  @Test func `a tag with a hundred thousand attributes is a tag`() {
    let attributes = (0..<100_000).map { " a\($0)=b" }.joined()
    let html = "before <p" + attributes + " title=x>after</p>"
    #expect(HTMLText.sanitized(html, base: nil) == "before <p title=\"x\">after</p>")
    #expect(HTMLText.sanitized("<b><p" + attributes + ">x", base: nil) == "<b></b><p>x</p>")
  }

  @Test func `a comment and an attribute that never end take the rest and no more`() {
    let rest = String(repeating: "x", count: 1 << 20)
    #expect(HTMLText.plainText(of: "a<!--" + rest) == "a")
    #expect(HTMLText.plainText(of: "a<p title=\"" + rest) == "a")
    #expect(HTMLText.plainText(of: "a<p title=\">" + rest) == "a\n\n" + rest)
  }

  @Test func `what is too large for repair loses its markup and no word`() {
    let html = "<b><p>" + String(repeating: "w<i>or</i>d <p>word ", count: 400_000)
    let text = HTMLText.plainText(of: html)
    #expect(text.utf8.count == 800_000 * 5 - 1)
    #expect(HTMLText.sanitized(html, base: nil).utf8.count { $0 == UInt8(ascii: "w") } == 800_000)
  }
}
