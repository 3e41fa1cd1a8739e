import HTMLText
import XMLStream

/// The elements that RSS has in a form of its own.
extension FeedReader {
  func startImage(_ tag: borrowing XMLStartTag) {
    // Atom's `icon` goes by the same name and holds its address itself.
    if format == .atom10 || format == .atom03 {
      startField(.image, tag)
    } else {
      push(.image)
    }
  }

  func startInImage(_ name: FeedName, _ tag: borrowing XMLStartTag) {
    if name == .url || name == .uri { startField(.url, tag) } else { ignoreElement() }
  }

  func startEnclosure(_ tag: borrowing XMLStartTag) {
    ignoreElement()
    guard let url = tag.value(of: .url) ?? tag.value(of: .href), !url.isEmpty else { return }
    let length = tag.value(of: .length)
    let href = WebAddress.resolve(url, against: base)
    entry?.entry.enclosures.append(
      Enclosure(url: href, type: tag.value(of: .type), length: length.flatMap(Self.byteCount)))
  }

  /// Media RSS: each `media:content` is a file that comes with the entry.
  func addMediaEnclosure(_ tag: borrowing XMLStartTag) {
    guard let url = tag.value(of: .url), !url.isEmpty else { return }
    entry?.mediaEnclosures.append(
      Enclosure(
        url: WebAddress.resolve(url, against: base), type: tag.value(of: .type),
        length: tag.value(of: .fileSize).flatMap(Self.byteCount)))
  }

  /// A `link` that holds its address as text.
  func addTextLink(_ text: String) {
    let href = WebAddress.resolve(text, against: base)
    let link = FeedLink(href: href, rel: "alternate", type: "text/html")
    if entry == nil {
      feed.metadata.link = feed.metadata.link ?? href
      feed.metadata.links.append(link)
    } else {
      if entry?.entry.link == nil { entry?.entry.link = href }
      entry?.entry.links.append(link)
    }
  }

  func setGUID(_ value: FieldValue) {
    let isPermalink = value.field.attributes?.flag?.lowercased() != "false"
    entry?.entry.id = isPermalink ? WebAddress.resolve(value.text, against: base) : value.text
    let hasNoLink = entry?.entry.link == nil
    entry?.entry.idIsPermalink = isPermalink && hasNoLink
  }

  /// `dc:creator` and `itunes:author`, which stand back behind RSS's own `author`.
  func addCreator(_ value: FieldValue) {
    let person = RSSPerson.parse(value.text)
    if value.name == .creator {
      entry?.entry.authors.append(person)
    } else {
      entry?.otherAuthors.append(person)
    }
  }

  /// Media RSS credits are people only in the role of an author; others are photographers.
  func addCredit(_ value: FieldValue) {
    let role = value.field.attributes?.flag?.lowercased()
    guard role == "author" || role == nil else { return }
    entry?.otherAuthors.append(RSSPerson.parse(value.text))
  }

  private static func byteCount(_ text: String) -> Int? {
    Int(text) ?? Int(text.filter { !$0.isWhitespace && $0 != "," })
  }
}
