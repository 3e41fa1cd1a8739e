import FeedParsing
import Testing

/// A feed with one defect, and where it should be found.
struct LintCase: Sendable, CustomTestStringConvertible {
  var rule: String
  var line: Int?
  var document: String
  var testDescription: String { rule }

  init(_ rule: String, line: Int?, _ document: String) {
    self.rule = rule
    self.line = line
    self.document = document
  }

  /// The clean feed in RSS with a line more, or another one, in its item.
  static func rss(_ rule: String, line: Int? = 10, _ item: String, without: String = "") -> LintCase
  {
    let feed = without.isEmpty ? cleanRSS : cleanRSS.replacing(without, with: "")
    return LintCase(rule, line: line, feed.replacing("<item>\n", with: "<item>\n\(item)\n"))
  }

  static func atom(_ rule: String, line: Int?, _ old: String, _ new: String) -> LintCase {
    LintCase(rule, line: line, cleanAtom.replacing(old, with: new))
  }

  static let cleanRSS = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel>
    <title>Newsroom</title>
    <link>https://example.org/</link>
    <description>What is new.</description>
    <language>en-gb</language>
    <atom:link rel="self" type="application/rss+xml" href="https://example.org/feed"/>
    <item>
    <title>A ward opens</title>
    <link>https://example.org/1</link>
    <guid>https://example.org/1</guid>
    <pubDate>Sat, 20 Jan 2024 09:00:00 +0000</pubDate>
    <description>It opened today.</description>
    </item>
    </channel>
    </rss>
    """

  static let cleanAtom = """
    <?xml version="1.0" encoding="utf-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <title>Newsroom</title>
    <id>tag:example.org,2024:feed</id>
    <updated>2024-01-20T09:00:00Z</updated>
    <link rel="self" href="https://example.org/feed"/>
    <author><name>The newsroom</name></author>
    <entry>
    <title>A ward opens</title>
    <id>tag:example.org,2024:1</id>
    <updated>2024-01-20T09:00:00Z</updated>
    <link href="https://example.org/1"/>
    <summary>It opened today.</summary>
    </entry>
    </feed>
    """

  static let cleanJSON = """
    {"version": "https://jsonfeed.org/version/1.1", "title": "Newsroom", "language": "en",
    "feed_url": "https://example.org/feed", "home_page_url": "https://example.org/",
    "items": [{"id": "1", "url": "https://example.org/1", "title": "A ward opens",
    "content_text": "It opened today.", "date_published": "2024-01-20T09:00:00Z"}]}
    """

  static let cleanTable = """
    title,link,published,text
    A ward opens,https://example.org/1,2024-01-20,It opened today.
    """
}

@Suite struct LintTests {
  static let defects: [LintCase] = [
    .rss("bare-ampersand", "<comments>https://example.org/?a=1&b=2</comments>"),
    .rss("unknown-element", "<mood>good</mood>"),
    .rss("unknown-element", "<updated>2024-01-20T09:00:00Z</updated>"),
    .rss("repeated-element", line: 11, "<title>A ward</title>"),
    .rss("missing-attribute", "<enclosure url=\"https://example.org/a.mp3\" type=\"audio/mpeg\"/>"),
    .rss("missing-attribute", "<enclosure url=\"https://example.org/a.mp3\" length=\"9\"/>"),
    .rss("invalid-value", "<author>The newsroom</author>"),
    .rss("empty-element", "<comments/>"),
    .rss("relative-link", "<comments>/comments</comments>"),
    .rss("invalid-link", "<comments>http:/example.org</comments>"),
    .rss("guid-permalink", "<guid>17</guid>", without: "<guid>https://example.org/1</guid>\n"),
    .rss("unreadable-date", "<pubDate>soon</pubDate>"),
    .rss("rfc822-date", "<pubDate>20 Jan 2024 09:00:00 Z</pubDate>"),
    .rss("rfc822-date", "<pubDate>Sat, 20 Jan 24 09:00:00 GMT</pubDate>"),
    .rss("rfc822-date", "<pubDate>2024-01-20T09:00:00Z</pubDate>"),
    .rss("wrong-weekday", "<pubDate>Mon, 20 Jan 2024 09:00:00 GMT</pubDate>"),
    .rss("future-date", line: 9, "<pubDate>20 Jan 2124 09:00:00 GMT</pubDate>"),
    .rss("ancient-date", line: 9, "<pubDate>1 Jan 1970 00:00:00 GMT</pubDate>"),
    .rss("title-markup", "<title>A &lt;b&gt;ward&lt;/b&gt;</title>"),
    .rss("title-markup", "<title>Beds &amp;amp; wards</title>"),
    .rss("undeclared-html", "<category>&lt;b&gt;Wards&lt;/b&gt;</category>"),
    .rss("undeclared-html", line: 6, "").with("What is new.", "What &lt;i&gt;is&lt;/i&gt; new."),
    .atom("undeclared-html", line: 13, "It opened today.", "&lt;p&gt;It opened.&lt;/P&gt;"),
    .atom("undeclared-html", line: 13, "It opened today.", "It opened&lt;br/&gt;today."),
    .atom("undeclared-html", line: 13, "It opened today.", "<b>It opened today.</b>"),
    .atom(
      "undeclared-html", line: 13, "<summary>It opened today.</summary>",
      "<content type=\"text\"><![CDATA[It <a href=\"/a\">opened]]></content>"),
    .rss("active-html", line: 9, "<description>&lt;script&gt;1&lt;/script&gt;</description>"),
    .rss("active-html", line: 9, "<description>&lt;p onclick='f()'&gt;</description>"),
    .rss("overlaying-style", line: 9, "<description>&lt;p style='position:top'&gt;</description>"),
    .rss(
      "tracking-pixel", line: 9,
      "<description>&lt;img src='https://x.org/a' width='1' alt=''&gt;</description>"),
    .rss(
      "image-alternative", line: 9, "<description>&lt;img src='https://x.org/a'&gt;</description>"),
    .rss(
      "relative-html-link", line: 9, "<description>&lt;a href='/b'&gt;b&lt;/a&gt;</description>"),
    .rss("insecure-link", line: 9, "<link>http://example.org/1</link>"),
    .rss("ended-feed", line: 9, "<title>This feed has ended</title>"),
    .rss(
      "large-entry", line: 9, "<description>\(String(repeating: "a", count: 600_000))</description>"
    ),
    .rss("item-guid", line: 9, "", without: "<guid>https://example.org/1</guid>\n"),
    .rss("item-title", line: 9, "", without: "<title>A ward opens</title>\n"),
    .rss(
      "item-link", line: 9, "<guid isPermaLink=\"false\">1</guid>",
      without: "<link>https://example.org/1</link>\n<guid>https://example.org/1</guid>\n"),
    .rss(
      "entry-date", line: 9, "", without: "<pubDate>Sat, 20 Jan 2024 09:00:00 +0000</pubDate>\n"),
    .rss("entry-content", line: 9, "", without: "<description>It opened today.</description>\n"),
    .rss("entry-text", line: 16, "", without: "<title>A ward opens</title>\n").with(
      "</item>\n", "</item>\n<item><link>https://example.org/2</link></item>\n"),
    .rss("duplicate-id", line: 17, "").with(
      "</item>\n", "</item>\n<item><title>B</title><guid>https://example.org/1</guid></item>\n"),
    .rss("feed-title", line: 3, "", without: "<title>Newsroom</title>\n"),
    .rss("feed-link", line: 3, "", without: "<link>https://example.org/</link>\n"),
    .rss("feed-description", line: 3, "", without: "<description>What is new.</description>\n"),
    .rss("feed-language", line: 3, "", without: "<language>en-gb</language>\n"),
    .rss("insecure-feed", line: 3, "").with("https://example.org/feed", "http://example.org/feed"),
    .rss("encoding-label", line: 1, "<category>é</category>").with("utf-8", "iso-8859-1"),
    .atom("feed-id", line: 2, "<id>tag:example.org,2024:feed</id>\n", ""),
    .atom(
      "feed-updated", line: 2, "<updated>2024-01-20T09:00:00Z</updated>\n<link rel", "<link rel"),
    .atom("self-link", line: 2, "rel=\"self\"", "rel=\"via\""),
    .atom("entry-id", line: 8, "<id>tag:example.org,2024:1</id>\n", ""),
    .atom("entry-title", line: 8, "<title>A ward opens</title>\n", ""),
    .atom("entry-link", line: 8, "<link href=\"https://example.org/1\"/>\n", ""),
    .atom(
      "entry-updated", line: 8, "<updated>2024-01-20T09:00:00Z</updated>\n<link href", "<link href"),
    .atom("entry-author", line: 7, "<author><name>The newsroom</name></author>\n", ""),
    .atom(
      "missing-element", line: 7, "<name>The newsroom</name>", "<uri>https://example.org/</uri>"),
    .atom("relative-id", line: 10, "tag:example.org,2024:1", "1"),
    .atom("invalid-id", line: 10, "tag:example.org,2024:1", "tag:example.org:1"),
    .atom(
      "rfc3339-date", line: 5, "<updated>2024-01-20T09:00:00Z",
      "<updated>Sat, 20 Jan 2024 09:00:00 GMT"),
    .atom(
      "repeated-link", line: 13, "<summary>", "<link href=\"https://example.org/2\"/><summary>"),
    .atom(
      "duplicate-meaning", line: 8, "<summary>",
      "<d:date xmlns:d=\"http://purl.org/dc/elements/1.1/\">2024-01-20</d:date><summary>"),
    LintCase("empty-feed", line: 1, "<rss version='2.0'><channel><title>T</title></channel></rss>"),
    LintCase("entry-date", line: 3, LintCase.cleanTable + "\nB,https://example.org/2,,x"),
    LintCase("item-link", line: 3, LintCase.cleanJSON.replacing("\"url\"", with: "\"u\"")),
  ]

  @Test(arguments: defects) func `a defect is found on its line`(defect: LintCase) throws {
    let findings = try Self.lint(defect.document).findings.filter { $0.rule.id == defect.rule }
    #expect(findings.contains { $0.line == defect.line }, "\(findings.map(\.line))")
  }

  @Test(arguments: [
    LintCase.cleanRSS, LintCase.cleanAtom, LintCase.cleanJSON, LintCase.cleanTable,
  ]) func `a clean feed has nothing to mend`(document: String) throws {
    let report = try Self.lint(document)
    #expect(report.findings.map { "\($0.rule.id): \($0.message)" } == [])
    #expect(report.entryCount == 1)
  }

  @Test(arguments: [
    "<summary type=\"html\">&lt;p&gt;It opened.&lt;/p&gt;</summary>",
    "<summary type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">It</div></summary>",
    "<summary>The &lt;b&gt; element, a &lt; b, i&lt;p, &lt;newsroom@example.org&gt;</summary>",
    "<summary>Beds &amp;amp; wards</summary>",
  ])
  func `HTML that is declared, and a text about HTML, are fine`(summary: String) throws {
    let document = LintCase.cleanAtom.replacing(
      "<summary>It opened today.</summary>", with: summary)
    #expect(try Self.lint(document).findings.map(\.message) == [])
  }

  @Test func `the most serious comes first, and then the earlier line`() throws {
    let document = LintCase.cleanRSS.replacing(
      "<item>\n", with: "<item>\n<mood/>\n<comments/>\n<comments>/c</comments>\n")
    let findings = try Self.lint(document).findings
    #expect(
      findings.map(\.rule.id) == [
        "relative-link", "repeated-element", "unknown-element", "empty-element",
      ])
    #expect(findings.map(\.line) == [12, 12, 10, 11])
  }

  @Test func `an id names one rule`() {
    #expect(Set(LintRule.all.map(\.id)).count == LintRule.all.count)
    for rule in LintRule.all {
      #expect(rule.id.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
      #expect(!rule.text.isEmpty && !rule.remedy.isEmpty && !rule.source.isEmpty)
    }
  }

  @Test func `a rule that is broken everywhere is told a hundred times`() throws {
    let items = String(repeating: "<item><mood/></item>\n", count: 1_000)
    let report = try Self.lint("<rss version='2.0'><channel>\(items)</channel></rss>")
    #expect(report.findings.count { $0.rule.id == "unknown-element" } == 100)
    #expect(report.omittedCount >= 900)
  }

  @Test func `an entry tells its line only where it is asked for`() throws {
    let bytes = Array(LintCase.cleanRSS.utf8)
    #expect(try FeedParser.parse(bytes).entries.map(\.line) == [nil])
    #expect(try FeedParser.parse(bytes, limits: .lint).entries.map(\.line) == [9])
  }

  private static func lint(_ document: String) throws -> LintReport {
    let bytes = Array(document.utf8)
    // 2025-01-01.
    var lint = FeedLint(now: 1_735_689_600)
    guard document.first != "t" else {
      let feed = try CSVFeed.parse(bytes, limits: .lint) { lint.add($0) }
      return lint.report(on: feed)
    }
    let feed = try FeedParser.parse(bytes, limits: .lint) { lint.add($0) }
    lint.readMarkup(of: bytes)
    return lint.report(on: feed)
  }
}

extension LintCase {
  fileprivate func with(_ old: String, _ new: String) -> LintCase {
    LintCase(rule, line: line, document.replacing(old, with: new))
  }
}
