import EventLog
import JSONBytes

/// A random history of one log: appends, writes without commit, seals, redactions, reopenings,
/// kills, power cuts, faults and readers, with a crash explored at every moment of it.
final class LogHistory {
  private(set) var explorer: CrashExplorer
  let disk: SimulatedDisk
  var expectation = LogExpectation()
  var random: SeededGenerator
  private(set) var writer: LogWriter?
  /// The ids in the log as the writer sees it.
  var written: [String] = []
  /// How many events there were, for their names.
  var count = 0
  /// How many redactions were acknowledged.
  var redactions = 0
  private var clock: Int64 = 1_700_000_000_000
  private var steps: [String] = []

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
      case 1: try step("read") { try self.read() }
      case 2: try race()
      default: try step("open") { try self.open() }
      }
      return
    }
    switch Int.random(in: 0..<44, using: &random) {
    case 0..<16: try step("append") { try self.write(commits: true) }
    case 16..<24: try step("write") { try self.write(commits: false) }
    case 24..<27: try step("commit") { try self.commit() }
    case 27..<31: try step("read") { try self.read() }
    case 31: try step("conflict") { try self.conflict() }
    case 32..<36: try step("redact") { try self.redact() }
    case 36..<39: try step("close") { self.writer = nil }
    case 39..<42: try step("kill") { self.end { self.disk.end() } }
    default: try step("power cut") { self.end { self.disk.cutPower(using: &self.random) } }
    }
  }

  /// Does one thing, perhaps with a fault in it, and explores the crashes in it.
  private func step(_ name: String, _ body: () throws -> Void) throws {
    steps.append(name)
    if random.chance(0.12), let kind = PlannedFault.Kind.allCases.randomElement(using: &random) {
      let operation = kind == .failedSync ? 0 : Int.random(in: 0..<16, using: &random)
      let fault = PlannedFault(kind: kind, operation: operation, isLasting: random.chance(0.3))
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
      before.erasures = expectation.erasures
      try explorer.explore(disk.moments(), &before)
      try expectation.merge(before)
      try explorer.explore([disk.moment], &expectation)
    }
  }

  private func open() throws {
    var options = LogWriter.Options()
    options.wait = .zero
    options.disk = disk
    options.segmentLimit = Int.random(in: 1_000...4_000, using: &random)
    clock += Int64.random(in: -10_000...100_000, using: &random)
    let now = clock
    options.now = { Timestamp(milliseconds: now) }
    if random.chance(0.3) { options.checkpoint = expectation.checkpoint }
    let writer = try LogWriter(LogExpectation.directory, options)
    self.writer = writer
    let events = try LogExpectation.read(disk)
    guard events.last?.sequence ?? 0 == writer.head.sequence else {
      throw Violation("the reader does not see all that the writer has")
    }
    try expectation.check(events, isWhole: true)
    try expectation.promise(events)
    try LogExpectation.checkFiles(disk, without: events.filter { $0.redaction != nil }.map(\.id))
    written = events.map(\.id)
  }

  private func write(commits: Bool) throws {
    guard let writer else { return }
    var batch: [Event] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      if let old = expectation.attempted.keys.sorted().randomElement(using: &random),
        expectation.erasures[old] == nil, let event = expectation.attempted[old],
        random.chance(0.15)
      {
        batch.append(event)
        continue
      }
      count += 1
      batch.append(.simulated("event-\(count)", bytes: Int.random(in: 0...300, using: &random)))
    }
    for event in batch { expectation.attempted[event.id] = event }
    var known = Set(written)
    let new = batch.map(\.id).filter { known.insert($0).inserted }
    let head = written.count
    let expected: ExpectedHead = random.chance(0.3) ? .head(head) : .any
    let result = Result { () throws -> Int in
      let count = try writer.write(batch, expecting: expected).count
      if commits { try writer.commit() }
      return count
    }
    written += new.prefix(writer.head.sequence - head)
    try expectation.promise(written.prefix(writer.durable.sequence), head: writer.durable)
    guard try result.get() == new.count else { throw Violation("new events were passed over") }
  }

  private func commit() throws {
    guard let writer else { return }
    try writer.commit()
    try expectation.promise(written, head: writer.durable)
  }

  private func conflict() throws {
    guard let writer, let id = written.randomElement(using: &random) else { return }
    var event = Event.simulated("unwritten", bytes: 0)
    event.id = id
    do {
      try writer.append([event])
      throw Violation("\(id) was written twice")
    } catch EventLogError.conflict {}
  }

  /// Beside the writer exactly what is durable is seen, alone all that was promised.
  private func read() throws {
    let events = try LogExpectation.read(disk)
    try expectation.check(events, isWhole: true)
    if let writer, events.last?.sequence ?? 0 != writer.durable.sequence {
      throw Violation("\(events.count) events were served and \(writer.durable.sequence) durable")
    }
    try expectation.promise(events)
  }

  /// A writer comes while a reader reads, and is killed or stopped with its work half done.
  private func race() throws {
    count += 1
    let events = (0..<3).map { Event.simulated("race-\(count)-\($0)", bytes: 200) }
    for event in events { expectation.attempted[event.id] = event }
    let (commits, isStopped) = (random.chance(0.5), random.chance(0.5))
    let operation = Int.random(in: 0..<40, using: &random)
    try step("read while a writer comes at operation \(operation)") {
      self.disk.interrupt(at: operation) { disk in
        var options = LogWriter.Options()
        options.wait = .zero
        options.disk = disk
        options.segmentLimit = 2_000
        let writer = try? LogWriter(LogExpectation.directory, options)  // it may find a fault
        _ = try? writer?.write(Array(events[..<2]))
        if commits { try? writer?.commit() }
        _ = try? writer?.write(Array(events[2...]))
        disk.end(isStopped: isStopped)
      }
      let events = try LogExpectation.read(self.disk)
      try self.expectation.check(events, isWhole: false)
      try self.expectation.promise(events)
    }
    disk.with { $0.interruption = nil }
    disk.end()
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
