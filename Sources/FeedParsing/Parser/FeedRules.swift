import HTMLText
import XMLStream

/// What feeds have in common that helps to put damaged ones right.
enum FeedRules {
  static let standard = XMLRules(
    records: ["item", "entry"],
    containers: ["rss", "rdf", "feed", "channel"],
    // Not `source`, `author` or `image`: they hold fields in one format and text in another.
    textFields: [
      "title", "link", "guid", "pubdate", "updated", "published", "id", "date", "creator",
      "category", "comments", "subject", "language", "generator", "copyright", "rights",
      "lastbuilddate", "managingeditor", "webmaster", "ttl", "docs", "issued", "modified",
      "created",
    ],
    richFields: ["description", "summary", "content", "encoded", "subtitle", "tagline"],
    voidElements: ["br", "hr", "img", "wbr", "input", "area", "embed", "col", "param"],
    prefixes: prefixes,
    entity: { HTMLEntities.characters(of: $0) })

  /// Namespaces that are known by their prefix even where nobody declares it.
  private static let prefixes: [String: String] = [
    "atom": "http://www.w3.org/2005/Atom", "atom10": "http://www.w3.org/2005/Atom",
    "a10": "http://www.w3.org/2005/Atom", "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/", "at": "http://purl.org/atompub/tombstones/1.0",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xhtml": "http://www.w3.org/1999/xhtml",
    "georss": "http://www.georss.org/georss", "slash": "http://purl.org/rss/1.0/modules/slash/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "gml": "http://www.opengis.net/gml",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/", "thr": "http://purl.org/syndication/thread/1.0",
    "cc": "http://web.resource.org/cc/",
    "creativecommons": "http://backend.userland.com/creativeCommonsRssModule",
    "podcast": "https://podcastindex.org/namespace/1.0",
  ]
}
