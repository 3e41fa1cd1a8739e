/// What an item or entry says, each word under the element that said it; ``finish(inheriting:)`` then
/// chooses.
struct EntryDraft {
  /// The entry so far; fields that several elements may give are chosen at its end.
  var entry = ParsedEntry()
  /// Where its start tag stands in the document.
  var start = 0
  /// The depth of the unknown element that it stands in, 0 where it stands in none.
  var ignoredDepth = 0
  var about: String?
  var otherTitle: String?
  var originalLink: String?
  var otherSummary: RichText?
  var otherAuthors: [Person] = []
  var categories = DistinctValues<FeedCategory>()
  var mediaEnclosures: [Enclosure] = []
  private var modules = EntryModules()
  private var hasModules = false
  var dates = DateCandidates()

  /// Whether nothing was said by which an entry could be known.
  var isEmpty: Bool {
    entry.id == nil && about == nil && entry.title == nil && entry.links.isEmpty
      && entry.summary == nil && entry.content.isEmpty
  }

  /// Notes what a module says.
  mutating func note(_ body: (inout EntryModules) -> Void) {
    hasModules = true
    body(&modules)
  }

  /// Makes the choices and gives up the entry.
  ///
  /// - Parameter inherited: The feed's authors, whose entry it is if it names none (RFC 4287,
  ///   section 4.2.1).
  /// - Returns: The entry, with nothing left of it here.
  mutating func finish(inheriting inherited: [Person]) -> ParsedEntry {
    if entry.id == nil {
      entry.id = about
      entry.idIsPermalink = nil
    }
    if entry.title == nil { entry.title = otherTitle }
    if entry.summary == nil { entry.summary = otherSummary }
    if entry.authors.isEmpty { entry.authors = otherAuthors.isEmpty ? inherited : otherAuthors }
    chooseLink()
    entry.categories = categories.values
    addMediaEnclosures()
    if hasModules { entry.modules = modules }
    entry.published = dates.published
    entry.updated = dates.updated
    let finished = entry
    entry = ParsedEntry()
    return finished
  }

  /// Media RSS names again what `enclosure` names.
  private mutating func addMediaEnclosures() {
    guard !mediaEnclosures.isEmpty else { return }
    // Mostly it is one picture, which nothing else names.
    guard mediaEnclosures.count > 1 || !entry.enclosures.isEmpty else {
      return entry.enclosures = mediaEnclosures
    }
    var addresses = DistinctValues<String>()
    for enclosure in entry.enclosures { addresses.insert(enclosure.url) }
    for enclosure in mediaEnclosures {
      let count = addresses.values.count
      addresses.insert(enclosure.url)
      if addresses.values.count > count { entry.enclosures.append(enclosure) }
    }
  }

  /// FeedBurner moves the publisher's own link aside to count clicks on its own.
  private mutating func chooseLink() {
    if let originalLink {
      entry.link = originalLink
    } else if entry.link == nil {
      entry.link =
        entry.links.first { $0.rel == "alternate" }?.href
        ?? (entry.idIsPermalink == true ? entry.id : nil)
    }
  }
}
