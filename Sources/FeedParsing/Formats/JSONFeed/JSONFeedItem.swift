import HTMLText

/// What an item says while it is being read.
struct JSONFeedItem {
  private var entry = ParsedEntry()
  private var url: String?
  private var externalURL: String?
  private var image: String?
  private var bannerImage: String?
  private var html: RichText?
  private var plain: RichText?
  private var author: [Person] = []
  private var attachments: [JSONFeedAttachment] = []
  private var keys = JSONFeedKeySet()

  /// Reads the value of a key.
  mutating func read(_ key: JSONFeedKey, from json: inout JSONPullReader, base: String?) {
    json.note(key, in: &keys)
    switch key {
    // "If an id is presented as a number, a reader must coerce it to a string": to its characters.
    case .id: entry.id = json.line(of: key, canBeNumber: true) ?? entry.id
    case .title: entry.title = json.line(of: key) ?? entry.title
    case .url: url = json.address(of: key, base: base) ?? url
    case .externalURL: externalURL = json.address(of: key, base: base) ?? externalURL
    case .image: image = json.address(of: key, base: base) ?? image
    case .bannerImage: bannerImage = json.address(of: key, base: base) ?? bannerImage
    case .contentHTML:
      if let text = json.text(of: key) { html = RichText(text, kind: .html, base: base) }
    case .contentText:
      if let text = json.text(of: key) { plain = RichText(text, kind: .plain) }
    case .summary:
      if let text = json.text(of: key) { entry.summary = RichText(text, kind: .plain) }
    case .datePublished: entry.published = json.date(of: key) ?? entry.published
    case .dateModified: entry.updated = json.date(of: key) ?? entry.updated
    case .language: entry.language = json.line(of: key) ?? entry.language
    case .tags: readTags(from: &json)
    case .author:
      let people = json.people(of: key, base: base)
      if !people.isEmpty { author = people }
    case .authors:
      let people = json.people(of: key, base: base)
      if !people.isEmpty { entry.authors = people }
    case .attachments: readAttachments(from: &json, base: base)
    default: json.skipValue()
    }
  }

  /// Tags, each once; one text in the place of the array is one tag.
  private mutating func readTags(from json: inout JSONPullReader) {
    var tags: [FeedCategory] = []
    var known: Set<String> = []
    json.forEach(of: .tags) { json in
      guard let tag = json.line(of: .tags), known.insert(tag).inserted else { return }
      tags.append(FeedCategory(term: tag))
    }
    if !tags.isEmpty { entry.categories = tags }
  }

  private mutating func readAttachments(from json: inout JSONPullReader, base: String?) {
    var files: [JSONFeedAttachment] = []
    json.forEach(of: .attachments) { json in
      if let file = JSONFeedAttachment(from: &json, base: base) { files.append(file) }
    }
    if !files.isEmpty { attachments = files }
  }

  /// The entry, without its source; nil where the item says nothing.
  ///
  /// The entry's page is `url`, and for an item of a link blog that has none of its own the page that
  /// it points to. `external_url` is also a link `related`; the images, which illustrate and are no
  /// files to download, are links `image` and `banner`; each attachment is a link `enclosure` too, as
  /// in Atom, where its title stands. Of `content_html` and `content_text`, which say the same twice
  /// over, the first is kept.
  consuming func finished(inheriting feed: JSONFeedHead.Inheritance) -> ParsedEntry? {
    guard !isEmpty else { return nil }
    var result = entry
    result.idIsPermalink = entry.id == nil ? nil : false
    result.link = url ?? externalURL
    result.links = links
    result.content = [html ?? plain].compactMap { $0 }
    result.enclosures = attachments.map(\.enclosure)
    if result.authors.isEmpty { result.authors = author }
    if result.authors.isEmpty { result.authors = feed.authors }
    result.language = entry.language ?? feed.language
    return result
  }

  /// Whether nothing was said by which an entry could be known.
  private var isEmpty: Bool {
    entry.id == nil && entry.title == nil && url == nil && externalURL == nil
      && entry.summary == nil && html == nil && plain == nil && attachments.isEmpty && image == nil
  }

  private var links: [FeedLink] {
    let links = [
      url.map { FeedLink(href: $0, rel: "alternate", type: "text/html") },
      externalURL.map { FeedLink(href: $0, rel: "related") },
      image.map { FeedLink(href: $0, rel: "image") },
      bannerImage.map { FeedLink(href: $0, rel: "banner") },
    ]
    return links.compactMap { $0 } + attachments.map(\.link)
  }
}
