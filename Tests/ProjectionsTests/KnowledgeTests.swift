import Announcements
import Catalog
import Projections
import Testing

/// The index answers what deciding asks just as the events themselves do.
@Suite(.timeLimit(.minutes(15))) struct KnowledgeTests {
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `an index knows what an overlay of the same events knows`(seed: UInt64) throws {
    let fixture = try IndexFixture()
    let history = SampleHistory(seed: seed, count: 80)
    var overlay = Overlay()
    for event in history.events { try overlay.evolve(with: event) }
    try fixture.append(history.events)
    let writer = try fixture.writer(try fixture.catalog())
    try writer.withKnowledge { index in
      try expectSame(index, overlay, history)
    }
  }

  @Test(arguments: 11...16 as ClosedRange<UInt64>)
  func `an overlay over an index knows what came in both`(seed: UInt64) throws {
    let fixture = try IndexFixture()
    let history = SampleHistory(seed: seed, count: 80)
    var whole = Overlay()
    for event in history.events { try whole.evolve(with: event) }
    try fixture.append(Array(history.events[..<45]))
    let writer = try fixture.writer(try fixture.catalog())
    try writer.withKnowledge { index in
      var overlay = Overlay(over: index)
      for event in history.events[45...] { try overlay.evolve(with: event) }
      try expectSame(overlay, whole, history)
    }
  }

  @Test func `an index knows the words as received, whatever the catalog strips`() throws {
    let fixture = try IndexFixture()
    let catalog = try fixture.catalog(
      boilerplate: "boilerplate:\n  - {id: advert, phrases: [Advertisement Hide Ad]}\n")
    let event = SampleEvent.published("a", text: "Before. Advertisement Hide Ad After.")
    var overlay = Overlay()
    try overlay.evolve(with: event)
    try fixture.append([event])
    let announcement = AnnouncementID("id-a")
    try fixture.writer(catalog).withKnowledge { (index: IndexKnowledge) throws in
      #expect(try index.words(of: announcement) == overlay.words(of: announcement))
      #expect(try index.words(of: announcement)?.contains("Advertisement") == true)
    }
  }

  @Test func `an index that has seen nothing knows nothing`() throws {
    let writer = try IndexFixture().writer(.empty)
    try writer.withKnowledge { (index: IndexKnowledge) throws in
      #expect(try index.feed(FeedID("feed")) == nil)
      #expect(try index.announcements(in: FeedID("feed"), by: Candidate(.guid, "a")).isEmpty)
      #expect(try index.words(of: AnnouncementID("a")) == nil)
    }
  }
}

extension KnowledgeTests {
  /// Asks both everything that the history could have told.
  private func expectSame(
    _ one: some Knowledge, _ other: some Knowledge, _ history: SampleHistory
  ) throws {
    let seed = history.seed
    for feed in (SampleHistory.feeds + ["never read"]).map(FeedID.init) {
      #expect(try one.feed(feed) == other.feed(feed), "seed \(seed), \(feed)")
      for candidate in candidates(of: history) {
        #expect(
          try one.announcements(in: feed, by: candidate)
            == other.announcements(in: feed, by: candidate), "seed \(seed), \(feed), \(candidate)")
        for content in contents(of: history, by: candidate) {
          #expect(
            try one.announcement(outside: feed, by: candidate, content: content)
              == other.announcement(outside: feed, by: candidate, content: content),
            "seed \(seed), \(feed), \(candidate), \(content)")
        }
      }
    }
    for subject in Set(history.events.compactMap(\.subject)) {
      #expect(try one.words(of: subject) == other.words(of: subject), "seed \(seed), \(subject)")
    }
  }

  private func revisions(of history: SampleHistory) -> [Revision] {
    history.events.compactMap { event in
      switch event {
      case .published(let revision), .revised(let revision): revision
      default: nil
      }
    }
  }

  private func candidates(of history: SampleHistory) -> Set<Candidate> {
    var found: Set = [Candidate(.guid, "unheard of")]
    for revision in revisions(of: history) {
      found.formUnion([revision.identity.candidate] + revision.identity.also)
    }
    return found
  }

  private func contents(of history: SampleHistory, by candidate: Candidate) -> Set<String> {
    Set(
      revisions(of: history).filter {
        ([$0.identity.candidate] + $0.identity.also).contains(candidate)
      }.map(\.content))
  }
}
