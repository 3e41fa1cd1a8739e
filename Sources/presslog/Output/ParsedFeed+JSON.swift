import FeedParsing
import JSONBytes

extension JSONWriter {
  /// Writes an entry in the shape of `presslog parse --format json`.
  mutating func entry(_ entry: ParsedEntry) {
    object { writer in
      writer.field("id", entry.id)
      writer.field("idIsPermalink", entry.idIsPermalink)
      writer.field("title", entry.title)
      writer.field("link", entry.link)
      writer.array("links", entry.links) { $0.link($1) }
      writer.field("comments", entry.comments)
      writer.richText("summary", entry.summary)
      writer.array("content", entry.content) { $0.richText($1) }
      writer.field("language", entry.language)
      writer.array("authors", entry.authors) { $0.person($1) }
      writer.array("contributors", entry.contributors) { $0.person($1) }
      writer.array("categories", entry.categories) { $0.category($1) }
      writer.field("rights", entry.rights)
      writer.array("enclosures", entry.enclosures) { writer, file in
        writer.object { writer in
          writer.field("url", file.url)
          writer.field("type", file.type)
          writer.field("length", file.length)
        }
      }
      writer.date("published", entry.published)
      writer.date("updated", entry.updated)
      if let modules = entry.modules { writer.modules(modules) }
    }
  }

  /// Writes the fields of a feed itself.
  mutating func metadata(_ feed: FeedMetadata) {
    object { writer in
      writer.field("id", feed.id)
      writer.field("title", feed.title)
      writer.field("link", feed.link)
      writer.array("links", feed.links) { $0.link($1) }
      writer.richText("description", feed.description)
      writer.field("language", feed.language)
      writer.field("rights", feed.rights)
      writer.field("generator", feed.generator)
      writer.field("image", feed.image)
      writer.date("published", feed.published)
      writer.date("updated", feed.updated)
      if let schedule = feed.schedule { writer.schedule(schedule) }
      writer.array("authors", feed.authors) { $0.person($1) }
      writer.array("contributors", feed.contributors) { $0.person($1) }
      writer.array("categories", feed.categories) { $0.category($1) }
    }
  }

  private mutating func link(_ link: FeedLink) {
    object { writer in
      writer.field("href", link.href)
      writer.field("rel", link.rel)
      writer.field("type", link.type)
      writer.field("title", link.title)
      writer.field("hreflang", link.hreflang)
      writer.field("length", link.length)
    }
  }

  private mutating func person(_ person: Person) {
    object { writer in
      writer.field("name", person.name)
      writer.field("email", person.email)
      writer.field("url", person.url)
    }
  }

  private mutating func category(_ category: FeedCategory) {
    object { writer in
      writer.field("term", category.term)
      writer.field("scheme", category.scheme)
      writer.field("label", category.label)
    }
  }

  private mutating func richText(_ name: String, _ text: RichText?) {
    guard let text else { return }
    key(name)
    richText(text)
  }

  private mutating func richText(_ text: RichText) {
    object { writer in
      writer.field("html", text.html)
      writer.field("text", text.text)
      writer.field("src", text.address)
    }
  }

  /// An unreadable date is left out; it is among the issues.
  private mutating func date(_ name: String, _ date: FeedDate?) {
    field(name, date?.secondsSince1970.map { Timestamp(seconds: $0).rfc3339 })
  }
}
