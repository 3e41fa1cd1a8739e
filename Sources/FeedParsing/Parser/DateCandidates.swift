/// The dates of an entry or feed by the elements that give them; the first of several counts.
struct DateCandidates {
  private var publication: FeedDate?
  private var issue: FeedDate?
  private var creation: FeedDate?
  private var update: FeedDate?
  private var modification: FeedDate?
  private var build: FeedDate?
  private var dublinCore: FeedDate?

  /// When it came out: the first readable one by rank, else one that cannot be read.
  ///
  /// Dublin Core's `date` does not say which date it is; of an item it is the one it came out on.
  var published: FeedDate? {
    guard publication?.secondsSince1970 == nil else { return publication }
    return Self.best(publication, issue, creation, dublinCore)
  }

  /// When it was last changed, by the same rule.
  var updated: FeedDate? {
    guard update?.secondsSince1970 == nil else { return update }
    return Self.best(update, modification, build, dublinCore)
  }

  mutating func add(_ date: FeedDate, from name: FeedName) {
    switch name {
    case .pubDate, .published: publication = publication ?? date
    case .issued: issue = issue ?? date
    case .created: creation = creation ?? date
    case .updated: update = update ?? date
    case .modified: modification = modification ?? date
    case .lastBuildDate: build = build ?? date
    case .date: dublinCore = dublinCore ?? date
    default: break
    }
  }

  private static func best(
    _ first: FeedDate?, _ second: FeedDate?, _ third: FeedDate?, _ fourth: FeedDate?
  ) -> FeedDate? {
    for date in [first, second, third, fourth] where date?.secondsSince1970 != nil { return date }
    return first ?? second ?? third ?? fourth
  }
}
