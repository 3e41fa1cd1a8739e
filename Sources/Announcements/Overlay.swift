/// Knowledge that follows from events which the base does not have yet.
///
/// Over an empty base it is the whole of what a history of events tells: that is how the tests use
/// it, and why deciding needs no database.
public struct Overlay: Knowledge {
  private let base: (any Knowledge)?
  private var feeds: [FeedID: KnownFeed] = [:]
  private var announcements: [AnnouncementID: Entry] = [:]
  private var byCandidate: [Candidate: [AnnouncementID]] = [:]
  private var withdrawn: Set<AnnouncementID> = []
  private var closed: [AnnouncementID: ClosedAnnouncement] = [:]

  private struct Entry {
    var feed: FeedID
    var known: KnownAnnouncement
    var words: String
    /// Of this and the earlier revisions that the overlay has seen.
    var contents: Set<String>
  }

  /// Creates an overlay that knows nothing besides `base`.
  public init(over base: (any Knowledge)? = nil) {
    self.base = base
  }

  // MARK: Events

  /// Takes an event in.
  public mutating func evolve(with event: AnnouncementEvent) throws {
    switch event {
    case .published(let revision), .revised(let revision): evolve(with: revision)
    case .withdrawn(let withdrawal): withdrawn.insert(withdrawal.announcement)
    case .redacted(let redaction): try evolve(with: redaction)
    case .feedRetrieved(let retrieval):
      var feed = try feed(retrieval.feed) ?? KnownFeed()
      feed.document = retrieval.document
      feed.retrievals = retrieval.ordinal + 1
      feeds[retrieval.feed] = feed
    case .feedPolicyChanged(let change):
      var feed = try feed(change.feed) ?? KnownFeed()
      feed.ignoresGuids = true
      feed.policyChanges = change.ordinal + 1
      feeds[change.feed] = feed
    }
  }

  private mutating func evolve(with revision: Revision) {
    withdrawn.remove(revision.announcement)
    let known = KnownAnnouncement(
      id: revision.announcement, revision: revision.number, content: revision.content,
      identity: revision.identity, isWithdrawn: false)
    let earlier = announcements[revision.announcement]?.contents ?? []
    announcements[revision.announcement] = Entry(
      feed: revision.feed, known: known,
      words: "\(revision.entry.title)\n\(revision.entry.text)",
      contents: earlier.union([revision.content]))
    for candidate in [revision.identity.candidate] + revision.identity.also
    where byCandidate[candidate]?.contains(revision.announcement) != true {
      byCandidate[candidate, default: []].append(revision.announcement)
    }
  }

  private mutating func evolve(with redaction: Redaction) throws {
    announcements[redaction.announcement] = nil
    closed[redaction.announcement] = ClosedAnnouncement(
      id: redaction.announcement, feed: redaction.feed, keys: Set(redaction.keys))
    for retrieval in redaction.retrievals {
      var feed = try feed(retrieval.feed) ?? KnownFeed()
      guard feed.retrievals < retrieval.count else { continue }
      feed.document = nil
      feed.retrievals = retrieval.count
      feeds[retrieval.feed] = feed
    }
  }

  // MARK: Answers

  public func feed(_ id: FeedID) throws -> KnownFeed? {
    try feeds[id] ?? base?.feed(id)
  }

  public func announcements(
    in feed: FeedID, by candidate: Candidate
  ) throws -> [KnownAnnouncement] {
    var found: [KnownAnnouncement] = []
    for known in try base?.announcements(in: feed, by: candidate) ?? []
    where closed[known.id] == nil {
      found.append(current(known))
    }
    for id in byCandidate[candidate] ?? [] {
      guard let entry = announcements[id], entry.feed == feed,
        !found.contains(where: { $0.id == id })
      else { continue }
      found.append(current(entry.known))
    }
    return found
  }

  public func announcement(
    outside feed: FeedID, by candidate: Candidate, content: String
  ) throws -> KnownAnnouncement? {
    for id in byCandidate[candidate] ?? [] {
      if let entry = announcements[id], entry.feed != feed, entry.contents.contains(content) {
        return current(entry.known)
      }
    }
    let known = try base?.announcement(outside: feed, by: candidate, content: content)
    return known.flatMap { closed[$0.id] == nil ? current($0) : nil }
  }

  /// What the overlay knows better than the base.
  private func current(_ known: KnownAnnouncement) -> KnownAnnouncement {
    var current = announcements[known.id]?.known ?? known
    if withdrawn.contains(known.id) { current.isWithdrawn = true }
    return current
  }

  public func closedAnnouncements(by key: String) throws -> [ClosedAnnouncement] {
    let found = closed.values.filter { $0.keys.contains(key) }.sorted { $0.id < $1.id }
    return try base.map { try $0.closedAnnouncements(by: key) + found } ?? found
  }

  public func words(of announcement: AnnouncementID) throws -> String? {
    guard closed[announcement] == nil else { return nil }
    return try announcements[announcement]?.words ?? base?.words(of: announcement)
  }
}
