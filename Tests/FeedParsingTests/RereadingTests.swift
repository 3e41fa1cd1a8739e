import FeedParsing
import Testing

@Suite struct RereadingTests {
  @Test(arguments: [
    """
    <rss version="2.0" xmlns:x="http://purl.org/dc/elements/1.1/"><channel xml:base="https://example.org/">
    <managingEditor>ann@example.org (Ann)</managingEditor><image><url>/i.png</url></image>
    <item><title>R &amp; D AT&T &eacute;</title><link>1</link><x:date>2024-01-20</x:date></item>
    <item><title>B</title></item></channel></rss>
    """,
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="cy" xml:base="https://example.org/">
    <author><name>Ann</name><uri>/ann</uri></author><entry><title type="html">a &lt;b&gt;b&lt;/b&gt;</title>
    <link href="1"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">c<br/>d</div></content>
    </entry><entry><author><name>Bo</name></author></entry></feed>
    """,
    """
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">
    <channel><title>T</title></channel><item><title>A</title><link>https://example.org/1</link></item></rdf:RDF>
    """,
    """
    {"version": "https://jsonfeed.org/version/1.1", "authors": [{"name": "Ann \\"A\\" \\n"}], "language": "en",
    "items": [{"id": 1, "title": "A", "content_html": "<p>b"}, {"id": "2", "authors": [{"name": "Bo"}]}]}
    """,
    "title;published;text\n\"A \"\"a\"\"\";2024-01-20;b\nC;21/01/2024;d\n",
  ])
  func `an entry's own characters give the same entry again`(document: String) throws {
    let context = FeedContext(url: "https://example.org/feed")
    var entries: [ParsedEntry] = []
    let bytes = Array(document.utf8)
    let isTable = FeedSniffer.kind(of: bytes) == .csv
    let feed =
      isTable
      ? try CSVFeed.parse(bytes, context: context) { entries.append($0) }
      : try FeedParser.parse(bytes, context: context) { entries.append($0) }
    #expect(!entries.isEmpty)
    for entry in entries {
      #expect(document.contains(entry.source))
      let again = try FeedParser.entry(from: entry.source, in: feed.envelope, context: context)
      #expect(again == entry)
    }
  }
}
