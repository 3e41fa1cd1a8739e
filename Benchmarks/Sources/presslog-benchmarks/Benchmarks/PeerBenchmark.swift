/// Other parsers with the same files, in the same runs as Presslog.
struct PeerBenchmark {
  /// How long a slow parser may take for one feed.
  private static let longestSeconds = 60.0

  private let peers: Peers
  /// Seconds a byte that a slow parser took with a feed of the same format, by its name and the format.
  private var paces: [String: Double] = [:]
  /// What the table says, by feed and parser.
  private var answers: [String: [String: String]] = [:]

  init(_ peers: Peers) {
    self.peers = peers
  }

  /// Lets the fast parsers take part, and runs the slow ones once.
  mutating func join(_ alternation: inout Alternation, for feed: FeedFile) {
    for peer in peers.ready {
      let name = peer.contender.name
      do {
        if peer.isSlow {
          answers[feed.title, default: [:]][name] = try runOnce(peer.contender, feed)
        } else {
          try alternation.add(peer.contender)
        }
      } catch {
        say("  \(name): \(error)")
        answers[feed.title, default: [:]][name] = "fails"
      }
    }
  }

  /// Takes down what the parsers did that took part.
  mutating func note(_ alternation: Alternation, for feed: FeedFile) {
    for peer in peers.ready {
      guard let result = alternation.results[peer.contender.name] else { continue }
      answers[feed.title, default: [:]][peer.contender.name] = Self.text(result, feed)
    }
  }

  /// The table of all parsers with all feeds.
  func table(of cells: [ParseCell]) -> Table {
    let names = peers.ready.map(\.contender.name)
    return Table(
      header: ["feed", "libxml2, nothing done", "C floor", "Presslog"] + names,
      rows: cells.map { cell in
        [cell.feed.title]
          + [cell.nothing, cell.floor, cell.presslog].map { Self.text($0, cell.feed) }
          + names.map { answers[cell.feed.title]?[$0] ?? "–" }
      })
  }

  private mutating func runOnce(_ contender: any Contender, _ feed: FeedFile) throws -> String {
    let key = contender.name + feed.flavour.rawValue
    if let pace = paces[key], pace * Double(feed.bytes) > Self.longestSeconds {
      return "not run, about \(NumberText.fixed(pace * Double(feed.bytes), 0)) s"
    }
    let reading = try contender.longEnough(feed.path).reading
    paces[key] = reading.measurement.wallSeconds / Double(feed.bytes)
    let samples = Samples(runs: [reading.measurement])
    return Self.text(Alternation.Result(items: reading.items, samples: samples), feed)
  }

  /// MB/s, and how many entries were found where some are missing or made up.
  private static func text(_ result: Alternation.Result, _ feed: FeedFile) -> String {
    let rate = result.samples.summary(NumberText.significant) { feed.megabytes / $0.wallSeconds }
    return result.items == feed.entries
      ? rate : "\(rate), \(result.items) of \(feed.entries) entries"
  }
}
