/// Feeds of Atom 1.0.
extension FeedGenerator {
  mutating func writeAtom(entries count: Int) {
    // Half of them give Atom's own names a prefix.
    let prefix = writer.random.chance(30) ? "atom:" : ""
    let name = prefix.isEmpty ? "xmlns" : "xmlns:atom"
    let others = rootNamespaces(["dc", "slash"])
    writer.start(
      prefix + "feed", [attribute(name, Self.namespaces["atom"] ?? "")] + others)
    writer.space()
    writer.field(prefix + "title", sentence())
    writer.field(prefix + "id", "tag:example.org,2024:feed")
    writer.empty(
      prefix + "link",
      [attribute("rel", "self"), attribute("href", "https://example.org/feed?a&b")])
    writeExtension()
    for number in 0..<count { writeEntry(number, prefix) }
    writer.end()
  }

  private mutating func writeEntry(_ number: Int, _ prefix: String) {
    writer.entry = number
    var expected = ExpectedEntry(
      id: identifier(number), title: sentence(), link: link(number), body: "")
    writer.start(prefix + "entry")
    writer.space()
    for field in ["title", "link", "id", "date", "body", "other"].shuffled(using: &writer.random) {
      write(field, number, prefix, &expected)
    }
    writer.end()
    writer.entry = nil
    entries.append(expected)
  }

  private mutating func write(
    _ field: String, _ number: Int, _ prefix: String, _ expected: inout ExpectedEntry
  ) {
    switch field {
    case "title": writeTitle(expected.title, prefix)
    case "link":
      let alternate = writer.random.chance(50) ? [attribute("rel", "alternate")] : []
      writer.empty(prefix + "link", alternate + [attribute("href", link(number))])
    case "id": writer.field(prefix + "id", identifier(number))
    case "date":
      let date = date()
      expected.date = date.secondsSince1970
      writer.field(prefix + "published", date.rfc3339(zoneMinutes: zone()))
      writer.field(prefix + "updated", date.rfc3339(zoneMinutes: 0))
    case "body": writeContent(prefix, &expected)
    default:
      if writer.random.chance(30) {
        writer.empty(prefix + "category", [attribute("term", "Health & Care")])
      }
      writeExtension()
    }
  }

  private mutating func writeTitle(_ title: String, _ prefix: String) {
    if writer.random.chance(50) {
      writer.field(prefix + "title", title)
    } else {
      writer.field(
        prefix + "title", [attribute("type", "html")], MarkupText.html(title, &writer.random))
    }
  }

  private mutating func writeContent(_ prefix: String, _ expected: inout ExpectedEntry) {
    let body = TestBody(&writer.random, words: words)
    expected.body = body.visible
    let name = prefix + writer.random.pick(["content", "summary"])
    if writer.random.chance(50) {
      writer.field(name, [attribute("type", "html")], body.html(&writer.random))
    } else {
      let inner = writer.random.chance(50) ? "" : "h:"
      let namespace = attribute(inner.isEmpty ? "xmlns" : "xmlns:h", "http://www.w3.org/1999/xhtml")
      writer.start(name, [attribute("type", "xhtml")])
      writer.tokens([.start(TestTag(name: inner + "div", attributes: [namespace]))])
      writer.tokens(body.tokens(prefix: inner, &writer.random))
      writer.tokens([.end(inner + "div")])
      writer.end()
    }
  }
}
