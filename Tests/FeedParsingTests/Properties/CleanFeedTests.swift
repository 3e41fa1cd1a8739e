import FeedParsing
import Testing

@Suite struct CleanFeedTests {
  @Test(arguments: TestFeed.Format.allCases)
  func `a clean feed gives what it says and reports nothing`(format: TestFeed.Format) throws {
    for seed in TestRounds.seeds(150) {
      let feed = FeedGenerator.feed(format, seed: seed)
      let reading = try Reading(feed.bytes)
      feed.expectEntries(in: reading, "\(format), seed \(seed)")
      feed.expectIssues(in: reading, "\(format), seed \(seed)")
    }
  }

  @Test(arguments: TestFeed.Format.allCases)
  func `a format is told from all others`(format: TestFeed.Format) throws {
    let names: [TestFeed.Format: FeedFormat] = [
      .rss20: .rss20, .rss091: .rss091, .rss10: .rss10, .atom10: .atom10,
    ]
    for seed in TestRounds.seeds(20) {
      let feed = FeedGenerator.feed(format, seed: seed)
      #expect(try Reading(feed.bytes).feed.format == names[format], "seed \(seed)")
    }
  }
}
