import FeedParsing
import Testing

@Suite struct DamagedFeedTests {
  @Test(arguments: Damage.all)
  func `a damage costs nothing and is reported where it is`(damage: Damage) throws {
    var count = 0
    for seed in TestRounds.seeds(25) {
      for format in TestFeed.Format.allCases {
        var random = RandomSource(seed: seed)
        var feed = FeedGenerator.feed(format, seed: seed)
        guard damage.apply(&feed, &random) else { continue }
        count += 1
        let reading = try Reading(feed.bytes, contentType: feed.contentType)
        feed.expectEntries(in: reading, "\(damage.name), \(format), seed \(seed)")
        feed.expectIssues(in: reading, "\(damage.name), \(format), seed \(seed)")
      }
    }
    #expect(count > 0, "no feed could be damaged by \(damage.name)")
  }

  @Test func `two or three damages together cost nothing either`() throws {
    for seed in TestRounds.seeds(400) {
      let feed = DamagedFeed(seed: seed)
      let reading = try Reading(feed.feed.bytes, contentType: feed.feed.contentType)
      feed.feed.expectEntries(in: reading, "\(feed)")
      feed.feed.expectIssues(in: reading, "\(feed)")
    }
  }
}
