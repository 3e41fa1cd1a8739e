import Foundation

/// `presslog ingest` beside a program in C that keeps the same feeds in the same kind of store.
struct IngestBenchmark {
  private static let runs = 5

  var presslog: String
  var workspace: Workspace

  func run() throws -> Section {
    var section = Section(
      """
      Feeds into an empty store, and the same once more with nothing new. The C floor reads the same
      files with libxml2, appends a checksummed JSON log with one fdatasync a batch of 2,000 feeds, and
      inserts into SQLite with full text and two join tables. It parses no dates, cleans no HTML, keeps
      no source, hashes no chain and looks for no names.
      """)
    guard let generator = workspace.sharedFile("make_corpus.py"),
      let source = workspace.sharedFile("c_ingest.c")
    else {
      section.notes = ["skipped: the generator of the feeds and the floor's source are not at hand"]
      return section
    }
    let floor = try compile(source)
    var table = Table.ofRuns()
    let medium = try feeds(of: "medium", from: generator).filter { $0.hasSuffix("rss2.xml") }
    try compare("200 entries", medium, floor: floor, repeated: false, in: &table)
    let many = try feeds(of: "many", from: generator)
    try compare("\(many.count) feeds", many, floor: floor, repeated: true, in: &table)
    section.add(table)
    return section
  }

  /// Measures an empty store, and where told the same store again.
  private func compare(
    _ name: String, _ feeds: [String], floor program: String, repeated: Bool, in table: inout Table
  ) throws {
    let list = workspace.fresh("list.txt")
    try (feeds.joined(separator: "\n") + "\n").write(
      toFile: list, atomically: true, encoding: .utf8)
    var (floor, ours, floorAgain, oursAgain) = (Samples(), Samples(), Samples(), Samples())
    for _ in 0..<Self.runs {
      let log = workspace.fresh("floor")
      let store = workspace.fresh("store")
      let floorCommand = Command([program, log, log + ".db", list, "2000"])
      let command = Command([presslog, "ingest", "--store", store, "--feeds", "Feeds"] + feeds)
      floor.runs.append(try floorCommand.measure())
      ours.runs.append(try command.measure())
      guard repeated else { continue }
      floorAgain.runs.append(try floorCommand.measure())
      oursAgain.runs.append(try command.measure())
    }
    table.add("ingest \(name)", "C floor", floor, "presslog", ours, digits: 2)
    guard repeated else { return }
    table.add("the same again", "C floor", floorAgain, "presslog", oursAgain, digits: 2)
  }

  private func feeds(of set: String, from generator: String) throws -> [String] {
    let folder = workspace.fresh(set)
    _ = try Command(
      ["/usr/bin/env", "python3", generator, "--out", folder, "--sets", set]
    ).measure()
    let names = FileManager.default.enumerator(atPath: folder)?.allObjects ?? []
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  private func compile(_ source: String) throws -> String {
    let program = workspace.fresh("c_ingest")
    let flags = "$(pkg-config --cflags --libs libxml-2.0 sqlite3) -msse4.2"
    _ = try Command(
      ["/bin/sh", "-c", "gcc -O2 '\(source)' \(flags) -o '\(program)'"]
    ).measure()
    return program
  }
}
