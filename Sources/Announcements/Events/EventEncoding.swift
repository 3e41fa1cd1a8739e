import JSONBytes

extension AnnouncementEvent {
  /// The version of the shape of every event's data.
  public static let schemaVersion = 1

  /// The event's data: a JSON object on one line.
  public func encodedData() -> [UInt8] {
    var writer = JSONWriter(capacity: 4096)
    writer.object { writer in
      writer.field("version", Self.schemaVersion)
      writer.field("feed", feed.rawValue)
      switch self {
      case .published(let revision), .revised(let revision): revision.encode(to: &writer)
      case .withdrawn(let withdrawal):
        writer.field("revision", withdrawal.revision)
        writer.field("date", withdrawal.date)
      case .redacted(let redaction): redaction.encode(to: &writer)
      case .feedRetrieved(let retrieval): retrieval.encode(to: &writer)
      case .feedPolicyChanged(let change):
        writer.field("guids", "ignored")
        writer.field("reason", change.reason.rawValue)
        writer.field("ordinal", change.ordinal)
      }
    }
    return writer.bytes
  }
}

extension Revision {
  fileprivate func encode(to writer: inout JSONWriter) {
    writer.field("revision", number)
    writer.object("identity") { identity.encodeFields(to: &$0) }
    writer.field("guid", entry.guid)
    writer.field("title", entry.title)
    writer.field("link", entry.link)
    writer.field("published", entry.published)
    writer.field("updated", entry.updated)
    writer.field("authors", entry.authors)
    writer.field("categories", entry.categories)
    writer.field("language", entry.language)
    writer.field("rights", entry.rights)
    writer.field("publisher", entry.publisher)
    writer.array("enclosures", entry.enclosures) { writer, file in
      writer.object { writer in
        writer.field("url", file.url)
        writer.field("type", file.type)
        writer.field("length", file.length)
      }
    }
    writer.field("summary", entry.summary)
    writer.field("text", entry.text)
    writer.field("content", content)
    writer.field("document", document)
    writer.field("source", entry.source)
  }
}

extension Redaction {
  fileprivate func encode(to writer: inout JSONWriter) {
    writer.field("revision", revision)
    writer.field("reason", reason)
    writer.field("keys", keys)
    writer.array("retrievals", retrievals) { writer, retrieval in
      writer.object { writer in
        writer.field("feed", retrieval.feed.rawValue)
        writer.field("count", retrieval.count)
      }
    }
  }
}

extension Retrieval {
  fileprivate func encode(to writer: inout JSONWriter) {
    writer.field("source", source)
    writer.field("ordinal", ordinal)
    writer.field("document", document)
    writer.field("bytes", bytes)
    writer.field("format", format)
    writer.field("encoding", encoding)
    writer.field("title", title)
    writer.field("link", link)
    writer.field("status", status)
    writer.field("etag", etag)
    writer.field("lastmodified", lastModified)
    writer.field("entries", counts.entries)
    writer.field("published", counts.published)
    writer.field("revised", counts.revised)
    writer.field("unchanged", counts.unchanged)
    writer.field("withdrawn", counts.withdrawn)
    writer.array("issues", issues) { writer, issue in
      writer.object { writer in
        writer.field("kind", issue.kind)
        writer.field("line", issue.line)
        writer.field("message", issue.message)
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func field(_ name: String, _ date: DateClaim?) {
    guard let date else { return }
    object(name) { writer in
      writer.field("time", date.time?.rfc3339)
      writer.field("raw", date.raw)
      writer.field("source", date.source.rawValue)
    }
  }
}
