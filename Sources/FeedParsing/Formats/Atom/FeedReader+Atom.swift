import HTMLText
import XMLStream

/// The elements that Atom has in a form of its own (RFC 4287).
extension FeedReader {
  /// A link with its target in `href`, or one of RSS with the target as text.
  func startLink(_ tag: borrowing XMLStartTag) {
    guard let link = link(of: tag) else { return startField(.link, tag) }
    ignoreElement()
    if !link.href.isEmpty || base != nil { add(link) }
  }

  /// The link that a tag's attributes describe; nil where they name no target.
  private func link(of tag: borrowing XMLStartTag) -> FeedLink? {
    var link = FeedLink(href: "", rel: "alternate")
    var target: String?
    for index in 0..<tag.attributeCount {
      let value = tag.value(at: index)
      switch FeedName(tag.attribute(at: index)) {
      case .href: target = value
      case .rel: link.rel = value.map(Self.shortRelation)
      case .type: link.type = value
      case .title: link.title = value
      case .hreflang: link.hreflang = value
      case .length: link.length = value
      default: break
      }
    }
    guard let target else { return nil }
    link.href = WebAddress.resolve(target, against: base)
    // What `self` leads to is this document.
    if link.type == nil, link.rel == "self", isAtom { link.type = "application/atom+xml" }
    return link
  }

  func add(_ link: FeedLink) {
    guard isInEntry else {
      feed.metadata.links.append(link)
      if feed.metadata.link == nil, Self.isPage(link) { feed.metadata.link = link.href }
      return
    }
    draft.entry.links.append(link)
    if link.rel == "enclosure" {
      draft.entry.enclosures.append(
        Enclosure(url: link.href, type: link.type, length: link.length.flatMap { Int($0) }))
    } else if draft.entry.link == nil, Self.isPage(link) {
      draft.entry.link = link.href
    }
  }

  static func isPage(_ link: FeedLink) -> Bool {
    guard link.rel == "alternate", let type = link.type, type != "text/html" else {
      return link.rel == "alternate"
    }
    return type.lowercased().contains("html")
  }

  /// RFC 4287, section 4.2.7.2, allows a registered relation to be written as an IRI.
  private static func shortRelation(_ relation: String) -> String {
    let prefix = "http://www.iana.org/assignments/relation/"
    return relation.hasPrefix(prefix) ? String(relation.dropFirst(prefix.count)) : relation
  }

  /// A category with its term in an attribute, or one of RSS with the term as text.
  func startCategory(_ tag: borrowing XMLStartTag) {
    guard let term = tag.value(of: .term) ?? (format == .cdf ? tag.value(of: .value) : nil) else {
      return startField(.category, tag)
    }
    ignoreElement()
    addCategory(term: term, scheme: tag.value(of: .scheme), label: tag.value(of: .label))
  }

  /// Of content that stands elsewhere (`src`) the address is what can be kept.
  func startContent(_ tag: borrowing XMLStartTag) {
    guard let address = tag.value(of: .src), !address.isEmpty else {
      return startField(.content, tag)
    }
    ignoreElement()
    var content = RichText("", kind: .plain)
    content.address = WebAddress.resolve(address, against: base)
    draft.entry.content.append(content)
  }

  func startTombstone(_ tag: borrowing XMLStartTag) {
    ignoreElement()
    guard let ref = tag.value(of: .ref), !ref.isEmpty else { return }
    guard feed.tombstones.count < feedLimits.entries else {
      return issues.add(
        .limitExceeded, line: line(at: tag.range.lowerBound),
        message: "More than \(feedLimits.entries) entries are declared deleted.")
    }
    let when = tag.value(of: .when).map {
      FeedDate(raw: $0, secondsSince1970: FeedDateParser.parse($0))
    }
    feed.tombstones.append(Tombstone(ref: ref, when: when))
  }

  func setIdentifier(_ value: FieldValue) {
    guard draft.entry.id == nil || value.name == .id else { return }
    draft.entry.id = value.name == .id ? resolvedIdentifier(value.text) : value.text
    draft.entry.idIsPermalink = false
  }

  /// An identifier is never relative in Atom 1.0; where one is, it means its address.
  func resolvedIdentifier(_ text: String) -> String {
    // A number or a name is no address, whatever base there is.
    let isRelative = text.hasPrefix("/") || !bases.isEmpty && !WebAddress.isAbsolute(text)
    return isRelative ? WebAddress.resolve(text, against: base) : text
  }
}

// MARK: - People

extension FeedReader {
  /// A person of Atom has elements inside, one of RSS is text.
  func startPerson(isContributor: Bool, _ tag: borrowing XMLStartTag) {
    person = Person()
    personStart = tag.range.lowerBound
    if !isInEntry { firstNeededByClient = personStart }
    push(.person(isContributor: isContributor))
    collectText()
  }

  func startInPerson(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    switch name {
    case .name, .email, .uri, .url: startField(name, tag)
    default: ignoreElement()
    }
  }

  func finishPersonField(_ name: FeedName, text: String) {
    guard !text.isEmpty else { return }
    switch name {
    case .name: person.name = HTMLText.oneLine(text)
    case .email: person.email = text
    case .uri, .url: person.url = WebAddress.resolve(text, against: base)
    default: break
    }
  }

  /// Adds an author of the feed, whose element entries need to inherit it again.
  func addAuthor(_ author: Person, at range: Range<Int>) {
    guard feed.add(author: author, inheritedBytes: feedLimits.inheritedBytes) else {
      return issues.add(
        .limitExceeded, line: line(at: range.lowerBound),
        message: "The feed's authors are too many for each entry to name them.")
    }
    envelope.add(author: source(range))
  }

  func finishPerson(isContributor: Bool, endTag: Range<Int>) {
    let text = takeText()
    if !isInEntry { firstNeededByClient = nil }
    if person == Person(), !text.isEmpty { person = RSSPerson.parse(text) }
    guard person != Person() else { return }
    switch (isInEntry, isContributor) {
    case (false, false): addAuthor(person, at: personStart..<endTag.upperBound)
    case (false, true): feed.metadata.contributors.append(person)
    case (true, false): draft.entry.authors.append(person)
    case (true, true): draft.entry.contributors.append(person)
    }
  }
}
