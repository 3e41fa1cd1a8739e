import FeedParsing
import Testing

@Suite struct FormatTests {
  @Test func `an item of RSS gives its fields`() throws {
    let bytes = FeedText.rss(
      """
      <item><title>R&amp;amp;D &lt;b&gt;now&lt;/b&gt;</title><link>https://example.org/1</link>
      <guid isPermaLink="false">42</guid><pubDate>Sat, 20 Jan 2024 09:00:00 GMT</pubDate>
      <category domain="d">Health</category><author>a@example.org (Ann)</author>
      <description>&lt;p&gt;Words&lt;/p&gt;</description>
      <enclosure url="https://example.org/1.png" type="image/png" length="12"/></item>
      """)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(feed.format == .rss20)
    #expect(feed.isWellFormed)
    let entry = try #require(entries.first)
    #expect(entry.title == "R&D now")
    #expect(entry.link == "https://example.org/1")
    #expect(entry.id == "42")
    #expect(entry.idIsPermalink == false)
    #expect(entry.published?.secondsSince1970 == 1_705_741_200)
    #expect(entry.categories == [FeedCategory(term: "Health", scheme: "d")])
    #expect(entry.authors == [Person(name: "Ann", email: "a@example.org")])
    #expect(entry.summary?.text == "Words")
    #expect(
      entry.enclosures == [
        Enclosure(url: "https://example.org/1.png", type: "image/png", length: 12)
      ])
    #expect(entry.source.hasPrefix("<item><title>R&amp;amp;D"))
    #expect(entry.source.hasSuffix("</item>"))
  }

  @Test func `an entry of Atom gives its fields, with the feed's author and the base`() throws {
    let bytes = FeedText.atom(
      """
      <author><name>Ann</name></author>
      <entry xml:base="https://example.org/a/" xml:lang="en-GB"><id>urn:1</id>
      <title type="html">A &amp;amp; B</title><link href="b"/><link rel="enclosure" href="c.png"/>
      <updated>2024-01-20T09:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One <b>two</b></div></content>
      </entry>
      """)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(feed.format == .atom10)
    let entry = try #require(entries.first)
    #expect(entry.id == "urn:1")
    #expect(entry.title == "A & B")
    #expect(entry.link == "https://example.org/a/b")
    #expect(entry.enclosures.map(\.url) == ["https://example.org/a/c.png"])
    #expect(entry.published == nil)
    #expect(entry.updated?.secondsSince1970 == 1_705_741_200)
    #expect(entry.content.first?.text == "One two")
    #expect(entry.authors == [Person(name: "Ann")])
    #expect(entry.language == "en-GB")
  }

  @Test func `RSS 1.0 has its items beside its channel`() throws {
    let bytes = Array(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/"><title>T</title><items><rdf:Seq/></items></channel>
      <item rdf:about="https://example.org/1"><title>A</title><dc:date>2024-01-20</dc:date></item>
      </rdf:RDF>
      """.utf8)
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(feed.format == .rss10)
    #expect(feed.metadata.title == "T")
    #expect(entries.map(\.id) == ["https://example.org/1"])
    #expect(entries.first?.published?.secondsSince1970 == 1_705_708_800)
  }

  @Test func `names count by namespace and never by prefix`() throws {
    let root = "<rss xmlns:x=\"HTTPS://www.w3.org/2005/atom/\" xmlns:s=\"urn:shop\">"
    let bytes = FeedText.rss(
      "<item><s:variant><title>Wrong</title></s:variant><x:title>Right</x:title></item>", root: root
    )
    #expect(try FeedText.titles(of: bytes) == ["Right"])
  }

  @Test func `a tombstone says what is deleted`() throws {
    let bytes = FeedText.atom(
      "<at:deleted-entry xmlns:at=\"http://purl.org/atompub/tombstones/1.0\" ref=\"urn:1\" "
        + "when=\"2024-01-20T09:00:00Z\"><title>no</title></at:deleted-entry>")
    let feed = try FeedParser.parse(bytes).feed
    #expect(feed.tombstones.map(\.ref) == ["urn:1"])
    #expect(feed.metadata.title == "T")
  }

  @Test func `an unreadable date is an issue and keeps its characters`() throws {
    let bytes = FeedText.rss("<item><title>A</title><pubDate>soon</pubDate></item>")
    let (feed, entries) = try FeedParser.parse(bytes)
    #expect(entries.first?.published == FeedDate(raw: "soon", secondsSince1970: nil))
    #expect(feed.kinds == [.unreadableDate])
    #expect(feed.isWellFormed)
  }

  @Test func `entries are handed on one by one and the receiver can stop them`() throws {
    struct Enough: Error {}
    let items = String(repeating: "<item><title>A</title></item>", count: 10)
    var count = 0
    #expect(throws: Enough.self) {
      try FeedParser.parse(FeedText.rss(items)) { _ in
        count += 1
        if count == 3 { throw Enough() }
      }
    }
    #expect(count == 3)
  }
}
