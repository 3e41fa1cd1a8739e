import HTMLText

/// What the document's own object says of the feed while it is being read.
struct JSONFeedHead {
  private(set) var version: String?
  private var metadata = FeedMetadata()
  private var homePage: String?
  private var feedURL: String?
  private var nextURL: String?
  private var icon: String?
  private var favicon: String?
  private var author: [Person] = []
  private var hubs: [FeedLink] = []
  private var keys = JSONFeedKeySet()

  /// Where every JSON Feed says which version it is.
  private static let namespace = "jsonfeed.org/version/"

  /// The format that the version names; any that we do not know is read as the newest.
  var format: FeedFormat? {
    guard let version, let range = version.firstRange(of: Self.namespace) else { return nil }
    let number = version[range.upperBound...].prefix { $0.isNumber || $0 == "." }
    return number == "1" || number == "1.0" ? .jsonFeed10 : .jsonFeed11
  }

  var hasItems: Bool { keys.contains(.items) }

  /// Whether the document is a feed: by its version, or without one by keys that nothing else has.
  var isFeed: Bool {
    format != nil
      || hasItems && (keys.contains(.feedURL) || keys.contains(.homePageURL))
  }

  /// Whether the version is one that the specification knows.
  var hasKnownVersion: Bool {
    guard let version, let range = version.firstRange(of: Self.namespace) else { return false }
    return ["1", "1/", "1.0", "1.1", "1.1/"].contains(version[range.upperBound...])
  }

  mutating func note(_ key: JSONFeedKey, in json: inout JSONPullReader) {
    json.note(key, in: &keys)
  }

  /// Reads the value of a key.
  mutating func read(_ key: JSONFeedKey, from json: inout JSONPullReader, base: String?) {
    switch key {
    case .version: version = json.line(of: key) ?? version
    case .title: metadata.title = json.line(of: key) ?? metadata.title
    case .description:
      if let text = json.text(of: key) { metadata.description = RichText(text, kind: .plain) }
    case .language: metadata.language = json.line(of: key) ?? metadata.language
    case .homePageURL: homePage = json.address(of: key, base: base) ?? homePage
    case .feedURL: feedURL = json.address(of: key, base: base) ?? feedURL
    case .nextURL: nextURL = json.address(of: key, base: base) ?? nextURL
    case .icon: icon = json.address(of: key, base: base) ?? icon
    case .favicon: favicon = json.address(of: key, base: base) ?? favicon
    case .author: author = Self.choose(json.people(of: key, base: base), over: author)
    case .authors:
      metadata.authors = Self.choose(json.people(of: key, base: base), over: metadata.authors)
    case .hubs: readHubs(from: &json, base: base)
    default: json.skipValue()
    }
  }

  private static func choose(_ people: [Person], over known: [Person]) -> [Person] {
    people.isEmpty ? known : people
  }

  private mutating func readHubs(from json: inout JSONPullReader, base: String?) {
    var links: [FeedLink] = []
    json.forEach(of: .hubs) { json in
      var address: String?
      let text = json.object(of: .hubs) { json, key in
        if key == .url { address = json.address(of: key, base: base) } else { json.skipValue() }
      }
      address = address ?? text.map { WebAddress.resolve($0, against: base) }
      if let address, !address.isEmpty { links.append(FeedLink(href: address, rel: "hub")) }
    }
    if !links.isEmpty { hubs = links }
  }

  /// What the items have in common with the feed where they say nothing else.
  var inheritance: Inheritance {
    Inheritance(
      authors: metadata.authors.isEmpty ? author : metadata.authors, language: metadata.language)
  }

  /// The fields of a feed that hold for its items too.
  struct Inheritance: Equatable {
    var authors: [Person]
    var language: String?

    /// What is short enough for every item to repeat it: a feed can have a million items.
    func limited(to bytes: Int) -> Inheritance {
      var rest = bytes
      let authors = authors.filter { author in
        let texts = [author.name, author.email, author.url]
        rest -= texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
        return rest >= 0
      }
      return Inheritance(
        authors: authors, language: language.flatMap { $0.utf8.count > bytes ? nil : $0 })
    }
  }

  /// The feed's fields, as far as they were read.
  ///
  /// `authors` of version 1.1 stands before `author` of 1.0, as the specification wants it.
  func finished(defaultLanguage: String?) -> FeedMetadata {
    var result = metadata
    result.authors = inheritance.authors
    result.language = metadata.language ?? defaultLanguage
    result.link = homePage
    result.image = icon ?? favicon
    let links = [
      homePage.map { FeedLink(href: $0, rel: "alternate", type: "text/html") },
      feedURL.map { FeedLink(href: $0, rel: "self") },
      nextURL.map { FeedLink(href: $0, rel: "next") },
      favicon.map { FeedLink(href: $0, rel: "icon") },
    ]
    result.links = links.compactMap { $0 } + hubs
    return result
  }
}
