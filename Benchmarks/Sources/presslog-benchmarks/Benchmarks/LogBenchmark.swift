/// The event log: appending, reading and checking it, and opening it, on a short log and a long one.
struct LogBenchmark {
  /// The lines' size in bytes, about.
  private static let lineBytes = 1200
  /// The events of the short log.
  private static let few = 200_000

  var workspace: Workspace
  /// The events of the long log.
  var events: Int

  func run() throws -> Section {
    let empty = try makeLog(named: "empty-log", events: 1)
    let short = try makeLog(named: "short-log", events: min(Self.few, events))
    let long = try makeLog(named: "long-log", events: events)
    var section = Section(
      """
      A log with lines of about \(Self.lineBytes) bytes, made by the log's own writer: one of \(short.events)
      events and one of \(long.events). It lies in the system's temporary folder
      (`TMPDIR`): on a file system in memory, syncs cost nothing.
      """)
    section.add(
      try passes(over: [short, long]),
      caption: """
        Passes over all events, in events a second of CPU time. The bars are 1,000,000 for replaying to
        typed events and 2,000,000 for comparing checksums. Following the chain hashes headers and data;
        its floor is the SHA-256 of both with the same library, reading not counted, and the bar is 1.3
        times its time.
        """)
    section.add(
      try openings(of: [short, long]),
      caption: "Opening a log. The bar is 100 ms for 10,000,000 events.")
    // Last, because they make the logs longer.
    section.add(
      try appends(to: [("an empty log", empty), ("\(long.events) events", long)]),
      caption: """
        Durable appends: a write of one event or of a hundred, and a sync each. The floor writes as many
        bytes with one `write` and calls `fdatasync`. Four tasks that share the log each wait for their
        hundred: meanwhile the events of the others are encoded. The bars are 0.9 of the floor's rate for
        one event and 0.8 for a hundred.
        """)
    section.reading = """
      The sync's share is the part of the wall time that goes by in `fdatasync` and, for the log, in
      noting in `DURABLE` what is on disk. Peak memory is the whole program's; appending, it includes
      the events, which are made beforehand for four tasks, and no more than 16 MiB of the filters of the
      id index. Following the chain reads the log and finds the lines and their parts in it, which its
      floor is spared.
      """
    return section
  }

  /// A log and how many events it has at first.
  struct Log {
    var path: String
    var events: Int
  }

  private func makeLog(named name: String, events: Int) throws -> Log {
    say("  making a log of \(events) events")
    let folder = workspace.fresh(name)
    let log = Log(path: "\(folder)/log", events: events)
    _ = try Command([Programs.timeLog, "make", "\(events)", "\(Self.lineBytes)", log.path])
      .measure()
    return log
  }
}

// MARK: - What is measured

extension LogBenchmark {
  private func appends(to logs: [(name: String, log: Log)]) throws -> Table {
    var table = Table(header: [
      "appends", "floor, events/s", "log, events/s", "ratio of the rates",
      "CPU µs an event, floor / log", "the sync's share, floor / log", "peak MB",
    ])
    for (name, log) in logs {
      say("  appending to \(name)")
      table.rows += [
        try append(1, .alone, to: log, titled: "1 at once, \(name)"),
        try append(100, .alone, to: log, titled: "100 at once, \(name)"),
        try append(100, .together, to: log, titled: "100 at once, four tasks, \(name)"),
      ]
    }
    return table
  }

  /// Who appends: the command of `time-log`.
  private enum Appenders: String {
    case alone = "append"
    case together
  }

  private func append(
    _ group: Int, _ appenders: Appenders, to log: Log, titled title: String
  ) throws -> [String] {
    let floor = TimedProgram(name: "floor", words: [Programs.appendFloor, "\(group)"])
    let ours = TimedProgram(name: "log", words: [Programs.timeLog, appenders.rawValue, "\(group)"])
    // A disk is far less even than a processor.
    var alternation = Alternation(file: log.path, runs: 15)
    try alternation.add(floor)
    try alternation.add(ours)
    try alternation.run()
    let base = try alternation.result(of: floor).samples
    let samples = try alternation.result(of: ours).samples
    func rate(_ samples: Samples) -> String {
      samples.summary(NumberText.significant) { Double(group) / $0.wallSeconds }
    }
    func both(_ text: (Samples) -> String) -> String { "\(text(base)) / \(text(samples))" }
    return [
      title, rate(base), rate(samples),
      NumberText.fixed(base.ratio(to: samples, \.wallSeconds), 2),
      both { NumberText.significant($0.median(\.cpuSeconds) * 1e6 / Double(group)) },
      both { share($0.median { ($0.syncSeconds ?? 0) / $0.wallSeconds }) },
      both { NumberText.fixed($0.median(\.peakMegabytes), 0) },
    ]
  }

  /// Several tasks sync while they hash: their shares are not told apart.
  private func share(_ value: Double) -> String { value > 0 ? NumberText.fixed(value, 2) : "–" }

  private func passes(over logs: [Log]) throws -> Table {
    let names = ["replay", "checksums", "hashes", "chain"]
    var table = Table(header: [
      "events", "replay", "checksums", "SHA-256 alone", "chain", "chain's CPU time to SHA-256's",
      "peak MB, in this order",
    ])
    for log in logs {
      say("  reading \(log.events) events")
      let contenders = names.map { TimedProgram(name: $0, words: [Programs.timeLog, $0]) }
      var alternation = Alternation(file: log.path, runs: log.events > Self.few ? 3 : 7)
      for contender in contenders { try alternation.add(contender) }
      try alternation.run()
      let results = try contenders.map { try alternation.result(of: $0) }
      let rates = results.map { result in
        result.samples.summary({ NumberText.fixed($0, 0) }) {
          Double(result.items) / $0.cpuSeconds
        }
      }
      let ratio = results[3].samples.ratio(to: results[2].samples, \.cpuSeconds)
      let peaks = results.map { NumberText.fixed($0.samples.median(\.peakMegabytes), 0) }
      table.rows.append(
        ["\(results[0].items)"] + rates
          + [NumberText.fixed(ratio, 2), peaks.joined(separator: " / ")])
    }
    return table
  }

  private func openings(of logs: [Log]) throws -> Table {
    var table = Table(header: [
      "events", "by a reader, ms", "by a writer, ms", "CPU ms", "peak MB",
    ])
    for log in logs {
      say("  opening \(log.events) events")
      let contenders = ["read", "write"].map {
        TimedProgram(name: $0, words: [Programs.timeLog, $0])
      }
      var alternation = Alternation(file: log.path, runs: 7)
      for contender in contenders { try alternation.add(contender) }
      try alternation.run()
      let results = try contenders.map { try alternation.result(of: $0) }
      func all(_ text: (Samples) -> String) -> String {
        results.map { text($0.samples) }.joined(separator: " / ")
      }
      table.rows.append(
        ["\(results[0].items)"]
          + results.map {
            $0.samples.summary(NumberText.significant) { $0.wallSeconds * 1000 }
          }
          + [
            all { NumberText.significant($0.median(\.cpuSeconds) * 1000) },
            all { NumberText.fixed($0.median(\.peakMegabytes), 0) },
          ])
    }
    return table
  }
}
