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
    draft.entry.enclosures.append(
      Enclosure(url: href, type: tag.value(of: .type), length: length.flatMap(Self.byteCount)))
  }

  /// A `link` that holds its address as text.
  func addTextLink(_ value: FieldValue) {
    let href = WebAddress.resolve(value.text, against: base)
    guard let relation = attributes.rel, relation != "alternate" else {
      let link = FeedLink(href: href, rel: "alternate", type: attributes.type ?? "text/html")
      if isInEntry {
        if draft.entry.link == nil { draft.entry.link = href }
        draft.entry.links.append(link)
      } else {
        feed.metadata.link = feed.metadata.link ?? href
        feed.metadata.links.append(link)
      }
      return
    }
    add(FeedLink(href: href, rel: relation, type: attributes.type))
  }

  func setGUID(_ value: FieldValue) {
    let isPermalink = attributes.flag?.lowercased() != "false"
    draft.entry.id = isPermalink ? WebAddress.resolve(value.text, against: base) : value.text
    let hasNoLink = draft.entry.link == nil
    draft.entry.idIsPermalink = isPermalink && hasNoLink
  }

  /// `dc:creator` and `itunes:author`, which stand back behind RSS's own `author`.
  func addCreator(_ value: FieldValue) {
    let person = RSSPerson.parse(value.text)
    if value.name == .creator {
      draft.entry.authors.append(person)
    } else {
      draft.otherAuthors.append(person)
    }
  }

  static func byteCount(_ text: String) -> Int? {
    Int(text) ?? Int(text.filter { !$0.isWhitespace && $0 != "," })
  }
}
