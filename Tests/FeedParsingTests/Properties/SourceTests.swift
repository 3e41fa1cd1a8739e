import FeedParsing
import Testing

/// An entry's own characters, and reading them again.
@Suite struct SourceTests {
  @Test(arguments: TestFeed.Format.allCases)
  func `an entry can be read again from its own characters`(format: TestFeed.Format) throws {
    for seed in TestRounds.seeds(60) {
      let feed = FeedGenerator.feed(format, seed: seed)
      try expectSources(of: feed, "\(format), seed \(seed)")
    }
  }

  @Test(arguments: Damage.all)
  func `a damaged entry can be read again from its own characters`(damage: Damage) throws {
    for seed in TestRounds.seeds(10) {
      for format in TestFeed.Format.allCases {
        var random = RandomSource(seed: seed)
        var feed = FeedGenerator.feed(format, seed: seed)
        guard damage.apply(&feed, &random) else { continue }
        try expectSources(of: feed, "\(damage.name), \(format), seed \(seed)")
      }
    }
  }

  @Test func `after several damages an entry can be read again`() throws {
    for seed in TestRounds.seeds(150) {
      let damaged = DamagedFeed(seed: seed)
      try expectSources(of: damaged.feed, "\(damaged)")
    }
  }

  @Test func `authors of the feed that come after an entry are not read again with later ones`()
    throws
  {
    // The envelope is what stands before the first entry: it cannot change once that was handed on.
    let author = "<author><name>Ann</name></author>"
    let reading = try Reading(
      FeedText.atom("<entry><id>a</id></entry>\(author)<entry><id>b</id></entry>"))
    #expect(reading.entries.map(\.authors) == [[], [Person(name: "Ann")]])
    let again = try FeedParser.entry(
      from: reading.entries[1].source, in: reading.feed.envelope)
    #expect(again?.authors == [])
  }

  private func expectSources(
    of feed: TestFeed, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let context = FeedContext(contentType: feed.contentType)
    let reading = try Reading(feed.bytes, contentType: feed.contentType)
    let document = feed.plainText.replacing("\n", with: feed.lineEnd)
    for (number, entry) in reading.entries.enumerated() {
      let source = entry.source
      let isPart = document.utf8.firstRange(of: source.utf8) != nil
      #expect(isPart, "entry \(number), \(comment)", sourceLocation: sourceLocation)
      let name = source.dropFirst().prefix { $0.isLetter || $0 == ":" }
      #expect(
        source.hasPrefix("<") && ["item", "entry", "atom:entry"].contains(name),
        "entry \(number), \(comment)", sourceLocation: sourceLocation)
      let again = try FeedParser.entry(
        from: source, in: reading.feed.envelope, context: context)
      let isEqual = again == entry
      #expect(isEqual, "entry \(number), \(comment)", sourceLocation: sourceLocation)
    }
  }
}
