/// A generated feed with up to three damages that a seed chooses.
struct DamagedFeed: CustomStringConvertible {
  private(set) var feed: TestFeed
  private var names: [String] = []
  private let seed: Int

  /// A feed of any format, damaged by some of the damages given.
  init(
    seed: Int, damages: [Damage] = Damage.all, entries: ClosedRange<Int> = 1...6,
    words: ClosedRange<Int> = 1...8
  ) {
    self.seed = seed
    var random = RandomSource(seed: seed)
    let format = random.pick(TestFeed.Format.allCases)
    feed = FeedGenerator.feed(format, seed: seed, entries: entries, words: words)
    for damage in damages.shuffled(using: &random).prefix(Int.random(in: 2...3, using: &random)) {
      var damaged = feed
      guard damage.apply(&damaged, &random) else { continue }
      feed = damaged
      names.append(damage.name)
    }
  }

  var description: String {
    "\(names.joined(separator: " + ")), \(feed.format), seed \(seed)"
  }
}
