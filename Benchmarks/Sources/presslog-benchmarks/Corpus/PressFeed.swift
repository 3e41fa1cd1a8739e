import Foundation

/// An invented feed; the same number of entries always gives the same characters.
struct PressFeed {
  /// The newest first.
  let items: [PressItem]

  init(entries: Int) {
    items = (0..<entries).reversed().map { PressItem(number: $0) }
  }

  /// The whole feed in one of the formats.
  func document(in flavour: FeedFile.Flavour) -> String {
    switch flavour {
    case .rss2: rss2
    case .rss1: rss1
    case .atom: atom
    }
  }

  private var rss2: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
      <channel>
        <title>Harbour Museum – News &amp; press</title>
        <link>\(PressItem.site)/</link>
        <description>What the museum has to say</description>
        <language>en-GB</language>
        <lastBuildDate>\(items[0].rfc822Date)</lastBuildDate>

      """
    for item in items { text += item.rss2 }
    return text + "</channel>\n</rss>\n"
  }

  private var rss1: String {
    let list = items.map { "<rdf:li rdf:resource=\"\(escaped($0.link))\"/>\n" }
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="\(PressItem.site)/feed.rdf">
        <title>Harbour Museum</title>
        <link>\(PressItem.site)/</link>
        <description>What the museum has to say</description>
        <dc:language>en-GB</dc:language>
        <items><rdf:Seq>
      \(list.joined())</rdf:Seq></items>
      </channel>

      """
    for item in items { text += item.rss1 }
    return text + "</rdf:RDF>\n"
  }

  private var atom: String {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">
        <title type="text">Harbour Museum – News</title>
        <id>\(PressItem.site)/atom</id>
        <updated>\(items[0].isoDate)</updated>
        <link rel="self" type="application/atom+xml" href="\(PressItem.site)/atom"/>
        <link rel="alternate" type="text/html" href="\(PressItem.site)/"/>

      """
    for item in items { text += item.atom }
    return text + "</feed>\n"
  }
}
