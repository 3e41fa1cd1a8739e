import HTMLText
import Testing

@Suite struct SanitizedTests {
  @Test(arguments: [
    ("<p onclick=\"x()\">a</p>", "<p>a</p>"),
    ("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>"),
    ("<a href=\"jAva\tscript:alert(1)\">a</a>", "<a>a</a>"),
    ("<img src=\"data:image/png;base64,AA==\" alt=\"a\">", "<img alt=\"a\">"),
    ("a<script>b</script>c", "ac"),
    ("<blink>a</blink>", "a"),
    ("<b>unclosed", "<b>unclosed</b>"),
    ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
    ("<p style=\"x:expression(1)\">a</p>", "<p>a</p>"),
    ("<iframe src=\"https://example.org/\">a</iframe>b", "b"),
  ])
  func `what runs is gone and the words stay`(html: String, expected: String) {
    #expect(HTMLText.sanitized(html, base: nil) == expected)
  }

  @Test func `links become absolute and tell their target nothing`() {
    let html = HTMLText.sanitized(
      "<a href=\"../b?c=1&amp;d=2\">x</a>", base: "https://example.org/a/e/")
    #expect(
      html
        == "<a href=\"https://example.org/a/b?c=1&amp;d=2\" rel=\"noopener noreferrer nofollow\">x</a>"
    )
  }

  @Test func `text is escaped for HTML`() {
    #expect(HTMLText.escape("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;")
  }
}
