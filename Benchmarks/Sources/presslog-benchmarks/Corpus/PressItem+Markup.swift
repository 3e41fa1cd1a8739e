import Foundation

/// An item in each of the formats, in the manner of the systems that write them.
extension PressItem {
  var rfc822Date: String { Self.text(of: date, "%a, %d %b %Y %H:%M:%S +0000") }
  var isoDate: String { Self.text(of: date, "%Y-%m-%dT%H:%M:%SZ") }

  var rss2: String {
    let creators = authors.map { "    <dc:creator><![CDATA[\($0)]]></dc:creator>\n" }
    let categories = topics.map { "    <category><![CDATA[\($0)]]></category>\n" }
    let enclosure =
      #"    <enclosure url="\#(image)" length="\#(imageBytes)" type="image/jpeg"/>\#n"#
    return """
        <item>
          <title>\(referenced(title))</title>
          <link>\(escaped(link))</link>
      \(creators.joined())    <pubDate>\(rfc822Date)</pubDate>
      \(categories.joined())    <guid isPermaLink="false">\(Self.site)/?p=\(number)</guid>
          <description><![CDATA[\(summary)]]></description>
          <content:encoded>\(bodyMarkup)</content:encoded>
      \(hasEnclosure ? enclosure : "")\(media)  </item>

      """
  }

  var rss1: String {
    let creators = authors.map { "  <dc:creator>\(escaped($0))</dc:creator>\n" }
    let subjects = topics.map { "  <dc:subject>\(escaped($0))</dc:subject>\n" }
    return """
      <item rdf:about="\(escaped(link))">
        <title>\(referenced(title))</title>
        <link>\(escaped(link))</link>
      \(creators.joined())  <dc:date>\(isoDate)</dc:date>
      \(subjects.joined())  <description>\(referenced(summary))</description>
        <content:encoded>\(bodyMarkup)</content:encoded>
      </item>

      """
  }

  var atom: String {
    let names = authors.map { "    <author><name>\(escaped($0))</name></author>\n" }
    let categories = topics.map { "    <category term=\"\(escaped($0))\"/>\n" }
    let enclosure = """
          <link rel="enclosure" type="image/jpeg" length="\(imageBytes)" href="\(image)"/>

      """
    return """
        <entry>
          <title type="text">\(referenced(title))</title>
          <id>tag:harbour-museum.example,2025:\(number)</id>
          <link rel="alternate" type="text/html" href="\(escaped(link))"/>
      \(hasEnclosure ? enclosure : "")    <published>\(isoDate)</published>
          <updated>\(isoDate)</updated>
      \(names.joined())\(categories.joined())    <summary type="html">\(escaped(escaped(summary)))</summary>
          <content type="html">\(bodyMarkup)</content>
      \(media)  </entry>

      """
  }

  private var bodyMarkup: String { hasCDATA ? "<![CDATA[\(body)]]>" : escaped(body) }

  private var media: String {
    """
        <media:content url="\(image)" medium="image" type="image/jpeg" fileSize="\(imageBytes)">\
    <media:title>\(referenced(title))</media:title><media:credit>\(escaped(credit))</media:credit>\
    </media:content>

    """
  }

  /// The corresponding C function is `strftime`, which no locale of ours changes.
  private static func text(of date: Date, _ format: String) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var fields = tm()
    gmtime_r(&seconds, &fields)
    var characters = [CChar](repeating: 0, count: 64)
    let count = strftime(&characters, characters.count, format, &fields)
    return String(decoding: characters[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
