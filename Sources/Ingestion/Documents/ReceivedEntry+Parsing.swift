import Announcements
import FeedParsing
import JSONBytes

extension ReceivedEntry {
  /// What an entry of a feed says, in plain text.
  init(_ entry: ParsedEntry, isDateGiven: Bool = false) {
    self.init()
    guid = entry.id
    link = entry.link ?? (entry.idIsPermalink == true ? entry.id : nil)
    title = entry.title ?? ""
    let content = entry.content.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n\n")
    let summary = entry.summary?.text ?? ""
    text = content.isEmpty ? summary : content
    self.summary = content.isEmpty || summary.isEmpty || summary == content ? nil : summary
    published =
      entry.published.map { DateClaim($0, source: isDateGiven ? .given : .item) }
      ?? DateLine.find(in: text).map { DateClaim($0, source: .text) }
    updated = entry.updated.map { DateClaim($0, source: .item) }
    authors = entry.authors.compactMap { $0.name ?? $0.email }
    categories = entry.categories.compactMap { $0.label ?? $0.term }
    language = entry.language
    rights = entry.rights
    publisher = entry.publisher
    enclosures = entry.enclosures.map {
      AttachedFile(url: $0.url, type: $0.type, length: $0.length)
    }
    source = entry.source
  }
}

extension ReceivedEntry {
  /// The UTF-8 bytes of everything in it.
  var byteCount: Int {
    let fields = [guid, link, title, summary, text, language, rights, publisher, source]
    let lists = authors + categories + enclosures.map(\.url)
    return fields.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
      + lists.reduce(0) { $0 + $1.utf8.count }
  }
}

extension DateClaim {
  init(_ date: FeedDate, source: Source) {
    self.init(
      raw: date.raw, time: date.secondsSince1970.map { Timestamp(seconds: $0) }, source: source)
  }
}
