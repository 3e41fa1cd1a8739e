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

  /// The feed's fields, as far as they were read.
  var finished: FeedMetadata {
    var result = metadata
    result.title = metadata.title ?? otherTitle
    result.description = metadata.description ?? otherDescription
    result.image = image ?? otherImage
    result.published = dates.published
    result.updated = dates.updated
    if result.authors.isEmpty { result.authors = otherAuthors }
    if result.link == nil { result.link = result.links.first { $0.rel == "alternate" }?.href }
    return result
  }
}
