import HTMLText
import Testing

/// Markup that a parser may take for something else, or lose text with.
@Suite struct MarkupTests {
  @Test(arguments: [
    ("1 < 2", "1 < 2"), ("I <3 you </3", "I <3 you </3"), ("a<", "a<"), ("a<=b", "a<=b"),
    ("<-- x", "<-- x"), ("<€5", "<€5"), ("a </> b", "a b"), ("a </ p> b", "a b"),
    ("Jane <jane@example.org> wrote", "Jane <jane@example.org> wrote"),
    ("<https://example.org/a> is it", "<https://example.org/a> is it"),
    ("if x <y then", "if x <y then"), ("text <a href=\"http://exam", "text"),
    ("a <b", "a"), ("a <b and c", "a <b and c"), ("a <b a=1", "a"), ("a</b", "a"),
    ("<p,q>", "<p,q>"),
  ])
  func `a sign that opens no tag is text`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("a<!-- <p>x</p> -->b", "ab"), ("a<!-->b", "ab"), ("a<!--->b", "ab"), ("a<!--x--!>b", "ab"),
    ("a<!--x", "a"), ("<!DOCTYPE html>b", "b"), ("<!DOCTYPE ~", "<!DOCTYPE ~"),
    ("a<![if !mso]>b<![endif]>c", "abc"), ("<?php echo 1 ?>b", "b"), ("a<?b", "a<?b"),
    ("<![CDATA[<p>a</p> ]] b]]>c", "a\n\n]] bc"), ("<![CDATA[a]]&gt;b", "ab"), ("a]]>b", "a]]>b"),
    ("<![CDATA[a", "a"), ("<!' <b>x", "<!' x"), ("a<!>b<!x>c", "abc"), ("<! a>", "<! a>"),
  ])
  func `comments and the like are passed over`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("<b\nclass = 'a>b' >c</b\n>", "c"), ("<p/class=x>a</p>", "a"), ("<b =a>c</b>", "c"),
    ("<b \"a\">c", "c"), ("<a href=\"x>y</a> z", "y z"), ("<a href='x>y</a> \"z\"", "y \"z\""),
    ("<b a='1'b=\"2\">c", "c"), ("<b a=>c", "c"), ("<br/>c", "c"), ("<a href=x/>y", "y"),
  ])
  func `tags are read as browsers read them`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    ("a\u{0}b", "ab"), ("<scr\u{0}ipt>x</script>", "<script>x"), ("a\u{1}\u{1F}b", "ab"),
    ("a\u{FFFE}b\u{FFFF}c\u{FFFD}\u{FF1C}", "abc\u{FFFD}\u{FF1C}"), ("a\u{C}b", "a b"),
    ("<p\u{C}class=x>a", "a"), ("a\u{7F}\u{85}b", "a\u{7F}\u{85}b"), ("<xmp>a\u{0}b</xmp>", "ab"),
  ])
  func `control characters are passed over`(html: String, text: String) {
    #expect(HTMLText.plainText(of: html) == text)
  }

  @Test(arguments: [
    "<html><body>", "</body></html>", "</p></div></b>", "<p><a href=x><p><a>", "<frameset><frame>",
    "<form><form><form>", "<b><p></b></p>", "<table><td><p><tr><li>", "<ul><ol></ul></ol>",
    "<head><meta charset=x><base href=y>", "<select><option><optgroup>", "<isindex><keygen>",
    "<foo:bar><:><_x>", "</br></img></p>",
  ])
  func `no tag of the trunk, wherever it stands, costs a word`(tags: String) {
    let html = "one " + tags + " two " + tags + " three"
    let words = HTMLText.inlineText(of: html).split(separator: " ").filter { $0 != "-" }
    #expect(words.filter { ["one", "two", "three"].contains($0) } == ["one", "two", "three"])
  }

  @Test func `nesting beyond the limit costs tags and no words`() {
    let html = String(repeating: "<b>x", count: 2_000) + " end"
    let text = HTMLText.plainText(of: html)
    #expect(text.count { $0 == "x" } == 2_000)
    #expect(text.hasSuffix("end"))
    #expect(HTMLText.sanitized(html, base: nil).count { $0 == "x" } == 2_000)
  }
}
