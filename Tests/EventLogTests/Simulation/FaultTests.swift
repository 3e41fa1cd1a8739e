import EventLog
import Testing

/// One scripted run with every operation of it failing in every way.
@Suite struct FaultTests {
  /// What a run was told, and how it ended.
  private struct Run {
    let disk = SimulatedDisk(seed: 1)
    var expectation = LogExpectation()
    var error: (any Error)?

    init(_ fault: PlannedFault?) throws {
      try disk.createFolder("/data")
      try disk.syncFolder("/")
      if let fault { disk.plan(fault) }
      do { try script() } catch { self.error = error }
    }

    /// Two writers, some segments, a reader beside one and one alone.
    private mutating func script() throws {
      var options = LogWriter.Options()
      options.wait = .zero
      options.disk = disk
      options.segmentLimit = 2_200
      var ids: [String] = []
      for session in 0..<2 {
        let writer = try LogWriter(LogExpectation.directory, options)
        for batch in session..<2 {
          let events = (0..<2).map { Event.simulated("event-\(session)\(batch)\($0)", bytes: 60) }
          for event in events { expectation.attempted[event.id] = event }
          ids += events.map(\.id)
          let result = Result { try writer.append(events) }
          try expectation.promise(ids.prefix(writer.durable.sequence), head: writer.durable)
          _ = try result.get()
        }
        guard session == 1 else { continue }
        try writer.write([Event.simulated("event-000", bytes: 60)])
        try read()
      }
      try read()
    }

    private mutating func read() throws {
      let events = try LogExpectation.read(disk)
      try expectation.check(events, isWhole: true)
      try expectation.promise(events)
    }
  }

  /// Whether the fault lasts; a disk that is read-only stays so.
  private static let cases: [(PlannedFault.Kind, isLasting: Bool)] = [
    (.deviceError, false), (.deviceError, true), (.full, false), (.full, true), (.readOnly, true),
    (.shortWrite, false), (.failedSync, false),
  ]

  @Test(arguments: cases)
  func `whichever operation fails, the promise is kept and the next opening works`(
    _ kind: PlannedFault.Kind, _ isLasting: Bool
  ) throws {
    let clean = try Run(nil)
    try #require(clean.error == nil)
    let operations = clean.disk.with { $0.operations }
    var explorer = CrashExplorer(shares: [1], random: SeededGenerator(seed: 1))
    for operation in 0..<operations {
      let fault = PlannedFault(kind: kind, operation: operation, isLasting: isLasting)
      var run = try Run(fault)
      guard run.disk.endFaults() > 0 else { continue }
      let isTold = run.error is SystemError || run.error as? EventLogError == .closedByFailure
      #expect(isTold || run.error == nil, "\(fault): \(String(describing: run.error))")
      #expect(throws: Never.self, "\(fault)") {
        try explorer.explore([run.disk.moment], &run.expectation)
      }
    }
    #expect(explorer.crashes > 0)
  }
}
