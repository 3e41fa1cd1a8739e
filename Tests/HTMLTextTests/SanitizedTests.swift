import HTMLText
import Testing

@Suite struct SanitizedTests {
  @Test(arguments: [
    ("<p onclick=\"x()\">a</p>", "<p>a</p>"),
    ("<p ONCLICK=x() id=a class=b name=c style='x:expression(1)'>a</p>", "<p>a</p>"),
    ("a<script>b</script>c", "ac"),
    ("<blink>a</blink>", "a"),
    (
      "<form action=x><input name=y><button formaction=javascript:1>a</button></form>b",
      "<div>a</div>b"
    ),
    ("<iframe src=\"https://example.org/\" srcdoc='<script>'>a</iframe>b", "b"),
    ("<svg><style>x</style><a xlink:href=\"javascript:1\">a</a></svg>b", "<a>a</a>b"),
    ("<math><mi xlink:href=\"data:x\">a</mi></math>b", "ab"),
    ("<link rel=stylesheet href=x><meta http-equiv=refresh content=0><base href=//evil/>a", "a"),
    ("<embed src=x><applet code=x>a</applet>b", "b"),
    ("<scr<script>ipt>alert(1)</scr</script>ipt>", "&lt;script&gt;"),
    ("<<script>alert(1)//<</script>", "&lt;"),
    ("<img \"\"\"><script>x</script>\">", "\"&gt;"),
    (
      "<p title='\"><script>x</script>'>a</p>",
      "<p title=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\">a</p>"
    ),
    ("<!--><img src=x onerror=y>-->a", "<img src=\"x\">--&gt;a"),
    ("<![CDATA[<script>x</script>]]>a", "a"),
    ("<xmp><script>x</script></xmp>", "<pre>&lt;script&gt;x&lt;/script&gt;</pre>"),
    ("<style><img src='</style><b>a</b>'>", "<b>a</b>'&gt;"),
    ("<noscript><p title=\"</noscript><b>x\">", "<b>x\"&gt;</b>"),
  ])
  func `what runs is gone and the words stay`(html: String, expected: String) {
    #expect(HTMLText.sanitized(html, base: nil) == expected)
  }

  @Test(arguments: [
    "javascript:x()", "jAva\tscript:x()", " \u{1}javascript:x()", "java\nscript\r:x()",
    "&#106;avascript:x()", "&#x6A&#x61;vascript:x()", "javascript&colon;x()", "java&Tab;script:x()",
    "javascript&#58x()", "java\u{0}script:x()", "vbscript:x", "data:text/html,x", "DATA:x",
    "livescript:x", "data:image/svg+xml;base64,AAAA", "blob:x", "file:///etc/passwd",
    "view-source:javascript:x", "java script:x()", "jar:x", "\u{A0}javascript:x",
    "&NewLine;javascript:x", "about:blank", "data&colon;text/html,x",
  ])
  func `an address that may run something is gone in every disguise`(address: String) {
    for base in [nil, "javascript://example.org/"] {
      #expect(HTMLText.sanitized("<a href=\"\(address)\">a</a>", base: base) == "<a>a</a>")
      #expect(HTMLText.sanitized("<img src='\(address)'>", base: base) == "")
      #expect(HTMLText.sanitized("<q cite='\(address)'>a</q>", base: base) == "<q>a</q>")
      #expect(
        HTMLText.sanitized("<video poster='\(address)' src='\(address)'>a</video>", base: base)
          == "<video>a</video>")
    }
  }

  @Test(arguments: [
    ("<b>unclosed", "<b>unclosed</b>"),
    ("1 < 2 & 3 > \"2\"", "1 &lt; 2 &amp; 3 &gt; \"2\""),
    ("<p>a<p>b", "<p>a</p><p>b</p>"),
    ("<b><i>a</b></i>c", "<b><i>a</i></b>c"),
    ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
    ("a</div>b<br/>c<hr></hr>", "ab<br>c<hr>"),
    (
      "<table><tr><td>a<td>b<tr><td>c</table>",
      "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    ),
    ("<P ALIGN=Center TITLE=a title=b>x", "<p align=\"Center\" title=\"a\">x</p>"),
    ("<video controls>a</video>", "<video controls=\"\">a</video>"),
    ("&eacute;&lt;b&gt;&amp;amp;&#150;", "é&lt;b&gt;&amp;amp;–"),
    ("<image src='http://example.org/a.png'>", "<img src=\"http://example.org/a.png\">"),
    ("<form><p>a</form></p>b", "<div><p>a</p></div>b"),
  ])
  func `what is written is well-formed`(html: String, expected: String) {
    #expect(HTMLText.sanitized(html, base: nil) == expected)
  }

  @Test(arguments: [
    (
      "<a href=\"../b?c=1&amp;d=2\">x</a>",
      "<a href=\"https://example.org/a/b?c=1&amp;d=2\" rel=\"noopener noreferrer nofollow\">x</a>"
    ),
    (
      "<a href=\"//o.example/ a\tb \" rel=me target=x>x</a>",
      "<a href=\"https://o.example/%20ab\" rel=\"noopener noreferrer nofollow\">x</a>"
    ),
    (
      "<a href='mailto:a@example.org'>x</a>",
      "<a href=\"mailto:a@example.org\" rel=\"noopener noreferrer nofollow\">x</a>"
    ),
    (
      "<base href='https://evil.example/'><img src=c.png alt=d>",
      "<img src=\"https://example.org/a/e/c.png\" alt=\"d\">"
    ),
    (
      "<blockquote cite=/q><video poster=p.jpg src=v.mp4></video></blockquote>",
      "<blockquote cite=\"https://example.org/q\"><video poster=\"https://example.org/a/e/p.jpg\" src=\"https://example.org/a/e/v.mp4\"></video></blockquote>"
    ),
    (
      "<img srcset='a.png, b,c.png 2x,, javascript:x 3x, /d.png 100w'>",
      "<img srcset=\"https://example.org/a/e/a.png, https://example.org/a/e/b,c.png 2x, https://example.org/d.png 100w\">"
    ),
    ("<p href=x>a</p>", "<p>a</p>"),
    ("<img src='data:image/png;base64,AA=='>", "<img src=\"data:image/png;base64,AA==\">"),
    ("<a href='data:image/png;base64,AA=='>x</a>", "<a>x</a>"),
  ])
  func `addresses become absolute and links tell their target nothing`(
    html: String, expected: String
  ) {
    #expect(HTMLText.sanitized(html, base: "https://example.org/a/e/") == expected)
  }

  @Test(arguments: [
    "<img src='http://example.org/p' width=1 height=1>",
    "<img src='http://example.org/p' height='0'>",
    "<img src='http://example.org/p' width=' 1px '>",
    "<img src='http://example.org/p' style='WIDTH: 1px'>",
    "<img src='http://example.org/p' style='a:b; display : none !important'>",
    "<img src='http://example.org/p' style='max-height:0'>",
    "<img src='http://feeds.feedburner.com/~r/News/~4/x' height='20'>",
    "<img src='http://news.example/~r/News/~4/x'>", "<img src='https://PIXEL.wp.com:443/b.gif?x'>",
    "<img src='//stats.wordpress.com/b.gif'>", "<img src='https://ad.doubleclick.net/ad/x'>",
    "<img src='http://da.feedsportal.com/x.img'>", "<img alt='a'>",
    "<img src='javascript:x' alt=a>", "<img>", "<img src=''>",
  ])
  func `an image that only counts readers is gone`(html: String) {
    let written = HTMLText.sanitized("a" + html + "b", base: nil)
    #expect(written == "ab")
  }

  @Test(arguments: [
    "<img src=\"http://example.org/p\" width=\"10\" height=\"100%\">",
    "<img src=\"http://notdoubleclick.net/p\" width=\"100\">",
    "<img src=\"http://example.org/doubleclick.net/\">",
    "<img src=\"http://example.org/p\" width=\"1em\">", "<img src=\"a.png\" height=\"auto\">",
  ])
  func `an image that can be seen stays`(html: String) {
    #expect(HTMLText.sanitized(html, base: nil) == html)
  }

  @Test func `text is escaped for HTML`() {
    #expect(HTMLText.escape("a<b> & \"c\"") == "a&lt;b&gt; &amp; &quot;c&quot;")
    #expect(HTMLText.escape("plain") == "plain")
  }

  @Test func `a long base does not make short links long without measure`() {
    let base = "https://example.org/" + String(repeating: "a", count: 8_000) + "/"
    let html = String(repeating: "<a href=b>c</a>", count: 2_000)
    let written = HTMLText.sanitized(html, base: base)
    #expect(written.utf8.count < 6 << 20)
    #expect(written.utf8.count { $0 == UInt8(ascii: "c") } >= 2_000)
  }
}
