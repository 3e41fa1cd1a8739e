import XMLStream

/// Which names in which namespaces mean what.
enum FeedVocabulary {
  /// The names of every namespace that we read, made once.
  static let standard: XMLVocabulary = {
    var vocabulary = XMLVocabulary()
    for namespace in rssNamespaces {
      vocabulary.add(tokens(atomNames), in: namespace)
      vocabulary.add(tokens(rssNames), in: namespace)
    }
    for namespace in atomNamespaces { vocabulary.add(tokens(atomNames), in: namespace) }
    for namespace in itunesNamespaces { vocabulary.add(tokens(itunesNames), in: namespace) }
    for namespace in mediaNamespaces { vocabulary.add(tokens(mediaNames), in: namespace) }
    for (namespace, names) in modules { vocabulary.add(tokens(names), in: namespace) }
    return vocabulary
  }()

  /// No namespace, and those that versions of RSS were given by themselves or by mistake.
  static let rssNamespaces = [
    "", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
    "http://channel.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss", "http://backend.userland.com/rss2.1",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://purl.org/net/rss1.1#", "http://cyber.law.harvard.edu/rss/rss.html",
    "http://purl.org/rss/1.0/modules/rss091#", "http://www.rssboard.org/rss-specification",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd", "http://backend.userland.com/rss091",
  ]

  /// Atom 1.0 and 0.3, and the names that drafts before them had.
  static let atomNamespaces = [
    "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/atom/ns",
    "http://example.com/newformat#", "http://example.com/necho", "http://purl.org/echo/",
    "uri/of/echo/namespace#", "http://purl.org/pie/",
  ]

  static let itunesNamespaces = [
    "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd",
    "http://www.itunes.com/DTDs/Podcast-1.0.dtd",
  ]

  private static let georss: [String: FeedName] = [
    "point": .geoPoint, "line": .geoLine, "polygon": .geoPolygon, "box": .geoBox,
    "where": .geoWhere,
  ]

  private static let gml: [String: FeedName] = [
    "point": .gmlElement, "LineString": .gmlElement, "polygon": .gmlElement,
    "exterior": .gmlElement, "LinearRing": .gmlElement, "envelope": .gmlElement,
    "pos": .gmlPositions, "posList": .gmlPositions,
  ]

  private static let mediaNamespaces = [
    "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss",
    "http://video.search.yahoo.com/mrss", "http://www.rssboard.org/media-rss",
  ]

  private static let rssNames: [String: FeedName] = [
    "rss": .rss, "channel": .channel, "item": .item, "image": .image, "title": .title,
    "link": .link,
    "description": .description, "guid": .guid, "comments": .comments, "language": .language,
    "copyright": .rights, "generator": .generator, "author": .author, "category": .category,
    "enclosure": .enclosure, "pubDate": .pubDate, "lastBuildDate": .lastBuildDate,
    "managingEditor": .managingEditor, "webMaster": .webMaster, "url": .url, "source": .source,
    "html": .html, "rdf": .rdf, "fullitem": .encoded, "items": .group, "body": .xhtmlBody,
    "content:encoded": .encoded, "abstract": .description, "a": .cdfLink, "tags": .tags,
    "ttl": .ttl,
    "skipHours": .skipHours, "skipDays": .skipDays, "hour": .hour, "day": .day,
    // Attributes.
    "href": .href, "rel": .rel, "type": .type, "length": .length, "hreflang": .hreflang,
    "isPermaLink": .isPermaLink, "domain": .domain, "term": .term, "scheme": .scheme,
    "label": .label, "mode": .mode, "src": .src, "ref": .ref, "when": .when, "version": .version,
    "about": .about, "resource": .resource, "text": .text, "role": .role, "medium": .medium,
    "fileSize": .fileSize, "width": .width, "height": .height, "duration": .duration,
    "lastmod": .lastModified, "value": .value, "style": .style, "img": .img,
  ]

  private static let atomNames: [String: FeedName] = [
    "feed": .feed, "entry": .entry, "item": .item, "title": .title, "link": .link,
    "subtitle": .subtitle,
    "tagline": .subtitle, "info": .description, "summary": .summary, "content": .content, "id": .id,
    "rights": .rights, "copyright": .rights, "generator": .generator, "logo": .logo, "icon": .image,
    "author": .author, "contributor": .contributor, "name": .name, "email": .email, "uri": .uri,
    "url": .uri, "homepage": .uri, "category": .category, "published": .published,
    "updated": .updated, "issued": .issued, "modified": .modified, "created": .created,
    "source": .source,
  ]

  private static let itunesNames: [String: FeedName] = [
    "author": .itunesAuthor, "summary": .itunesSummary, "subtitle": .itunesSubtitle,
    "image": .itunesImage, "link": .itunesImage, "category": .itunesCategory,
    "keywords": .itunesKeywords, "owner": .itunesOwner, "title": .itunesTitle,
    "duration": .itunesDuration, "explicit": .itunesExplicit, "season": .itunesSeason,
    "episode": .itunesEpisode,
  ]

  private static let mediaNames: [String: FeedName] = [
    "content": .mediaContent, "thumbnail": .mediaThumbnail, "credit": .mediaCredit,
    "title": .mediaTitle, "description": .mediaDescription, "category": .mediaCategory,
    "keywords": .mediaKeywords, "group": .group,
  ]

  private static let dublinCore: [String: FeedName] = [
    "title": .dcTitle, "creator": .creator, "author": .creator, "publisher": .webMaster,
    "contributor": .contributor, "subject": .subject, "description": .dcDescription, "date": .date,
    "language": .language, "rights": .rights, "identifier": .dcIdentifier,
  ]

  private static let podcast: [String: FeedName] = [
    "guid": .podcastGUID, "person": .podcastPerson, "transcript": .podcastTranscript,
    "chapters": .podcastChapters, "license": .license,
  ]

  private static let modules: [(String, [String: FeedName])] = [
    (
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
      [
        "rdf": .rdf, "about": .about, "resource": .resource,
      ]
    ),
    ("http://purl.org/dc/elements/1.1/", dublinCore),
    ("http://purl.org/dc/elements/1.0/", dublinCore),
    (
      "http://purl.org/dc/terms/",
      [
        "created": .created, "issued": .issued, "modified": .modified, "dateSubmitted": .issued,
        "title": .dcTitle, "creator": .creator, "subject": .subject, "description": .dcDescription,
        "rights": .rights, "available": .issued,
      ]
    ),
    ("http://purl.org/rss/1.0/modules/content/", ["encoded": .encoded]),
    ("http://www.georss.org/georss", georss), ("http://www.georss.org/georss/10", georss),
    ("http://www.opengis.net/gml", gml), ("http://www.opengis.net/gml/3.2", gml),
    (
      "http://www.w3.org/2003/01/geo/wgs84_pos#",
      ["lat": .geoLatitude, "long": .geoLongitude, "point": .geoWhere]
    ),
    ("http://purl.org/rss/1.0/modules/slash/", ["comments": .commentCount]),
    ("http://wellformedweb.org/CommentAPI/", ["commentRss": .commentFeed]),
    (
      "http://purl.org/syndication/thread/1.0",
      ["total": .commentCount, "in-reply-to": .inReplyTo]
    ),
    (
      "http://purl.org/rss/1.0/modules/syndication/",
      ["updatePeriod": .updatePeriod, "updateFrequency": .updateFrequency]
    ),
    ("http://backend.userland.com/creativeCommonsRssModule", ["license": .license]),
    ("http://web.resource.org/cc/", ["license": .license]),
    ("http://creativecommons.org/ns#", ["license": .license]),
    ("https://podcastindex.org/namespace/1.0", podcast),
    ("https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", podcast),
    ("http://rssnamespace.org/feedburner/ext/1.0", ["origLink": .originalLink]),
    ("http://purl.org/atompub/tombstones/1.0", ["deleted-entry": .deletedEntry]),
    ("http://www.w3.org/1999/xhtml", ["body": .xhtmlBody, "div": .xhtmlDiv, "html": .html]),
    ("http://www.w3.org/XML/1998/namespace", ["base": .xmlBase, "lang": .xmlLang]),
  ]

  private static func tokens(_ names: [String: FeedName]) -> [String: XMLToken] {
    names.mapValues(\.token)
  }
}
