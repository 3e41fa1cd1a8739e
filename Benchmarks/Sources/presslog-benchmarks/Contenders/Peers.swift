/// Other feed parsers, as far as they can be had.
struct Peers {
  /// A parser and how it is measured.
  struct Peer {
    var contender: any Contender
    /// Whether it takes so long that it is run once, and not at all where that is more than a minute.
    var isSlow: Bool
  }

  private(set) var ready: [Peer] = []
  /// A sentence for each parser that cannot be had.
  private(set) var skipped: [String] = []

  /// Brings the parsers into the workspace; one that cannot be had is no failure.
  init(in workspace: Workspace) throws {
    let scripts = "\(workspace.checkout)/Benchmarks/Peers"
    let folder = workspace.fresh("peers")
    let script = Command(["/usr/bin/env", "bash", "\(scripts)/prepare.sh", folder])
    for line in try script.output().text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, fields[0] == "ready" else {
        skipped.append("skipped: " + fields.dropFirst().joined(separator: ": "))
        continue
      }
      ready.append(Self.peer(fields[1], version: fields[2], program: fields[3], scripts: scripts))
    }
  }

  private static func peer(
    _ name: String, version: String, program: String, scripts: String
  ) -> Peer {
    let title = "\(name) \(version)"
    if name == "sfeed" {
      return Peer(contender: FilterProgram(name: title, program: program), isSlow: false)
    }
    let words = [program, "\(scripts)/time_parser.py", name]
    return Peer(contender: TimedProgram(name: title, words: words), isSlow: name == "feedparser")
  }
}
