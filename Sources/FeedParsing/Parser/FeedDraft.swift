/// What a channel or feed says of itself while it is being read.
struct FeedDraft {
  var metadata = FeedMetadata()
  var dates = DateCandidates()
  var otherAuthors: [Person] = []
  var otherTitle: String?
  var otherDescription: RichText?
  var image: String?
  var otherImage: String?
  var tombstones: [Tombstone] = []
  var categories = DistinctValues<FeedCategory>()
  /// The authors that entries without one of their own have.
  private(set) var inheritedAuthors: [Person] = []
  private var inheritedBytes = 0

  /// Adds an author, whom entries inherit while all of them together are not too long: a feed can
  /// have a million entries, and each would repeat them.
  ///
  /// - Returns: Whether entries inherit this one.
  mutating func add(author: Person, inheritedBytes limit: Int) -> Bool {
    metadata.authors.append(author)
    let texts = [author.name, author.email, author.url].compactMap { $0?.utf8.count }
    inheritedBytes += texts.reduce(0, +)
    guard inheritedBytes <= limit else { return false }
    inheritedAuthors.append(author)
    return true
  }

  /// The feed's fields, as far as they were read.
  var finished: FeedMetadata {
    var result = metadata
    result.title = metadata.title ?? otherTitle
    result.description = metadata.description ?? otherDescription
    result.image = image ?? otherImage
    result.categories = categories.values
    result.published = dates.published
    result.updated = dates.updated
    if result.authors.isEmpty { result.authors = otherAuthors }
    if result.link == nil { result.link = result.links.first { $0.rel == "alternate" }?.href }
    return result
  }
}
