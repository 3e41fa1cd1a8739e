import EventLog
import Testing

/// Crashes and faults that once broke a promise, each as small as it gets.
@Suite struct KnownCrashTests {
  private let disk = SimulatedDisk(seed: 3)
  private let events = (0..<4).map { Event.simulated("event-\($0)", bytes: 700) }

  init() throws {
    try disk.createFolder("/data")
    try disk.syncFolder("/")
  }

  private func writer(on disk: SimulatedDisk) throws -> LogWriter {
    var options = LogWriter.Options()
    options.wait = .zero
    options.disk = disk
    return try LogWriter(LogExpectation.directory, options)
  }

  @Test func `a file that cannot be looked at is neither missing nor damaged`() throws {
    do { try writer(on: disk).append(events) }
    let start = disk.moment
    for operation in 0..<60 {
      let log = start.crashed(isKill: true, seed: 0)
      log.plan(PlannedFault(kind: .deviceError, operation: operation))
      do {
        let read = try LogExpectation.read(log).count
        #expect(read == events.count, "operation \(operation)")
      } catch {
        #expect(error is SystemError, "operation \(operation)")
      }
    }
    #expect(LocalDisk().exists("/" + String(repeating: "x", count: 300)))  // ENAMETOOLONG
    #expect(!LocalDisk().exists("/nowhere/file"))
  }
}

extension SimulatedDisk.Moment {
  fileprivate func crashed(isKill: Bool, seed: Int) -> SimulatedDisk {
    var random = SeededGenerator(seed: seed)
    return crashed(isKill: isKill, using: &random)
  }
}
