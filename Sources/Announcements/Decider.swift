import JSONBytes

/// Decides what an entry means, given what is known: a new announcement, a revision, or nothing new.
///
/// Nothing is read or written here. The rules, in the order in which they apply:
///
/// 1. An entry is known by its guid, else by its link, else by its title; by a guid or link that
///    other entries of the document share, it is known only with the same content.
/// 2. Whatever it is known by: with the same content it is nothing new.
/// 3. Known by its guid with other content, it is a revision; unless link and text are wholly
///    different, which makes the guid a recycled one and the entry a new announcement.
/// 4. Known by its link with other content, it is a revision where one of both has no guid.
/// 5. An announcement of another feed with the same link and content is the same announcement. With
///    other content it is not: no feed can revise another's announcements.
/// 6. An announcement that was redacted is known by the same, and an entry of it is nothing, for
///    ever: whatever its content is now, and with the old content whatever its guid and link are.
public struct Decider: Sendable {
  private let hashing: Hashing

  public init(hashing: Hashing) {
    self.hashing = hashing
  }

  /// What became of an entry.
  public enum Decision: Hashable, Sendable {
    case published(Revision)
    case revised(Revision)
    /// It is known; `rotated` where its guid was not.
    case unchanged(AnnouncementID, rotated: Bool)
    /// The document has the announcement twice, and the first counts.
    case repeated(AnnouncementID)
    /// It is of an announcement that was redacted, and never comes back.
    case closed(AnnouncementID)
    /// It says nothing at all.
    case empty
  }

  /// Decides one entry of a document.
  ///
  /// - Parameters:
  ///   - entry: The entry.
  ///   - content: Its ``fingerprint(of:)``, which may be taken beforehand and elsewhere.
  ///   - document: The document's survey and the announcements that it gave so far, which grow.
  ///   - known: What is known, the document's earlier entries included.
  /// - Returns: What became of the entry; the document's state has noted it.
  /// - Throws: What `known` throws.
  public func decide(
    _ entry: ReceivedEntry, content: String, in document: inout DocumentState,
    given known: some Knowledge
  ) throws -> Decision {
    let candidates = candidates(of: entry, content, document)
    guard let deciding = candidates.first else {
      document.note(.empty)
      return .empty
    }

    let match = try match(entry, content, candidates, document.feed, known)
    let decision: Decision
    switch match {
    case .same(let announcement, let rotated)
    where !announcement.isWithdrawn || document.withdraws(announcement):
      decision = .unchanged(announcement.id, rotated: rotated)
    case .closed(let id): decision = .closed(id)
    case .elsewhere(let announcement):
      decision = .unchanged(announcement.id, rotated: false)
    case .changed(let announcement), .same(let announcement, _):
      decision =
        document.seen.contains(announcement.id)
        ? .repeated(announcement.id)
        : .revised(
          Revision(
            announcement: announcement.id, feed: document.feed, number: announcement.revision + 1,
            identity: announcement.identity.adding(
              candidates.filter(\.mayRevise).map(\.candidate)),
            entry: entry, content: content, document: document.hash))
    case .none(let counter):
      decision = .published(
        Revision(
          announcement: id(of: deciding.candidate, counter, document.feed), feed: document.feed,
          number: 1,
          identity: Identity(
            candidate: deciding.candidate, counter: counter,
            also: candidates.dropFirst().filter(\.mayRevise).map(\.candidate).filter {
              $0.kind != .title
            }),
          entry: entry, content: content, document: document.hash))
    }
    document.note(decision)
    return decision
  }

  /// Decides one entry, taking its fingerprint first.
  public func decide(
    _ entry: ReceivedEntry, in document: inout DocumentState, given known: some Knowledge
  ) throws -> Decision {
    try decide(entry, content: fingerprint(of: entry), in: &document, given: known)
  }

  /// The decision that a feed's guids tell nothing, where the document shows it.
  ///
  /// - Parameters:
  ///   - document: The document after all its entries were decided.
  ///   - known: What is known, the document's entries included.
  /// - Returns: The change, or nil where the guids are of use or are ignored already.
  /// - Throws: What `known` throws.
  public func decidePolicy(
    after document: DocumentState, given known: some Knowledge
  ) throws -> FeedPolicyChange? {
    let feed = try known.feed(document.feed)
    guard feed?.ignoresGuids != true, let reason = document.guidProblem else { return nil }
    return FeedPolicyChange(
      feed: document.feed, ordinal: feed?.policyChanges ?? 0, reason: reason)
  }

  /// The withdrawal that a publisher's tombstone means; nil where it names nothing that stands.
  public func decideWithdrawal(
    of guid: String, date: DateClaim?, in feed: FeedID, given known: some Knowledge
  ) throws -> Withdrawal? {
    guard let candidate = Candidate.guid(guid),
      let announcement = try known.announcements(in: feed, by: candidate).last,
      !announcement.isWithdrawn
    else { return nil }
    return Withdrawal(
      announcement: announcement.id, feed: feed, revision: announcement.revision, date: date)
  }

  /// 128 bits of the hash over the folded title, summary and text, and over what a person entered
  /// besides: the publisher, and a date that was given.
  public func fingerprint(of entry: ReceivedEntry) -> String {
    var content = FoldedText.content(
      title: entry.title, summary: entry.summary, text: entry.text)
    let given = entry.published.flatMap { $0.source == .given ? $0.raw : nil }
    for entered in [entry.publisher, given] {
      guard let entered else { continue }
      content.append(0x1E)
      content.append(contentsOf: entered.utf8)
    }
    return hashing.identifier(of: content)
  }
}

extension Decider {
  /// A candidate, and whether other content makes a revision of what is known by it.
  private struct UsableCandidate {
    var candidate: Candidate
    var mayRevise = true
  }

  private enum Match {
    case same(KnownAnnouncement, rotated: Bool)
    case changed(KnownAnnouncement)
    /// Another feed has announced it.
    case elsewhere(KnownAnnouncement)
    /// It was redacted.
    case closed(AnnouncementID)
    /// Nothing is known; the counter is 0 or how often the guid had been used for something else.
    case none(counter: Int)
  }

  /// By what an entry may be known, the deciding one first.
  private func candidates(
    of entry: ReceivedEntry, _ content: String, _ document: DocumentState
  ) -> [UsableCandidate] {
    let survey = document.survey
    var candidates: [UsableCandidate] = []
    if !document.ignoresGuids, let guid = entry.guid.flatMap(Candidate.guid),
      !survey.isShared(guid: guid)
    {
      candidates.append(UsableCandidate(candidate: guid))
    }
    if let link = entry.link.flatMap(Candidate.link), !survey.isShared(link: link) {
      candidates.append(UsableCandidate(candidate: link))
    }
    guard candidates.isEmpty else { return candidates }
    let titles = titles(of: entry, content, survey)
    return titles.isEmpty ? [] : titles + sharedCandidates(of: entry)
  }

  /// By what an entry with known words is known although it tells nothing now: other entries came to
  /// share it, or the feed's guids came to be ignored.
  private func sharedCandidates(of entry: ReceivedEntry) -> [UsableCandidate] {
    [entry.link.flatMap(Candidate.link), entry.guid.flatMap(Candidate.guid)].compactMap {
      $0.map { UsableCandidate(candidate: $0, mayRevise: false) }
    }
  }

  /// The title is the last resort: with the day where several entries have it, with the content
  /// where even that is shared.
  ///
  /// What decides changes as entries come and go, so an entry is looked up by all three.
  private func titles(
    of entry: ReceivedEntry, _ content: String, _ survey: EntrySurvey
  ) -> [UsableCandidate] {
    guard let plain = Candidate.title(entry.title) else {
      return entry.text.isEmpty && entry.link == nil
        ? [] : [UsableCandidate(candidate: Candidate(.title, "\n\(content)"))]
    }
    let dated = Candidate.title(entry.title, and: entry.day ?? "") ?? plain
    let unique = Candidate.title(entry.title, and: content) ?? plain
    guard survey.isShared(title: plain) else {
      return [plain, dated, unique].map { UsableCandidate(candidate: $0) }
    }
    let (deciding, others) =
      survey.isShared(title: plain, day: entry.day)
      ? (unique, [dated, plain]) : (dated, [unique, plain])
    return [UsableCandidate(candidate: deciding)]
      + others.map { UsableCandidate(candidate: $0, mayRevise: false) }
  }

  private func match(
    _ entry: ReceivedEntry, _ content: String, _ candidates: [UsableCandidate], _ feed: FeedID,
    _ known: some Knowledge
  ) throws -> Match {
    var counter = 0
    var revisable: KnownAnnouncement?
    var stronger = candidates[...]
    for (index, usable) in candidates.enumerated() {
      let found = try known.announcements(in: feed, by: usable.candidate)
      if let same = found.last(where: { $0.content == content }) {
        let rotated = usable.candidate.kind == .link && candidates[0].candidate.kind == .guid
        return .same(same, rotated: rotated && same.candidate(.guid) != nil)
      }
      // A title with its day says more than the title, which stands before it.
      let mayReplace = revisable == nil || usable.candidate.kind == .title
      guard mayReplace, usable.mayRevise, !found.isEmpty else { continue }
      let standing = try found.last { try !isRecycled($0, for: entry, by: usable.candidate, known) }
      guard let standing else {
        counter = 1 + (found.map(\.identity.counter).max() ?? 0)
        continue
      }
      guard mayRevise(standing, usable.candidate, candidates) else { continue }
      if revisable == nil { stronger = candidates[..<index] }
      revisable = standing
    }
    if let closed = try closed(entry, content, candidates, stronger, feed, known) {
      return .closed(closed.id)
    }
    if let revisable { return .changed(revisable) }
    // A guid may be a bare number that means something else in another feed; a link does not.
    let elsewhere = candidates.first { $0.candidate.kind == .link } ?? candidates.first
    if let candidate = elsewhere?.candidate, candidate.kind != .title,
      let other = try known.announcement(outside: feed, by: candidate, content: content),
      !other.isWithdrawn
    {
      return .elsewhere(other)
    }
    return .none(counter: counter)
  }

  /// The redacted announcement that an entry is of: one with the entry's very words, or one that is
  /// known by a stronger candidate than the announcement that it would revise.
  ///
  /// Nothing is known of its words any more. So a guid or link closes it whatever the entry says
  /// now, a recycled one too; and in another feed it takes both the link and the old content.
  private func closed(
    _ entry: ReceivedEntry, _ content: String, _ candidates: [UsableCandidate],
    _ stronger: ArraySlice<UsableCandidate>, _ feed: FeedID, _ known: some Knowledge
  ) throws -> ClosedAnnouncement? {
    let hasText = !entry.text.isEmpty || entry.summary != nil
    let keys = candidates.map { hashing.closedKey(of: $0.candidate) }
    let link = candidates.firstIndex { $0.candidate.kind == .link } ?? 0
    let withContent = try known.closedAnnouncements(by: hashing.closedKey(ofContent: content))
    let same = withContent.first { closed in
      closed.feed == feed
        ? hasText || keys.contains(where: closed.keys.contains)
        : candidates[link].candidate.kind != .title && closed.keys.contains(keys[link])
    }
    if let same { return same }
    for (index, usable) in stronger.enumerated() where usable.mayRevise {
      let closed = try known.closedAnnouncements(by: keys[index]).first { $0.feed == feed }
      if let closed { return closed }
    }
    return nil
  }

  /// Whether a guid came back with a wholly different link and text.
  private func isRecycled(
    _ announcement: KnownAnnouncement, for entry: ReceivedEntry, by candidate: Candidate,
    _ known: some Knowledge
  ) throws -> Bool {
    guard candidate.kind == .guid, let link = entry.link.flatMap(Candidate.link),
      announcement.candidate(.link) != nil, !announcement.identity.has(link),
      let words = try known.words(of: announcement.id)
    else { return false }
    return TextOverlap.areUnrelated(words, "\(entry.title)\n\(entry.text)")
  }

  /// A link alone makes a revision only where there are not two guids that say otherwise.
  private func mayRevise(
    _ announcement: KnownAnnouncement, _ candidate: Candidate, _ candidates: [UsableCandidate]
  ) -> Bool {
    guard candidate.kind == .link, candidates[0].candidate.kind == .guid else { return true }
    return announcement.candidate(.guid) == nil
  }

  private func id(of candidate: Candidate, _ counter: Int, _ feed: FeedID) -> AnnouncementID {
    AnnouncementID(
      hashing.identifier(of: [
        feed.rawValue, candidate.kind.rawValue, candidate.key, String(counter),
      ]))
  }
}

extension Identity {
  /// Whether an entry was ever known by `candidate`.
  fileprivate func has(_ candidate: Candidate) -> Bool {
    candidate == self.candidate || also.contains(candidate)
  }

  /// The identity with what an entry is now known by besides.
  fileprivate func adding(_ candidates: [Candidate]) -> Identity {
    var identity = self
    for candidate in candidates where candidate.kind != .title && !identity.has(candidate) {
      identity.also.append(candidate)
    }
    return identity
  }
}
