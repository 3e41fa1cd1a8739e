/// What an item or entry says, each word under the element that said it; ``entry`` then chooses.
struct EntryDraft {
  /// Where the entry's `<` stands among the parsed bytes.
  var start: Int
  var id: String?
  var idIsPermalink: Bool?
  var about: String?
  var title: String?
  var otherTitle: String?
  var link: String?
  var originalLink: String?
  var links: [FeedLink] = []
  var comments: String?
  var summary: RichText?
  var otherSummary: RichText?
  var content: [RichText] = []
  var language: String?
  var authors: [Person] = []
  var otherAuthors: [Person] = []
  var contributors: [Person] = []
  var categories: [FeedCategory] = []
  var rights: String?
  var enclosures: [Enclosure] = []
  var mediaEnclosures: [Enclosure] = []
  var dates = DateCandidates()

  init(start: Int) {
    self.start = start
  }

  /// Whether nothing was said yet by which an entry could be known.
  var isEmpty: Bool {
    id == nil && title == nil && link == nil && links.isEmpty && summary == nil && content.isEmpty
  }

  /// The entry, without its source.
  ///
  /// - Parameter inherited: The feed's authors, whose entry it is if it names none (RFC 4287,
  ///   section 4.2.1).
  /// - Returns: The entry as it is handed on.
  func entry(inheriting inherited: [Person]) -> ParsedEntry {
    var entry = ParsedEntry()
    entry.id = id ?? about
    entry.idIsPermalink = id == nil ? nil : idIsPermalink
    entry.title = title ?? otherTitle
    entry.links = links
    entry.link = chosenLink
    entry.comments = comments
    entry.summary = summary ?? otherSummary
    entry.content = content
    entry.language = language
    entry.authors = authors.isEmpty ? (otherAuthors.isEmpty ? inherited : otherAuthors) : authors
    entry.contributors = contributors
    entry.categories = categories
    entry.rights = rights
    entry.enclosures = chosenEnclosures
    entry.published = dates.published
    entry.updated = dates.updated
    return entry
  }

  /// FeedBurner moves the publisher's own link aside to count clicks on its own.
  private var chosenLink: String? {
    if let originalLink { return originalLink }
    if let link { return link }
    if let alternate = links.first(where: { $0.rel == "alternate" }) { return alternate.href }
    return idIsPermalink == true ? id : nil
  }

  private var chosenEnclosures: [Enclosure] {
    let known = Set(enclosures.map(\.url))
    return enclosures + mediaEnclosures.filter { !known.contains($0.url) }
  }
}
