/// Finding names and topics in texts: the worked example, and a hundred thousand generated names.
struct MatchingBenchmark {
  private static let megabytes = 20
  private static let names = 100_000

  var workspace: Workspace

  func run() throws -> Section {
    let peer = try AhoCorasickPeer(in: workspace)
    var section = Section(
      """
      Texts of \(Self.megabytes) MB in the manner of a press office, a name of the catalog in every eighth
      sentence, in memory, on one core. Matching folds a text and finds all names, phrases and boilerplate
      in it; classifying decides what they mean too. The floor looks through the same bytes for one that is
      not there (`memchr`).\(peer.note)
      """)
    var table = Table(
      header: [
        "catalog", "memchr, MB/s", "matching, MB/s", "classifying, MB/s",
        "matching's CPU time to memchr's",
      ]
        + (peer.contender.map { [$0.name + ", MB/s"] } ?? []) + ["peak MB"])
    for (title, feeds) in [
      ("the worked example", "\(workspace.checkout)/Feeds"),
      ("\(Self.names) names", "\(Self.names)"),
    ] {
      say("  \(title)")
      table.rows.append(try row(title, feeds, peer))
    }
    section.add(table, caption: "Matching; the bars are 150 MB/s and 100 MB/s.")
    section.add(
      try building(),
      caption: "Making everything that a catalog is looked up by; the bar is a second.")
    return section
  }

  private func row(_ title: String, _ feeds: String, _ peer: AhoCorasickPeer) throws -> [String] {
    let texts = workspace.fresh("texts")
    let make = [Programs.timeMatching, "make", feeds, "\(Self.megabytes)", texts]
    _ = try Command(make).measure()
    let contenders = ["memchr", "match", "classify"].map {
      TimedProgram(name: $0, words: [Programs.timeMatching, $0, feeds])
    }
    var alternation = Alternation(file: texts)
    for contender in contenders { try alternation.add(contender) }
    if let other = peer.contender { try alternation.add(other.over(feeds)) }
    try alternation.run()
    func rate(_ contender: any Contender) throws -> String {
      try alternation.result(of: contender).samples.summary(NumberText.significant) {
        Double(Self.megabytes) / $0.cpuSeconds
      }
    }
    let floor = try alternation.result(of: contenders[0]).samples
    let match = try alternation.result(of: contenders[1]).samples
    return [title] + (try contenders.map(rate))
      + [NumberText.fixed(match.ratio(to: floor, \.cpuSeconds), 1)]
      + (try peer.contender.map { [try rate($0)] } ?? [])
      + [NumberText.fixed(match.median(\.peakMegabytes), 0)]
  }

  private func building() throws -> Table {
    var table = Table(header: ["catalog", "entries", "seconds of CPU time", "peak MB"])
    for (title, feeds) in [
      ("the worked example", "\(workspace.checkout)/Feeds"),
      ("\(Self.names) names", "\(Self.names)"),
    ] {
      let contender = TimedProgram(name: "build", words: [Programs.timeMatching, "build", feeds])
      var alternation = Alternation(file: "none", runs: 3)
      try alternation.add(contender)
      try alternation.run()
      let result = try alternation.result(of: contender)
      table.rows.append([
        title, "\(result.items)", result.samples.summary(NumberText.significant) { $0.cpuSeconds },
        NumberText.fixed(result.samples.median(\.peakMegabytes), 0),
      ])
    }
    return table
  }
}

/// pyahocorasick, which finds folded names in folded texts and knows nothing of words.
struct AhoCorasickPeer {
  /// What takes part, where Python's packages can be had.
  private(set) var contender: PeerProgram?
  /// A sentence that says who it is, or why it is missing.
  private(set) var note = ""

  /// A program that is given the catalog too.
  struct PeerProgram: Contender {
    var name: String
    var words: [String]
    var feeds = ""

    func over(_ feeds: String) -> PeerProgram {
      var program = self
      program.feeds = feeds
      return program
    }

    func read(_ file: String, repetitions: Int) throws -> Reading {
      try TimedProgram(name: name, words: words + [feeds]).read(file, repetitions: repetitions)
    }
  }

  init(in workspace: Workspace) throws {
    let scripts = "\(workspace.checkout)/Benchmarks/Peers"
    let folder = workspace.fresh("matching-peer")
    let command = Command(["/usr/bin/env", "bash", "\(scripts)/prepare_matching.sh", folder])
    let fields =
      try command.output().text.split(separator: "\n").first?
      .split(separator: "\t").map(String.init) ?? []
    guard fields.count == 3, fields[0] == "ready" else {
      note = " pyahocorasick is left out: \(fields.last ?? "it cannot be had")."
      return
    }
    note =
      " pyahocorasick \(fields[1]) finds the same names, in lower case, in the same texts, in lower case"
      + " beforehand; it looks at no words, dates or capitals."
    contender = PeerProgram(
      name: "pyahocorasick \(fields[1])",
      words: [fields[2], "\(scripts)/time_matching.py", Programs.timeMatching])
  }
}
