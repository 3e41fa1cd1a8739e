/// Feeds of RSS 2.0, 0.91 and 1.0.
extension FeedGenerator {
  mutating func writeRSS(_ format: TestFeed.Format, entries count: Int) {
    let version = attribute("version", format == .rss091 ? "0.91" : "2.0")
    writer.start("rss", [version] + rootNamespaces(["content", "dc", "slash", "atom"]))
    writer.space()
    writer.start("channel")
    writer.space()
    writeChannelFields()
    for number in 0..<count { writeItem(number, format) }
    writer.end()
    writer.end()
  }

  mutating func writeRDF(entries count: Int) {
    let rdf = attribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#")
    let rss = attribute("xmlns", "http://purl.org/rss/1.0/")
    writer.start("rdf:RDF", [rdf, rss] + rootNamespaces(["content", "dc", "slash"]))
    writer.space()
    writer.start("channel", [attribute("rdf:about", "https://example.org/")])
    writeChannelFields()
    writer.end()
    for number in 0..<count { writeItem(number, .rss10) }
    writer.end()
  }

  private mutating func writeChannelFields() {
    writer.field("title", MarkupText.html(sentence(), &writer.random))
    writer.field("link", "https://example.org/")
    writer.field("description", MarkupText.html(sentence(), &writer.random))
    writeExtension()
  }

  private mutating func writeItem(_ number: Int, _ format: TestFeed.Format) {
    writer.entry = number
    var expected = ExpectedEntry(id: nil, title: sentence(), link: link(number), body: "")
    let about = [attribute("rdf:about", identifier(number))]
    writer.start("item", format == .rss10 ? about : [])
    writer.space()
    if format == .rss10 { expected.id = identifier(number) }
    for field in ["title", "link", "id", "date", "body", "other"].shuffled(using: &writer.random) {
      write(field, number, format, &expected)
    }
    writer.end()
    writer.entry = nil
    entries.append(expected)
  }

  private mutating func write(
    _ field: String, _ number: Int, _ format: TestFeed.Format, _ expected: inout ExpectedEntry
  ) {
    switch field {
    case "title": writer.field("title", MarkupText.html(expected.title, &writer.random))
    case "link": writer.field("link", link(number))
    case "id" where format == .rss20: writeGUID(number, &expected)
    case "date" where format != .rss091: writeDate(format, &expected)
    case "body": writeBody(format, &expected)
    case "other": writeOthers(format)
    default: break
    }
  }

  private mutating func writeGUID(_ number: Int, _ expected: inout ExpectedEntry) {
    let isPermalink = writer.random.chance(30)
    expected.id = isPermalink ? link(number) : identifier(number)
    writer.field(
      "guid", isPermalink ? [] : [attribute("isPermaLink", "false")], expected.id ?? "")
  }

  private mutating func writeDate(_ format: TestFeed.Format, _ expected: inout ExpectedEntry) {
    let date = date()
    expected.date = date.secondsSince1970
    if format == .rss10 {
      writer.field("dc:date", namespace("dc"), date.rfc3339(zoneMinutes: zone()))
    } else {
      writer.field("pubDate", date.rfc822(zoneMinutes: zone()))
    }
  }

  private mutating func writeBody(_ format: TestFeed.Format, _ expected: inout ExpectedEntry) {
    let body = TestBody(&writer.random, words: words)
    let html = body.html(&writer.random)
    expected.body = body.visible
    guard format != .rss091, writer.random.chance(40) else {
      return writer.field("description", html)
    }
    if writer.random.chance(50) { writer.empty("description") }
    writer.field("content:encoded", namespace("content"), html)
  }

  private mutating func writeOthers(_ format: TestFeed.Format) {
    if writer.random.chance(50) { writer.field("category", "Health & Care") }
    if writer.random.chance(30) { writer.field("dc:creator", namespace("dc"), "Ann Łee") }
    if format == .rss20, writer.random.chance(40) {
      let file = [
        ("url", "https://example.org/a.png?x=1&y=2"), ("length", "12"), ("type", "image/png"),
      ]
      writer.empty("enclosure", file.map { attribute($0.0, $0.1) })
    }
    writeExtension()
  }
}

extension FeedWriter {
  mutating func field(_ name: String, _ text: String) { field(name, [], text) }
}
