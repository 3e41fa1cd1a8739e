import HTMLText
import Testing

@Suite struct PlainTextTests {
  @Test(arguments: [
    ("plain words", "plain words"),
    ("", ""),
    ("  a \n b  ", "a b"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<p>One<p>Two", "One\n\nTwo"),
    ("One<br>Two<br/><br/>Three", "One\nTwo\n\nThree"),
    ("One<br><br><br>Two</br>Three", "One\n\nTwo\nThree"),
    ("<div>One</div><div>Two</div>Three", "One\nTwo\nThree"),
    ("<h2>Head</h2>\n<p>Body</p>\n", "Head\n\nBody"),
    ("<b>bo</b>ld and <i> slanted </i>text", "bold and slanted text"),
    ("<table><tr><th>a</th><th>b</th></tr><tr><td>1<td>2</table>x", "a\tb\n1\t2\n\nx"),
    ("<p>several words  with   two spaces </p>", "several words with two spaces"),
    ("<form><fieldset><legend>L</legend>x</fieldset></form>", "L\nx"),
    ("<xhtml:div>in a prefix</xhtml:div>", "in a prefix"),
    ("one<o:p></o:p> two", "one two"),
    ("a<wbr>b&shy;c&#8203;d&nbsp;e", "ab\u{AD}c\u{200B}d\u{A0}e"),
  ])
  func `blocks become lines and paragraphs`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
    ("x<ol><li>a<li>b</ol>y", "x\n\n1. a\n2. b\n\ny"),
    ("<ol start=3><li>a</li><li value=\"7\">b</li><li>c</li></ol>", "3. a\n7. b\n8. c"),
    ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
    ("<ul><li><p>a</p></li><li></li><li><p>b</p></li></ul>", "- a\n- b"),
    ("<li>alone</li>", "- alone"),
    ("<ul><li>a</li><li><br>b</li></ul>", "- a\n- b"),
    ("<ol start=99999999999999999999><li>a</ol>", "1. a"),
    ("<dl><dt>t</dt><dd>d</dd></dl>", "t\nd"),
  ])
  func `items of a list have a marker`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("a<pre>\n  b\n\n  c  \n</pre>d", "a\n\n  b\n\n  c\n\nd"),
    ("<pre>a\r\nb</pre>", "a\nb"),
    ("<pre><code>x = 1\ny</code></pre>", "x = 1\ny"),
    ("a<pre> \n </pre>b", "a\n\nb"),
    ("<listing>a\nb</listing>", "a\nb"),
    ("<xmp><b>&amp;</xmp>", "<b>&amp;"),
    ("a<plaintext><b>c", "a\n\n<b>c"),
  ])
  func `preformatted text keeps its lines`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("<a href=x><img src=y alt=\"Read on\"></a>", "Read on"),
    ("<a href=x>Words <img src=y alt=\"Picture\"></a>", "Words"),
    ("<img src=y alt=\"A minister at a desk\">Words", "Words"),
    ("Thanks <img alt=\"\u{1F389}\" src=y>!", "Thanks \u{1F389}!"),
    ("<img alt=\"1\" src=y><img alt=\"*\" src=y>2", "2"),
  ])
  func `an image is its text where it stands for words`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("a<script>alert(1)</script>b", "ab"),
    ("a<SCRIPT src='x'>if (a < b) {}</sCript >b", "ab"),
    ("<style>p {}</style>x", "x"),
    ("a<script>never closed", "a"),
    ("a<script src=x />b", "ab"),
    ("<head><title>Page</title></head><body>x</body>y</html>z", "Page\nxyz"),
    ("a <math><mi>x</mi><annotation>\\x</annotation></math> b", "a x b"),
    ("a<svg><text>b</text><path d='x'/></svg>c", "abc"),
    ("a<object><object>x</object>y</object>b", "ab"),
    ("a<object data=x>fallback", "afallback"),
    ("a<noscript><p>b</p></noscript>c", "ac"),
    ("<xml><o:settings>1</o:settings></xml>x", "x"),
    ("a<textarea>b</textarea>c<frameset>d</frameset>", "abcd"),
    ("use <foo> well", "use well"),
  ])
  func `what is no text for a reader is left out`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("<p>One</p>\n<p>Two &amp; Three</p>", "One Two & Three"),
    ("<ul><li>a<li>b</ul>", "a b"),
    ("R&amp;D&nbsp;\u{A0}2", "R&D 2"),
    ("a<br>b", "a b"),
    ("a\u{A0}b", "a b"),
    ("<pre>a\n b</pre>", "a b"),
    ("5 < 6 &lt; 7", "5 < 6 < 7"),
    ("", ""),
  ])
  func `a title has one line`(html: String, text: String) {
    #expect(HTMLText.inlineText(of: html) == text)
  }

  @Test(arguments: [
    (" a \t b\n", "a b"), ("a\u{A0} b\u{A0}", "a b"), ("a <b> &amp;", "a <b> &amp;"), (" ", ""),
    ("日本 語", "日本 語"),
    ("several words  with two spaces", "several words with two spaces"),
  ])
  func `one line folds white space and nothing else`(text: String, expected: String) {
    #expect(HTMLText.oneLine(text) == expected)
  }
}
