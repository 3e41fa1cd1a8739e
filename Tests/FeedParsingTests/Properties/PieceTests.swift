import FeedParsing
import Testing

/// Reading a document in pieces, which must change nothing.
@Suite struct PieceTests {
  private static let sizes = [1, 7, 1000, 20_000, 300_000]

  @Test(arguments: TestFeed.Format.allCases)
  func `a clean feed reads the same in pieces of any size`(format: TestFeed.Format) throws {
    for seed in TestRounds.seeds(2) {
      let feed = FeedGenerator.feed(format, seed: seed, entries: 30...40, words: 20...300)
      try expectSameInPieces(feed.bytes, "\(format), seed \(seed)")
    }
  }

  @Test func `a damaged feed reads the same in pieces of any size`() throws {
    for seed in TestRounds.seeds(12) {
      let damaged = DamagedFeed(seed: seed, entries: 30...40, words: 20...300)
      try expectSameInPieces(damaged.feed.bytes, "\(damaged)")
    }
  }

  @Test(arguments: Damage.all)
  func `every damage reads the same in pieces`(damage: Damage) throws {
    for format in TestFeed.Format.allCases {
      var random = RandomSource(seed: 7)
      var feed = FeedGenerator.feed(format, seed: 7, entries: 20...20, words: 20...200)
      guard damage.apply(&feed, &random) else { continue }
      try expectSameInPieces(feed.bytes, sizes: [997, 300_000], "\(damage.name), \(format)")
    }
  }

  @Test(arguments: ["<item>", "</title>", "<a b=\"", "<![CDATA[", "<!--", "&amp", "]]", "</rss>"])
  func `what is left open far from its end reads the same in pieces`(opening: String) throws {
    let long = String(repeating: "word & ", count: 6_000)
    let items = (0..<3).map { "<item><title>\($0)\(long)</title></item>\n" }
    let bytes = FeedText.rss(items.joined(separator: opening) + opening + long)
    try expectSameInPieces(bytes, sizes: [1_000, 20_000], "\(opening)")
  }

  @Test(arguments: 0..<12)
  func `garbled markup reads the same in pieces`(seed: Int) throws {
    var random = RandomSource(seed: seed)
    let parts = [
      "<item>", "</item>", "<title>", "</title>", "<b>", "</b>", "<![CDATA[", "]]>", "<!--", "-->",
      "&", "<a b=\"", "\"", "'", "<", ">", "é", "\r\n", "<description>", "</description>",
      "</channel>", "<entry>", "\u{1}", "<br>", "<x y=z>",
    ]
    let words = String(repeating: "word ", count: 400)
    let markup = (0..<400).map { _ in random.chance(8) ? words : random.pick(parts) }.joined()
    try expectSameInPieces(FeedText.rss(markup), sizes: [1_000, 20_000], "seed \(seed)")
  }

  /// Expects that feed, entries, issues and their lines do not depend on the pieces.
  private func expectSameInPieces(
    _ bytes: [UInt8], sizes: [Int] = sizes, _ comment: Comment,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let whole = try Reading(bytes)
    for size in sizes {
      let pieces = try Reading(bytes, pieceBytes: size)
      let (isSameFeed, isSameList) = (pieces.feed == whole.feed, pieces.entries == whole.entries)
      #expect(
        isSameFeed, "the feed, pieces of \(size), \(comment)", sourceLocation: sourceLocation)
      #expect(
        isSameList, "the entries, pieces of \(size), \(comment)", sourceLocation: sourceLocation)
      #expect(pieces.issues == whole.issues, comment, sourceLocation: sourceLocation)
    }
  }
}
