import FeedParsing
import Testing

/// Feeds of which the end is missing.
@Suite struct TruncationTests {
  @Test(arguments: TestFeed.Format.allCases)
  func `a feed cut anywhere keeps the entries before the cut`(format: TestFeed.Format) throws {
    for seed in TestRounds.seeds(1) {
      let feed = FeedGenerator.feed(format, seed: seed, entries: 2...3, words: 1...3)
      try expectEntries(of: feed, cutAt: Array(feed.bytes.indices), "\(format), seed \(seed)")
    }
  }

  @Test func `a damaged feed cut anywhere keeps the entries before the cut`() throws {
    for seed in TestRounds.seeds(25) {
      var random = RandomSource(seed: seed)
      // Junk in front may hide the root, and what is missing behind would close an entry.
      let damages = Damage.inText + Damage.inTags + Damage.ofEncoding
      let damaged = DamagedFeed(seed: seed, damages: damages, entries: 3...12)
      guard damaged.feed.encoding == .utf8 else { continue }
      let bytes = damaged.feed.bytes
      let cuts = (0..<20).map { _ in Int.random(in: 0..<bytes.count, using: &random) }
      try expectEntries(of: damaged.feed, cutAt: cuts, "\(damaged)")
    }
  }

  @Test func `a cut in a feed of any encoding does no harm`() throws {
    for seed in TestRounds.seeds(40) {
      var random = RandomSource(seed: seed)
      let damaged = DamagedFeed(seed: seed)
      let bytes = damaged.feed.bytes
      let count = try Reading(bytes, contentType: damaged.feed.contentType).entries.count
      for _ in 0..<10 {
        let cut = Int.random(in: 0..<bytes.count, using: &random)
        let reading = try? Reading(Array(bytes[..<cut]))  // nothing but junk is no feed
        #expect((reading?.entries.count ?? 0) <= count, "cut at \(cut), \(damaged)")
      }
    }
  }

  /// Expects all entries that end before a cut, as they are in the whole feed.
  private func expectEntries(
    of feed: TestFeed, cutAt cuts: [Int], _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let bytes = feed.bytes
    let whole = try Reading(bytes, contentType: feed.contentType).entries
    let ends = endsOfEntries(whole, in: bytes)
    for cut in cuts {
      let reading = try? Reading(Array(bytes[..<cut]), contentType: feed.contentType)
      let entries = reading?.entries ?? []
      let isBeginning = entries == Array(whole.prefix(entries.count))
      #expect(isBeginning, "cut at \(cut), \(comment)", sourceLocation: sourceLocation)
      #expect(
        entries.count == ends.count { $0 <= cut }, "cut at \(cut), \(comment)",
        sourceLocation: sourceLocation)
      guard let reading else { continue }
      #expect(
        reading.feed.issues.contains { $0.kind == .truncated } || cut > (ends.last ?? 0),
        "cut at \(cut), \(comment)", sourceLocation: sourceLocation)
    }
  }

  /// Where each entry ends, in bytes from the start of the document.
  private func endsOfEntries(_ entries: [ParsedEntry], in bytes: [UInt8]) -> [Int] {
    var offset = 0
    return entries.compactMap { entry in
      guard let range = bytes[offset...].firstRange(of: Array(entry.source.utf8)) else {
        return nil
      }
      offset = range.upperBound
      return offset
    }
  }
}
