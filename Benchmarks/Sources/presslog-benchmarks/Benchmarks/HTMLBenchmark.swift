import Foundation

/// The HTML of a feed's entries to plain text and to sanitised HTML.
struct HTMLBenchmark {
  /// MB of HTML a second that both must reach.
  private static let bar = 80.0

  private let workspace: Workspace
  private let floor: any Contender
  private let text: any Contender
  private let sanitised: any Contender

  init(workspace: Workspace) {
    self.workspace = workspace
    floor = TimedProgram(name: "libxml2, nothing done", words: [Programs.parseFloor, "html"])
    text = TimedProgram(name: "plain text", words: [Programs.timeReading, "text"])
    sanitised = TimedProgram(name: "sanitised HTML", words: [Programs.timeReading, "sanitised"])
  }

  func run() throws -> Section {
    let corpus = try workspace.feedCorpus()
    var section = Section(
      """
      The bodies in HTML of all entries of a feed, in memory one by one, to plain text and to sanitised
      HTML; parsing the feed is not in it. For orientation, libxml2's HTML parser reads the same texts
      and does nothing with them. The feeds: \(corpus.origin).
      """)
    var table = Table(
      header: ["feed", "texts", "MB of HTML", floor.name]
        + [text, sanitised].flatMap { [$0.name, "ratio to libxml2, wall / CPU"] })
    for feed in corpus.feeds where feed.size == .medium {
      say("  \(feed.title)")
      table.rows.append(try row(feed))
    }
    section.add(table, caption: "In MB of HTML a second of wall time:")
    section.reading = """
      The bar is \(NumberText.fixed(Self.bar, 0)) MB/s for plain text and for sanitised HTML. A ratio compares
      times: below 1 is faster than libxml2's HTML parser.
      """
    return section
  }

  private func row(_ feed: FeedFile) throws -> [String] {
    let bodies = workspace.fresh("bodies")
    _ = try Command([Programs.timeReading, "bodies", feed.path, bodies]).measure()
    let megabytes = Double(try Data(contentsOf: URL(fileURLWithPath: bodies)).count) / 1e6

    var alternation = Alternation(file: bodies)
    for contender in [floor, text, sanitised] {
      try alternation.add(contender)
      try alternation.check(contender, finds: try alternation.result(of: floor).items)
    }
    try alternation.run()
    let base = try alternation.result(of: floor)
    func rate(_ samples: Samples) -> String {
      samples.summary(NumberText.significant) { megabytes / $0.wallSeconds }
    }
    let ours = try [text, sanitised].flatMap { contender in
      let samples = try alternation.result(of: contender).samples
      return [rate(samples), samples.ratios(to: base.samples)]
    }
    return [feed.title, "\(base.items)", NumberText.significant(megabytes), rate(base.samples)]
      + ours
  }
}
