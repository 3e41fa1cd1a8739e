import EventLog
import JSONBytes

/// A random history of one log: appends, writes without commit, seals, redactions, backups, imports,
/// damage and repairs, reopenings, kills, power cuts, faults and readers, with a crash explored at
/// every moment of it.
final class LogHistory {
  var explorer: CrashExplorer
  let disk: SimulatedDisk
  var expectation = LogExpectation()
  var random: SeededGenerator
  var writer: LogWriter?
  /// The ids in the log as the writer sees it.
  var written: [String] = []
  /// Makes ids that are new.
  var count = 0
  /// How many redactions were acknowledged.
  var redactions = 0
  /// What was done, for whoever looks for the cause of a violation.
  var steps: [String] = []
  private var clock: Int64 = 1_700_000_000_000

  init(seed: Int, shares: [Double]) {
    random = SeededGenerator(seed: seed)
    explorer = CrashExplorer(shares: shares, random: SeededGenerator(seed: ~seed))
    disk = SimulatedDisk(seed: UInt64(seed))
    try? disk.createFolder("/data")  // where an administrator wants the store
    try? disk.syncFolder("/")
  }

  func run(steps: Int) throws {
    for _ in 0..<steps { try step() }
    try step("close") { self.writer = nil }
  }

  private func step() throws {
    guard writer != nil else {
      switch Int.random(in: 0..<10, using: &random) {
      case 0: try step("power cut") { self.disk.cutPower(using: &self.random) }
      // After a failed sync a reader alone sees perhaps what is not on disk: the format says so.
      case 1 where !disk.moment.isForgotten: try step("read") { try self.read() }
      case 2 where !disk.moment.isForgotten: try race()
      default: try step("open") { try self.open() }
      }
      return
    }
    switch Int.random(in: 0..<50, using: &random) {
    case 0..<16: try step("append") { try self.write(commits: true) }
    case 16..<24: try step("write") { try self.write(commits: false) }
    case 24..<27: try step("commit") { try self.commit() }
    case 27..<31: try step("read") { try self.read() }
    case 31: try step("conflict") { try self.conflict() }
    case 32..<37: try step("redact") { try self.redact() }
    case 37..<39: try step("back up") { try self.copy(.backup) }
    case 39..<41: try step("import") { try self.copy(.imported) }
    case 41: try damageAndRepair()
    case 42..<45: try step("close") { self.writer = nil }
    case 45..<48: try step("kill") { self.end { self.disk.end() } }
    default: try step("power cut") { self.end { self.disk.cutPower(using: &self.random) } }
    }
  }

  /// Does one thing, perhaps with a fault in it, and explores the crashes in it.
  func step(_ name: String, mayFail: Bool = true, _ body: () throws -> Void) throws {
    steps.append(name)
    if mayFail, random.chance(0.12), let fault = plannedFault() {
      disk.plan(fault)
      steps[steps.count - 1] += " (\(fault))"
    }
    try Violation.context(steps.joined(separator: ", ")) {
      var before = expectation
      disk.record()
      do {
        try body()
      } catch {
        guard disk.with({ $0.hits > 0 }), !(error is Violation) else { throw error }
        try failed()
      }
      disk.endFaults()
      before.attempted = expectation.attempted
      try explorer.explore(disk.moments(), &before)
      try expectation.merge(before)
      try explorer.explore([disk.moment], &expectation)
    }
  }

  private func plannedFault() -> PlannedFault? {
    guard let kind = PlannedFault.Kind.allCases.randomElement(using: &random) else { return nil }
    let operation = kind == .failedSync ? 0 : Int.random(in: 0..<16, using: &random)
    return PlannedFault(kind: kind, operation: operation, isLasting: random.chance(0.3))
  }

  private func open() throws {
    let writer = try LogWriter(LogExpectation.directory, options())
    self.writer = writer
    let events = try LogExpectation.read(disk)
    guard events.last?.sequence ?? 0 == writer.head.sequence else {
      throw Violation("the reader does not see all that the writer has")
    }
    try expectation.check(events, isWhole: true)
    try expectation.checkWords(of: events, on: disk)
    try expectation.promise(events)
    written = events.map(\.id)
  }

  /// What a program would use that begins now.
  func options() -> LogWriter.Options {
    var options = LogWriter.Options()
    options.wait = .zero
    options.disk = disk
    options.segmentLimit = Int.random(in: 1_000...4_000, using: &random)
    clock += Int64.random(in: -10_000...100_000, using: &random)
    let now = clock
    options.now = { Timestamp(milliseconds: now) }
    if random.chance(0.3) { options.checkpoint = expectation.checkpoint }
    return options
  }

  /// The writer's process ends, and nothing that it has open is closed in order.
  private func end(_ body: () -> Void) {
    body()
    writer = nil
  }

  /// After a fault the program ends, in order or not.
  private func failed() throws {
    if random.chance(0.3) { disk.end() }
    writer = nil
  }
}
