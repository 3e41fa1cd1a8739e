import EventLog
import Testing

/// Damage to what was synced is told, whatever else a crash left; it is never cut off.
@Suite struct CorruptionTests {
  /// A log of some segments whose writer was closed or killed in the middle of a write.
  private struct Log {
    var storage: SimulatedStorage
    var expectation = LogExpectation()
    /// The end of what was acknowledged in the unsealed segment.
    var durableEnd = 0

    init(isKilled: Bool) throws {
      let disk = SimulatedDisk()
      try disk.createFolder("/data")
      var options = CorruptionTests.options(disk)
      options.segmentLimit = 3_000  // five events
      let writer = try LogWriter(LogExpectation.directory, options)
      var ids: [String] = []
      for batch in 0..<6 {
        let events = (0..<2).map { Event.simulated("event-\(batch)\($0)", bytes: 40) }
        for event in events { expectation.attempted[event.id] = event }
        ids += events.map(\.id)
        try writer.append(events)
      }
      try expectation.promise(ids, head: writer.durable)
      durableEnd = try disk.open(CorruptionTests.active(disk), .read).size()
      if isKilled {
        let event = Event.simulated("unacknowledged", bytes: 40)
        expectation.attempted[event.id] = event
        try writer.write([event])
        disk.end()
      }
      storage = disk.with { $0.storage }
    }
  }

  private static func options(_ disk: SimulatedDisk) -> LogWriter.Options {
    var options = LogWriter.Options()
    options.wait = .zero
    options.disk = disk
    return options
  }

  private static func active(_ disk: SimulatedDisk) throws -> String {
    let names = try disk.names(in: LogExpectation.directory).filter { $0.hasSuffix(".jsonl") }
    return "\(LogExpectation.directory)/\(try #require(names.last))"
  }

  private static let folders = ["", "/ids", "/offsets"].map { LogExpectation.directory + $0 }

  @Test(arguments: [false, true])
  func `a flipped bit of what was acknowledged is told and nothing is cut off`(
    _ isKilled: Bool
  ) throws {
    let log = try Log(isKilled: isKilled)
    var random = SeededGenerator(seed: 7)
    let whole = SimulatedDisk(log.storage)
    let active = try Self.active(whole)
    for folder in Self.folders {
      for name in try whole.names(in: folder) {
        let path = "\(folder)/\(name)"
        let size = name == "ids" || name == "offsets" ? 0 : try whole.open(path, .read).size()
        for _ in 0..<min(size, 20) {
          let offset = Int.random(in: 0..<size, using: &random)
          let bit = Int.random(in: 0..<8, using: &random)
          let isTail = path == active && offset >= log.durableEnd
          try Violation.context("\(path), byte \(offset), bit \(bit), seed 7") {
            let disk = SimulatedDisk(log.storage)
            disk.with { state in
              guard let node = state.storage.node(path) else { return }
              state.storage.change(node) { $0.flip(bit: bit, at: offset) }
            }
            if (name.hasSuffix(".jsonl") || name.hasSuffix(".seal")) && !isTail {
              try Self.expectTold(disk, log, isRefused: path == active || name.hasSuffix(".seal"))
            } else {
              try Self.expectWhole(disk, log)
            }
          }
        }
      }
    }
  }

  /// Readers serve what stands before the damage, `verify` names it, and no file is changed.
  private static func expectTold(_ disk: SimulatedDisk, _ log: Log, isRefused: Bool) throws {
    let active = try active(disk)
    let before = try disk.contents(of: active)
    var served: [RecordedEvent] = []
    #expect(throws: EventLogError.self) {
      try LogReader(LogExpectation.directory, on: disk).forEachBatch(after: 0, size: 1) {
        served += $0
      }
    }
    try log.expectation.check(served, isWhole: false)
    let problems = try LogReader.verify(LogExpectation.directory, on: disk).problems
    guard !problems.isEmpty else { throw Violation("verify finds nothing") }
    do {
      _ = try LogWriter(LogExpectation.directory, options(disk))
      if isRefused { throw Violation("the log was opened") }
    } catch EventLogError.corrupt {
      if !isRefused { throw Violation("the log was refused") }
    }
    let isWritten = try disk.contents(of: active) != before
    guard !isWritten, try disk.names(in: "/data/store/quarantine").isEmpty else {
      throw Violation("something was cut off")
    }
  }

  /// Nothing but a torn tail or what can be made anew was hit: all is served, and none is doubled.
  private static func expectWhole(_ disk: SimulatedDisk, _ log: Log) throws {
    try log.expectation.check(try LogExpectation.read(disk), isWhole: true)
    let writer = try LogWriter(LogExpectation.directory, options(disk))
    let old = log.expectation.promised.compactMap { log.expectation.attempted[$0] }
    guard try writer.append(old).count == 0 else { throw Violation("an event was doubled") }
    try log.expectation.check(try LogExpectation.read(disk), isWhole: true)
    guard try LogReader.verify(LogExpectation.directory, on: disk).problems.isEmpty else {
      throw Violation("verify finds what is not there")
    }
  }
}
