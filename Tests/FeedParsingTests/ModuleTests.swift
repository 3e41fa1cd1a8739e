import FeedParsing
import Testing

@Suite struct ModuleTests {
  private static let root = """
    <rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"
      xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
      xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml"
      xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#"
      xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
      xmlns:thr="http://purl.org/syndication/thread/1.0"
      xmlns:wfw="http://wellformedweb.org/CommentAPI/"
      xmlns:cc="http://backend.userland.com/creativeCommonsRssModule"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
      xmlns:podcast="https://podcastindex.org/namespace/1.0">
    """

  private func entry(_ fields: String) throws -> ParsedEntry {
    let bytes = FeedText.rss("<item><title>T</title>\(fields)</item>", root: Self.root)
    return try #require(try FeedParser.parse(bytes).entries.first)
  }

  @Test func `a file of a media group has its size, title and credits, and is an enclosure`() throws
  {
    let entry = try entry(
      """
      <media:group><media:content url="https://example.org/a.jpg" type="image/jpeg" medium="image"
      fileSize="1,234" width="800" height="600"><media:title>Ward &amp;amp; garden</media:title>
      <media:credit role="photographer">Ann</media:credit></media:content></media:group>
      <media:thumbnail url="https://example.org/t.jpg"/>
      """)
    let file = try #require(entry.modules?.media.first)
    #expect(file.url == "https://example.org/a.jpg")
    #expect((file.width, file.height, file.length) == (800, 600, 1234))
    #expect(file.title == "Ward & garden")
    #expect(file.credits == [MediaCredit(name: "Ann", role: "photographer")])
    #expect(file.group == 1)
    #expect(entry.modules?.thumbnails == ["https://example.org/t.jpg"])
    #expect(entry.enclosures.map(\.url) == ["https://example.org/a.jpg"])
    #expect(entry.title == "T")
    #expect(entry.authors.isEmpty)
  }

  @Test(arguments: [
    ("<georss:point>53.8 -1.55</georss:point>", GeoLocation.Shape.point, [53.8, -1.55]),
    ("<georss:line>53.8 -1.5 53.9,-1.6</georss:line>", .line, [53.8, -1.5, 53.9, -1.6]),
    ("<georss:box>53 -2 54 -1</georss:box>", .box, [53, -2, 54, -1]),
    (
      "<georss:where><gml:Point><gml:pos>53.8 -1.55</gml:pos></gml:Point></georss:where>", .point,
      [53.8, -1.55]
    ),
    ("<geo:lat>53.8</geo:lat><geo:long>-1.55</geo:long>", .point, [53.8, -1.55]),
  ])
  func `a place is read in every vocabulary`(
    fields: String, shape: GeoLocation.Shape, coordinates: [Double]
  ) throws {
    let location = try entry(fields).modules?.location
    #expect(location == GeoLocation(shape: shape, coordinates: coordinates))
  }

  @Test func `what is no place is none`() throws {
    #expect(try entry("<georss:point>Leeds</georss:point>").modules == nil)
  }

  @Test func `threads, comments and licences are kept`() throws {
    let entry = try entry(
      """
      <slash:comments>7</slash:comments><thr:in-reply-to ref="urn:1" href="https://example.org/1"/>
      <wfw:commentRss>https://example.org/1/comments</wfw:commentRss>
      <cc:license>https://creativecommons.org/licenses/by/4.0/</cc:license>
      """)
    #expect(entry.modules?.commentCount == 7)
    #expect(entry.modules?.inReplyTo == ["urn:1"])
    #expect(entry.links.map(\.rel) == ["replies", "license"])
  }

  @Test func `a podcast's episode is described`() throws {
    let entry = try entry(
      """
      <itunes:duration>12:34</itunes:duration><itunes:explicit>no</itunes:explicit>
      <itunes:season>2</itunes:season><itunes:episode>5</itunes:episode>
      <itunes:image href="https://example.org/i.png"/><podcast:person role="guest">Bo</podcast:person>
      <podcast:transcript url="https://example.org/t.vtt" type="text/vtt"/>
      """)
    let modules = try #require(entry.modules)
    #expect(modules.duration == "12:34")
    #expect(modules.isExplicit == false)
    #expect(modules.season == 2)
    #expect(modules.episode == 5)
    #expect(modules.thumbnails == ["https://example.org/i.png"])
    #expect(entry.contributors == [Person(name: "Bo")])
    #expect(
      entry.links == [
        FeedLink(href: "https://example.org/t.vtt", rel: "transcript", type: "text/vtt")
      ])
  }

  @Test func `a feed says how often it changes`() throws {
    let bytes = FeedText.rss(
      "<ttl>60</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
        + "<skipHours><hour>0</hour><hour>24</hour></skipHours><skipDays><day>Sunday</day></skipDays>",
      root: Self.root)
    let schedule = try #require(try FeedParser.parse(bytes).feed.metadata.schedule)
    #expect(schedule.ttlMinutes == 60)
    #expect(schedule.period == "daily")
    #expect(schedule.frequency == 2)
    #expect(schedule.skippedHours == [0])
    #expect(schedule.skippedDays == ["Sunday"])
  }
}

@Suite struct ChannelDefinitionTests {
  @Test func `a channel of CDF gives its fields from attributes`() throws {
    let bytes = Array(
      """
      <?xml version="1.0"?><CHANNEL HREF="https://example.org/" LASTMOD="2024-01-20T09:00Z">
      <TITLE>T</TITLE><ABSTRACT>About</ABSTRACT><LOGO HREF="/l.gif" STYLE="IMAGE"/>
      <ITEM HREF="https://example.org/1" LASTMOD="2024-01-20"><TITLE>A</TITLE>
      <ABSTRACT>Words</ABSTRACT></ITEM></CHANNEL>
      """.utf8)
    let (feed, entries) = try FeedParser.parse(
      bytes, context: FeedContext(url: "https://example.org/"))
    #expect(feed.format == .cdf)
    #expect(feed.metadata.link == "https://example.org/")
    #expect(feed.metadata.description?.text == "About")
    #expect(feed.metadata.image == "https://example.org/l.gif")
    #expect(feed.metadata.updated?.secondsSince1970 == 1_705_741_200)
    let entry = try #require(entries.first)
    #expect(entry.title == "A")
    #expect(entry.link == "https://example.org/1")
    #expect(entry.summary?.text == "Words")
    #expect(entry.updated?.secondsSince1970 == 1_705_708_800)
  }
}
