import Announcements
import Testing

/// What holds whatever a feed does.
@Suite struct RandomHistoryTests {
  private static let seeds = 0..<UInt64(200)
  private static let documents = 12

  /// Calls `body` with each document of each random feed, and the history before it.
  private func forEachDocument(
    _ body: (inout History, [ReceivedEntry], Comment) throws -> Void
  ) throws {
    for seed in Self.seeds {
      var feed = RandomFeed(seed: seed)
      var history = History()
      for number in 0..<Self.documents {
        try body(&history, feed.entries, "seed \(seed), document \(number)")
        feed.change()
      }
    }
  }

  @Test func `a document that is read twice gives nothing the second time`() throws {
    try forEachDocument { history, entries, comment in
      try history.read(entries)
      #expect(try history.read(entries) == [], comment)
    }
  }

  @Test func `an entry is announced with its words, or repeats what the document said`() throws {
    try forEachDocument { history, entries, comment in
      let decisions = try history.decisions(on: entries)
      try history.read(entries)
      let contents = Set(history.current.map(\.content))
      for (entry, decision) in zip(entries, decisions) {
        switch decision {
        case .repeated, .closed: continue
        case .empty:
          #expect(
            FoldedText.fold(entry.title).isEmpty && entry.text.isEmpty && entry.link == nil, comment
          )
        case .published, .revised, .unchanged:
          #expect(contents.contains(history.decider.fingerprint(of: entry)), comment)
        }
      }
    }
  }

  @Test func `what is decided does not depend on the batches`() throws {
    for seed in Self.seeds {
      var feed = RandomFeed(seed: seed)
      var whole = History()
      var inBatches = History()
      for number in 0..<Self.documents {
        let withdrawn = number % 3 == 2 ? feed.entries.compactMap(\.guid) : []
        let events = try whole.read(feed.entries, tombstones: withdrawn)
        #expect(
          try inBatches.read(feed.entries, tombstones: withdrawn) == events,
          "seed \(seed), document \(number)")
        inBatches.beginBatch()
        feed.change()
      }
    }
  }

  @Test func `no two events have one id, and revisions are counted from 1`() throws {
    for seed in Self.seeds {
      var feed = RandomFeed(seed: seed)
      var history = History()
      for _ in 0..<Self.documents {
        try history.read(feed.entries)
        feed.change()
      }
      let ids = history.events.map { $0.id(History.hashing) }
      #expect(Set(ids).count == ids.count, "seed \(seed)")
      for revision in history.current {
        let numbers = history.events.compactMap { $0.revisionNumber(of: revision.announcement) }
        #expect(numbers == Array(1...revision.number), "seed \(seed)")
      }
    }
  }
}

extension AnnouncementEvent {
  /// The number of the revision, if the event is one of `announcement`.
  fileprivate func revisionNumber(of announcement: AnnouncementID) -> Int? {
    switch self {
    case .published(let revision), .revised(let revision):
      revision.announcement == announcement ? revision.number : nil
    case .withdrawn, .redacted, .feedRetrieved, .feedPolicyChanged: nil
    }
  }
}
