import EventLog

extension LogHistory {
  /// Brings a copy up to the log, beside its writer.
  func copy(_ copy: LogCopy) throws {
    guard writer != nil else { return }
    try copy.bringUp(on: disk, options(), &expectation)
  }

  /// Damages a log that was closed in order and has a backup, and repairs it from that.
  func damageAndRepair() throws {
    try step("commit") { try self.commit() }
    try step("backup") { try self.copy(.backup) }
    // Something failed, or there is nothing.
    guard writer?.durable.sequence ?? 0 > 0 else { return }
    try step("close", mayFail: false) { self.writer = nil }
    try damage()
    explorer.mend = { disk in try Self.repair(disk, LogWriter.Options()) }
    try step("repair") { try Self.repair(self.disk, self.options()) }
    try step("repair again", mayFail: false) {
      try Self.repair(self.disk, self.options())
      let events = try LogExpectation.read(self.disk)
      try self.expectation.check(events, isWhole: true)
      let verification = try LogReader.verify(LogExpectation.directory, on: self.disk)
      guard verification.problems.isEmpty else { throw Violation("repaired: \(verification)") }
    }
    explorer.mend = nil
  }

  private static func repair(_ disk: SimulatedDisk, _ options: LogWriter.Options) throws {
    var options = options
    (options.disk, options.wait) = (disk, .zero)
    let source = try RepairSource(folder: LogCopy.backup.directory, on: disk)
    _ = try LogRepair.run(LogExpectation.directory, from: source, options)
  }

  /// Flips a bit in some segments and seals, or takes them away; readers and `verify` say so.
  private func damage() throws {
    let files = disk.with { $0.storage.contents(below: LogExpectation.directory) }
      .filter { ($0.key.hasSuffix(".jsonl") || $0.key.hasSuffix(".seal")) && !$0.value.isEmpty }
    let paths = files.keys.sorted().shuffled(using: &random)
    for path in paths.prefix(Int.random(in: 1...3, using: &random)) {
      let (isRemoved, bit) = (random.chance(0.3), Int.random(in: 0..<8, using: &random))
      let offset = (files[path]?.indices)?.randomElement(using: &random) ?? 0
      steps.append(isRemoved ? "\(path) goes" : "byte \(offset) of \(path) is damaged")
      disk.with { state in
        if isRemoved {
          state.storage.remove(path)
          _ = state.storage.sync(Path.parent(of: path))
        } else if let node = state.storage.node(path) {
          state.storage.change(node) { $0.flip(bit: bit, at: offset) }
        }
      }
    }
    try Violation.context(steps.joined(separator: ", ")) { try checkDamageIsTold() }
  }

  private func checkDamageIsTold() throws {
    var served: [RecordedEvent] = []
    do {
      try LogReader(LogExpectation.directory, on: disk).forEachBatch(after: 0, size: 1) {
        served += $0
      }
      throw Violation("a reader finds no damage")
    } catch is EventLogError {}
    try expectation.check(served, isWhole: false)
    let verification = try LogReader.verify(LogExpectation.directory, on: disk)
    guard !verification.problems.isEmpty else { throw Violation("verify finds no damage") }
  }
}
