import EventLog

/// Goes back to each moment of a disk, crashes there, starts anew, and checks that every promise
/// was kept; and crashes again in what the restart does.
struct CrashExplorer {
  /// The share of the moments at which to crash: in a history, in a restart, in a restart after a
  /// crash in a restart; none beyond.
  var shares: [Double]
  var random: SeededGenerator
  /// Done first after a crash, while the log is damaged: a repair.
  var mend: ((SimulatedDisk) throws -> Void)?
  /// How many crashes there were so far.
  private(set) var crashes = 0
  private var events = 0

  init(shares: [Double], random: SeededGenerator) {
    (self.shares, self.random) = (shares, random)
  }

  /// Crashes at each of the moments, and has readers look at them beside the writer: what they see
  /// comes to what was promised.
  mutating func explore(
    _ moments: [SimulatedDisk.Moment], _ expectation: inout LogExpectation, depth: Int = 0
  ) throws {
    guard depth < shares.count else { return }
    for moment in moments where random.chance(shares[depth]) {
      if mend == nil, !moment.locked.isEmpty, random.chance(0.5) {
        try Violation.context("a reader after \(moment.operation)") {
          let events = try LogExpectation.read(moment.beside())
          try expectation.check(events, isWhole: false)
          try expectation.promise(events)
        }
      }
      for isKill in [false, true] where !isKill || random.chance(0.3) {
        crashes += 1
        try Violation.context("\(isKill ? "kill" : "power cut") after \(moment.operation)") {
          let disk = moment.crashed(isKill: isKill, using: &random)
          try restart(disk, expectation, depth: depth, isForgotten: isKill && moment.isForgotten)
        }
      }
    }
  }

  /// Reads, writes and verifies a log as a crash left it.
  private mutating func restart(
    _ disk: SimulatedDisk, _ expectation: LogExpectation, depth: Int, isForgotten: Bool
  ) throws {
    var expectation = expectation
    if let mend { try phase("repairing", disk, &expectation, depth) { _, _ in try mend(disk) } }
    for copy in LogCopy.allCases { try copy.check(on: disk, &expectation) }
    if !isForgotten, random.chance(0.5) {
      try phase("a reader alone", disk, &expectation, depth) { _, expectation in
        let events = try LogExpectation.read(disk)
        try expectation.check(events, isWhole: true)
        try expectation.promise(events)
      }
    }
    var options = LogWriter.Options()
    options.wait = .zero
    options.disk = disk
    options.segmentLimit = Int.random(in: 1_000...4_000, using: &random)
    if random.chance(0.3) { options.checkpoint = expectation.checkpoint }
    var opened: LogWriter?
    var ids: [String] = []
    try phase("opening", disk, &expectation, depth) { _, expectation in
      let writer = try LogWriter(LogExpectation.directory, options)
      opened = writer
      let events = try LogExpectation.read(disk)
      guard events.last?.sequence ?? 0 == writer.head.sequence else {
        throw Violation("the reader does not see all that the writer has")
      }
      try expectation.check(events, isWhole: true)
      try expectation.promise(events)
      try expectation.checkWords(of: events, on: disk)
      ids = events.map(\.id)
      if let recovery = writer.recovery, try disk.contents(of: recovery.quarantine).isEmpty {
        throw Violation("what was cut off is not in quarantine")
      }
    }
    try phase("appending", disk, &expectation, depth) { explorer, expectation in
      guard let writer = opened else { return }
      let events = (0..<2).map { _ in explorer.event() }
      for event in events { expectation.attempted[event.id] = event }
      try writer.append(events)
      try expectation.promise(ids + events.map(\.id), head: writer.head)
      try expectation.check(try LogExpectation.read(disk), isWhole: true)
    }
    if random.chance(0.2) { try redact(opened, disk, &expectation, depth) }
    if random.chance(0.2), let copy = LogCopy.allCases.randomElement(using: &random) {
      try phase("bringing the copy up", disk, &expectation, depth) { _, expectation in
        try copy.bringUp(on: disk, options, &expectation)
      }
    }
    opened = nil
    try phase("verifying", disk, &expectation, depth) { _, expectation in
      let verification = try LogReader.verify(LogExpectation.directory, on: disk)
      guard verification.problems.isEmpty, verification.tornBytes == 0,
        verification.statistics.events == expectation.promised.count
      else { throw Violation("verify: \(verification)") }
    }
  }

  /// Erases something of a restarted log.
  private mutating func redact(
    _ writer: LogWriter?, _ disk: SimulatedDisk, _ expectation: inout LogExpectation, _ depth: Int
  ) throws {
    guard let writer, let target = expectation.erasable.randomElement(using: &random) else {
      return
    }
    events += 1
    let redaction = PlannedRedaction("restart-redaction-\(events)", erasing: [target])
    try phase("redacting", disk, &expectation, depth) { _, expectation in
      expectation.attempted[redaction.id] = redaction.recorded
      try writer.redact(redaction.event, erasing: redaction.erased)
      try expectation.promise(expectation.promised + [redaction.id], head: writer.head)
      let events = try LogExpectation.read(disk)
      try expectation.check(events, isWhole: true)
      try expectation.checkWords(of: events, on: disk)
    }
  }

  /// Does something to a restarted log, and crashes in the middle of it too.
  private mutating func phase(
    _ name: String, _ disk: SimulatedDisk, _ expectation: inout LogExpectation, _ depth: Int,
    _ body: (inout CrashExplorer, inout LogExpectation) throws -> Void
  ) throws {
    try Violation.context(name) {
      var before = expectation
      disk.record()
      try body(&self, &expectation)
      before.attempted = expectation.attempted
      try explore(disk.moments(), &before, depth: depth + 1)
      try expectation.merge(before)
      if depth + 1 < shares.count, random.chance(shares[depth + 1]) {
        try explore([disk.moment], &expectation, depth: depth + 1)
      }
    }
  }

  private mutating func event() -> Event {
    events += 1
    return .simulated("restart-\(events)", bytes: Int.random(in: 0...400, using: &random))
  }
}
