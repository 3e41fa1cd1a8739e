import EventLog

extension LogHistory {
  /// Beside the writer exactly what is durable is seen, alone all that was promised.
  func read() throws {
    let events = try LogExpectation.read(disk)
    try expectation.check(events, isWhole: true)
    if let writer, events.last?.sequence ?? 0 != writer.durable.sequence {
      throw Violation("\(events.count) events were served and \(writer.durable.sequence) durable")
    }
    try expectation.promise(events)
  }

  /// A writer comes while a reader reads, writes or redacts, and is killed or stopped with its work
  /// half done.
  func race() throws {
    count += 1
    let events = (0..<3).map { Event.simulated("race-\(count)-\($0)", bytes: 200) }
    for event in events { expectation.attempted[event.id] = event }
    let (commits, isStopped) = (random.chance(0.5), random.chance(0.5))
    let redaction = expectation.erasable.randomElement(using: &random).flatMap {
      random.chance(0.3) ? PlannedRedaction("race-redaction-\(count)", erasing: [$0]) : nil
    }
    if let redaction { expectation.attempted[redaction.id] = redaction.recorded }
    let operation = Int.random(in: 0..<40, using: &random)
    let work = redaction == nil ? "writes" : "redacts"
    try step("read while a writer comes at operation \(operation) and \(work)") {
      self.disk.interrupt(at: operation) { disk in
        var options = LogWriter.Options()
        options.wait = .zero
        options.disk = disk
        options.segmentLimit = 2_000
        let writer = try? LogWriter(LogExpectation.directory, options)  // it may find a fault
        _ = try? writer?.write(Array(events[..<2]))
        if commits { try? writer?.commit() }
        if let redaction { _ = try? writer?.redact(redaction.event, erasing: redaction.erased) }
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
}
