import XMLStream

/// The elements of RSS and Atom, where they stand and what they hold.
enum MarkupForms {
  /// The form of an element, by its place and its name behind the usual prefix.
  static func form(_ name: String, in place: MarkupPlace) -> ElementForm? {
    switch place {
    case .document: roots[name]
    case .rss: name == "channel" ? ElementForm(place: .channel) : nil
    case .rdf: rdf[name]
    case .channel: channel[name] ?? modules[name]
    case .item: item[name] ?? modules[name]
    case .image: image[name]
    case .textInput: textInput[name]
    case .skipHours: name == "hour" ? ElementForm(value: .hour, repeats: true) : nil
    case .skipDays: name == "day" ? ElementForm(value: .day, repeats: true) : nil
    case .feed: feed[name] ?? modules[name]
    case .entry: entry[name] ?? modules[name]
    case .source: feed[name]
    case .person: person[name]
    }
  }

  /// What a place must hold.
  static func required(in place: MarkupPlace) -> [String] {
    switch place {
    case .rss: ["channel"]
    case .image: ["title", "url", "link"]
    case .textInput: ["title", "description", "name", "link"]
    case .source: ["atom:id", "atom:title", "atom:updated"]
    case .person: ["atom:name"]
    default: []
    }
  }

  /// Pairs that say the same.
  static let synonyms = [
    ("pubDate", "dc:date"), ("author", "dc:creator"), ("category", "dc:subject"),
    ("description", "dc:description"), ("title", "dc:title"), ("language", "dc:language"),
    ("copyright", "dc:rights"), ("managingEditor", "dc:publisher"), ("webMaster", "dc:creator"),
    ("guid", "dc:identifier"), ("atom:updated", "dc:date"), ("link", "dc:identifier"),
    ("source", "dc:source"),
  ]

  private static let once = ElementForm()
  private static let text = ElementForm(mayBeEmpty: true)
  private static let many = ElementForm(repeats: true, mayBeEmpty: true)
  private static let title = ElementForm(value: .title)
  private static let plain = ElementForm(value: .plain)
  private static let plainOrEmpty = ElementForm(value: .plain, mayBeEmpty: true)
  private static let link = ElementForm(value: .webAddress)
  private static let mailDate = ElementForm(value: .mailDate)
  private static let internetDate = ElementForm(value: .internetDate)
  private static let mailbox = ElementForm(value: .mailbox)

  private static let roots = [
    "rss": ElementForm(place: .rss, needs: [("version", .any)]),
    "rdf:RDF": ElementForm(place: .rdf), "atom:feed": ElementForm(place: .feed),
    "atom:entry": ElementForm(place: .entry),
  ]

  private static let rdf = [
    "channel": ElementForm(place: .channel, needs: [("about", .any)]),
    "item": ElementForm(repeats: true, place: .item, needs: [("about", .any)]),
    "image": ElementForm(place: .image), "textinput": ElementForm(place: .textInput),
  ]

  private static let channel: [String: ElementForm] = [
    "title": title, "link": link, "description": plain, "copyright": plain, "generator": plain,
    "language": ElementForm(value: .language), "managingEditor": mailbox, "webMaster": mailbox,
    "pubDate": mailDate, "lastBuildDate": mailDate, "docs": link, "rating": once,
    "ttl": ElementForm(value: .positive), "category": ElementForm(value: .plain, repeats: true),
    "cloud": ElementForm(
      mayBeEmpty: true,
      needs: [
        ("domain", .any), ("port", .positive), ("path", .any), ("registerProcedure", .any),
        ("protocol", .any),
      ]),
    "image": ElementForm(place: .image), "textInput": ElementForm(place: .textInput),
    "textinput": ElementForm(mayBeEmpty: true), "items": text,
    "skipHours": ElementForm(place: .skipHours), "skipDays": ElementForm(place: .skipDays),
    "item": ElementForm(repeats: true, place: .item), "atom:link": atomLink,
  ]

  private static let item: [String: ElementForm] = [
    "title": title, "link": link, "description": text, "author": mailbox,
    "category": ElementForm(value: .plain, repeats: true), "comments": link,
    "enclosure": ElementForm(
      repeats: true, mayBeEmpty: true,
      needs: [("url", .webAddress), ("length", .count), ("type", .mediaType)]),
    "guid": ElementForm(value: .guid, allows: [("isPermaLink", .flag)]), "pubDate": mailDate,
    "source": ElementForm(needs: [("url", .webAddress)]), "atom:link": atomLink,
  ]

  private static let image: [String: ElementForm] = [
    "title": title, "url": link, "link": link, "width": ElementForm(value: .positive),
    "height": ElementForm(value: .positive), "description": plain,
  ]

  private static let textInput: [String: ElementForm] = [
    "title": title, "description": plain, "name": once, "link": link,
  ]

  private static let atomLink = ElementForm(
    repeats: true, mayBeEmpty: true, needs: [("href", .address)],
    allows: [("type", .mediaType), ("hreflang", .language), ("length", .count), ("rel", .any)])
  private static let atomPerson = ElementForm(repeats: true, place: .person)
  private static let identifier = ElementForm(value: .identifier)

  private static let atomCommon: [String: ElementForm] = [
    "atom:author": atomPerson, "atom:contributor": atomPerson, "atom:link": atomLink,
    "atom:category": ElementForm(
      repeats: true, mayBeEmpty: true, needs: [("term", .any)], allows: [("scheme", .address)]),
    "atom:id": identifier, "atom:rights": plainOrEmpty, "atom:title": title,
    "atom:updated": internetDate,
    // Atom 0.3.
    "atom:modified": internetDate, "atom:issued": internetDate, "atom:created": internetDate,
    "atom:copyright": plainOrEmpty,
  ]

  private static let feed = atomCommon.merging([
    "atom:generator": ElementForm(allows: [("uri", .address)]),
    "atom:icon": ElementForm(value: .address), "atom:logo": ElementForm(value: .address),
    "atom:subtitle": plainOrEmpty, "atom:tagline": plainOrEmpty, "atom:info": plainOrEmpty,
    "atom:entry": ElementForm(repeats: true, place: .entry),
    "at:deleted-entry": ElementForm(
      repeats: true, mayBeEmpty: true, needs: [("ref", .address), ("when", .internetDate)]),
  ]) { $1 }

  private static let entry = atomCommon.merging([
    "atom:published": internetDate, "atom:summary": plainOrEmpty,
    "atom:source": ElementForm(place: .source),
    "atom:content": ElementForm(value: .plain, mayBeEmpty: true, allows: [("src", .address)]),
  ]) { $1 }

  private static let person: [String: ElementForm] = [
    "atom:name": once, "atom:uri": ElementForm(value: .address), "atom:url": once,
    "atom:email": ElementForm(value: .email),
  ]

  /// What the usual vocabularies hold; they may stand in any format.
  private static let modules: [String: ElementForm] = [
    "dc:date": once, "dc:creator": ElementForm(repeats: true),
    "dc:language": ElementForm(value: .language),
    "dc:subject": ElementForm(repeats: true), "dc:title": once, "dc:description": once,
    "dc:rights": once, "dc:publisher": once, "dc:identifier": once, "dc:source": once,
    "content:encoded": once, "sy:updatePeriod": ElementForm(value: .period),
    "sy:updateFrequency": ElementForm(value: .positive), "sy:updateBase": once,
    "slash:comments": ElementForm(value: .count), "wfw:commentRss": link, "wfw:comment": link,
    "thr:total": ElementForm(value: .count), "itunes:explicit": once, "itunes:duration": once,
    "itunes:image": ElementForm(mayBeEmpty: true, needs: [("href", .webAddress)]),
  ]

  // MARK: Names

  /// The tokens of all names above, elements behind their usual prefix.
  static let vocabulary: XMLVocabulary = {
    var vocabulary = XMLVocabulary()
    for (number, name) in names.enumerated() {
      let token = XMLToken(rawValue: UInt16(number + 1))
      let (prefix, local) = split(name)
      for namespace in namespaces[prefix] ?? [] { vocabulary.add([local: token], in: namespace) }
    }
    return vocabulary
  }()

  static func name(of token: XMLToken) -> String? {
    token == .unknown ? nil : names[Int(token.rawValue) - 1]
  }

  /// The token of an attribute without a prefix.
  static func attribute(_ name: String) -> XMLToken { vocabulary.token(of: name, in: "") }

  private static let names: [String] = {
    let tables = [
      roots, rdf, channel, item, image, textInput, feed, entry, person, modules,
    ]
    var names = Set(tables.flatMap(\.keys))
    let forms = tables.flatMap(\.values)
    names.formUnion(forms.flatMap(\.needs).map(\.name))
    names.formUnion(forms.flatMap(\.allows).map(\.name))
    names.formUnion(["hour", "day", "type", "rel", "xml:base", "rdf:about"])
    return names.sorted()
  }()

  private static func split(_ name: String) -> (prefix: String, local: String) {
    guard let colon = name.firstIndex(of: ":") else { return ("", name) }
    return (String(name[..<colon]), String(name[name.index(after: colon)...]))
  }

  private static let namespaces: [String: [String]] = [
    "": FeedVocabulary.rssNamespaces, "atom": FeedVocabulary.atomNamespaces,
    "rdf": ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
    "dc": ["http://purl.org/dc/elements/1.1/"],
    "content": ["http://purl.org/rss/1.0/modules/content/"],
    "sy": ["http://purl.org/rss/1.0/modules/syndication/"],
    "slash": ["http://purl.org/rss/1.0/modules/slash/"],
    "wfw": ["http://wellformedweb.org/CommentAPI/"],
    "thr": ["http://purl.org/syndication/thread/1.0"],
    "itunes": FeedVocabulary.itunesNamespaces,
    "at": ["http://purl.org/atompub/tombstones/1.0"],
    "xml": ["http://www.w3.org/XML/1998/namespace"],
  ]
}
