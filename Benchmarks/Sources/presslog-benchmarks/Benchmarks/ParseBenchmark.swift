/// A feed's bytes to its entries: Presslog, a floor in C, and other parsers, with the same files.
struct ParseBenchmark {
  /// How many times the floor's time Presslog may take.
  private static let bar = 1.35

  private let workspace: Workspace
  private let floor: any Contender
  private let nothing: any Contender
  private let presslog: any Contender

  init(workspace: Workspace) {
    self.workspace = workspace
    floor = TimedProgram(name: "C floor", words: [Programs.parseFloor, "fields"])
    nothing = TimedProgram(
      name: "libxml2, nothing done", words: [Programs.parseFloor, "nothing"])
    presslog = TimedProgram(name: "Presslog", words: [Programs.timeReading, "parse"])
  }

  func run() throws -> Section {
    let corpus = try workspace.feedCorpus()
    let peers = try Peers(in: workspace)
    var peerBenchmark = PeerBenchmark(peers)
    var cells: [ParseCell] = []
    for feed in corpus.feeds {
      say("  \(feed.title)")
      cells.append(try measure(feed, beside: &peerBenchmark))
    }
    var section = Section(
      """
      A feed's bytes, in memory, to `ParsedFeed`: each entry with all its fields, its dates read, handed
      on and dropped. The C floor gives the same bytes to libxml2's push parser and copies the fields of
      each item into a buffer; it reads no dates, resolves no addresses, keeps no source and mends
      nothing. The feeds: \(corpus.origin).
      """)
    section.add(ParseCell.table(of: cells), caption: Self.verdict(on: cells))
    section.add(
      peerBenchmark.table(of: cells),
      caption: "Beside other parsers, in MB of feed a second of wall time:")
    section.reading = Self.reading
    section.notes = peers.skipped
    return section
  }

  private func measure(
    _ feed: FeedFile, beside peers: inout PeerBenchmark
  ) throws -> ParseCell {
    var alternation = Alternation(file: feed.path)
    // Presslog and its floor are neighbours, since it is their ratio that counts.
    for contender in [floor, presslog, nothing] {
      try alternation.add(contender)
      // Known before anything long is run.
      try alternation.check(contender, finds: feed.entries)
    }
    peers.join(&alternation, for: feed)
    try alternation.run()
    peers.note(alternation, for: feed)
    return ParseCell(
      feed: feed,
      floor: try alternation.result(of: floor),
      nothing: try alternation.result(of: nothing),
      presslog: try alternation.result(of: presslog),
      allocations: try AllocationCount.count(reading: feed.path))
  }

  private static func verdict(on cells: [ParseCell]) -> String {
    let byWall = cells.count { $0.ratio(\.wallSeconds) <= bar }
    let byCPU = cells.count { $0.ratio(\.cpuSeconds) <= bar }
    return """
      One pass over a feed. The bar is \(NumberText.fixed(bar, 2)) times the floor's time in every feed;
      of \(cells.count) feeds \(byWall) are within it by wall time and \(byCPU) by CPU time, which others on the
      machine disturb less.
      """
  }

  private static let reading = """
    A sample is as many passes as take 0.3 seconds, timed within the program, so that its start does not
    count; peak memory is the whole program's, with the file in it. Allocations are counted in a run of
    their own, on a second pass. Parsers in Python are timed within the interpreter. sfeed is a whole
    process that reads a file and prints lines: with a small feed its start is most of it. feedparser is
    run once, and where that would take more than a minute, not at all. The parsers differ in what they
    do: feedparser cleans HTML as well; sfeed keeps one date and no source.
    """
}
