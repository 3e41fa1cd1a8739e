import FeedParsing
import Testing

@Suite struct RepairTests {
  @Test(arguments: [
    ("a &amp;amp; b", "a & b"), ("AT&T", "AT&T"), ("R & D", "R & D"), ("Caf&eacute;", "Café"),
    ("?a=1&b=2&copy=3", "?a=1&b=2&copy=3"), ("1 < 2", "1 < 2"), ("a ]]> b", "a ]]> b"),
    ("a\u{2}b", "ab"), ("a&#150;b", "a–b"), ("a&nosuch;b", "a&nosuch;b"), ("a\u{0}b", "ab"),
    ("<![CDATA[a &amp;\r\nb]]>", "a & b"), ("a&#2;b", "ab"),
  ])
  func `no character of a title is lost`(markup: String, title: String) throws {
    let bytes = FeedText.rss(
      "<item><title>\(markup)</title></item><item><title>next &amp;amp; last</title></item>")
    #expect(try FeedText.titles(of: bytes) == [title, "next & last"])
  }

  @Test func `the source is what was received and not what it was repaired to`() throws {
    let item = "<item><title>AT&T &eacute; < \u{1}é</title></item>"
    let entries = try FeedParser.parse(
      FeedText.rss("<item><title>R & D</title></item>\n" + item + "\n")
    ).entries
    #expect(entries.map(\.source) == ["<item><title>R & D</title></item>", item])
  }

  @Test(arguments: [
    (
      "<item><title>A</title></item><item><title>B</item><item><title>C</title></item>",
      ["A", "B", "C"]
    ),
    (
      "<item><title>A</title></item><item><b>B</item><item><title>C</title></item>",
      ["A", nil, "C"]
    ),
    ("<item><title>A<link>x</link></item><item><title>B</title></item>", ["A", "B"]),
    ("<item><Title>A</title></item><item><title>B</dc:title></item>", ["A", "B"]),
    ("<item><title>A</b></title></item></channel></rss><item><title>B</title></item>", ["A", "B"]),
    ("<description>x<item><title>A</title><description>y</description></item>", ["A"]),
    ("<item><title>A</title><item><title>B</title></item>", ["A", "B"]),
    ("<item><title>A</title></item></b><item><title>B</title></item>", ["A", "B"]),
  ])
  func `broken nesting costs no entry`(items: String, titles: [String?]) throws {
    let (feed, entries) = try FeedParser.parse(FeedText.rss(items))
    #expect(entries.map(\.title) == titles)
    #expect(feed.kinds.contains(.structure))
    #expect(!feed.isWellFormed)
  }

  @Test func `a truncated feed keeps what is whole`() throws {
    let bytes = FeedText.rss("<item><title>A</title></item><item><title>B</title></item>")
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "B")))
    let (feed, entries) = try FeedParser.parse(Array(bytes[..<end]))
    #expect(entries.map(\.title) == ["A"])
    #expect(feed.kinds == [.truncated])
  }

  @Test func `every cut of a feed keeps the entries before it`() throws {
    let bytes = FeedText.rss(
      "<item><title>A &amp; <![CDATA[B]]></title></item><item><title>C</title></item>")
    let whole = try FeedParser.parse(bytes).entries
    for end in bytes.indices {
      let result = try? FeedParser.parse(Array(bytes[..<end]))
      let entries = result?.entries ?? []
      #expect(entries == Array(whole.prefix(entries.count)), "cut at \(end)")
    }
  }

  @Test func `junk around the document is left out`() throws {
    let bytes =
      Array("Warning: x\n<?xml version=\"1.0\"?>".utf8)
      + FeedText.rss("<item><title>A</title></item>") + Array("<script>x</script>".utf8)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.map(\.title) == ["A"])
    #expect(
      feed.kinds == [.junkBeforeDocument, .wrongDeclaration, .junkAfterDocument])
  }

  @Test func `entity declarations are refused and cost nothing else`() throws {
    let bytes =
      Array("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;\">]>".utf8)
      + FeedText.rss("<item><title>x &b; y</title></item>")
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.map(\.title) == ["x &b; y"])
    #expect(feed.kinds.contains(.entityDeclaration))
  }

  @Test func `a plain document type is no damage`() throws {
    let bytes =
      Array("<!DOCTYPE rss SYSTEM \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">".utf8)
      + FeedText.rss("<item><title>A</title></item>", root: "<rss version=\"0.91\">")
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.map(\.title) == ["A"])
    #expect(feed.format == .rss091)
    #expect(feed.isWellFormed)
  }

  @Test func `well-known prefixes need no declaration`() throws {
    let bytes = FeedText.rss(
      "<item><dc:creator>Ann</dc:creator><q:w>x</q:w><content:encoded>Words</content:encoded></item>"
    )
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.first?.authors == [Person(name: "Ann")])
    #expect(entries.first?.content.map(\.text) == ["Words"])
    #expect(feed.kinds == [.undeclaredPrefix, .undeclaredPrefix, .undeclaredPrefix])
  }

  @Test(arguments: 0..<300)
  func `no damage makes the parser crash or lose its order`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let items = (0..<20).map { "<item><title>n\($0)</title><link>&amp;x</link></item>" }.joined()
    var bytes = FeedText.rss(items)
    for _ in 0..<5 {
      let place = next(bytes.count)
      switch next(3) {
      case 0: bytes.remove(at: place)
      case 1: bytes[place] = UInt8(next(256))
      default: bytes.insert(contentsOf: Array("<&]]>\"".utf8.prefix(next(6))), at: place)
      }
    }
    let result = try? FeedParser.parse(bytes)
    #expect((result?.entries.count ?? 0) <= 20, "seed \(seed)")
  }
}
