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

  private func writer(
    on disk: SimulatedDisk, segmentLimit: Int = 64 << 20
  ) throws -> LogWriter {
    var options = LogWriter.Options()
    options.segmentLimit = segmentLimit
    options.wait = .zero
    options.disk = disk
    return try LogWriter(LogExpectation.directory, options)
  }

  @Test func `a segment that is sealed after a write was cut back has the size in its seal`() throws
  {
    let first = try writer(on: disk, segmentLimit: 3_000)
    try first.append(Array(events[..<2]))
    disk.plan(PlannedFault(kind: .shortWrite, operation: 0))
    #expect(throws: SystemError.self) { try first.write([.simulated("small", bytes: 0)]) }
    disk.record()
    try first.append([events[2]])
    for moment in disk.moments() {
      for seed in 0..<20 {
        let log = moment.crashed(isKill: false, seed: seed)
        #expect(throws: Never.self, "\(moment.operation), seed \(seed)") { try writer(on: log) }
      }
    }
  }

  @Test func `lines whose sync failed are not served although they can be read`() throws {
    for isLasting in [false, true] {
      let log = disk.moment.crashed(isKill: true, seed: 1)
      var writer: LogWriter? = try writer(on: log)
      try writer?.append(Array(events[..<2]))
      try writer?.write(Array(events[2...]))
      log.plan(PlannedFault(kind: .failedSync, operation: 0, isLasting: isLasting))
      #expect(throws: SystemError.self) { try writer?.commit() }
      writer = nil
      log.endFaults()
      #expect(try LogExpectation.read(log).count == 2)
    }
  }

  @Test func `what a failed sync left is on disk once the next writer counts it`() throws {
    let first = try writer(on: disk)
    try first.append(Array(events[..<2]))
    try first.write(Array(events[2...]))
    disk.plan(PlannedFault(kind: .failedSync, operation: 0))
    disk.record()
    #expect(throws: SystemError.self) { try first.commit() }
    let failure = try #require(disk.moments().first { $0.operation.hasPrefix("sync") })
    for seed in 0..<20 {
      let killed = failure.crashed(isKill: true, seed: seed)
      let head = try writer(on: killed).head
      let restarted = killed.moment.crashed(isKill: false, seed: seed)
      #expect(try writer(on: restarted).head == head, "seed \(seed)")
    }
  }

  @Test func `a reader that meets a writer which comes and goes serves what is durable`() throws {
    do { try writer(on: disk).append(Array(events[..<2])) }
    let start = disk.moment
    for operation in 0..<30 {
      let log = start.crashed(isKill: true, seed: operation)
      log.interrupt(at: operation) { log in
        var options = LogWriter.Options()
        options.disk = log
        let writer = try? LogWriter(LogExpectation.directory, options)  // none, and nothing comes
        _ = try? writer?.write([.simulated("late", bytes: 700)])
        log.end()
      }
      let served = try LogExpectation.read(log).count
      for seed in 0..<10 {
        let restarted = log.moment.crashed(isKill: false, seed: seed)
        let left = try LogExpectation.read(restarted).count
        #expect(left >= served, "operation \(operation), seed \(seed)")
      }
    }
  }

  @Test func `folders that a killed writer created are there after a power cut`() throws {
    disk.record()
    _ = try writer(on: disk)
    for moment in disk.moments() {
      for seed in 0..<10 {
        let log = moment.crashed(isKill: true, seed: seed)
        try writer(on: log).append(events)
        let restarted = log.moment.crashed(isKill: false, seed: seed)
        let left = try LogExpectation.read(restarted).count
        #expect(left == events.count, "\(moment.operation), seed \(seed)")
      }
    }
  }

  @Test func `what is cut off is in quarantine whenever the recovery is interrupted`() throws {
    do { try writer(on: disk).append(events) }
    let name = "00000000000000000001"
    let segment = "\(LogExpectation.directory)/\(name).jsonl"
    let size = try disk.open(segment, .read).size()
    try disk.writeAtomically(disk.contents(of: segment) + Array("torn".utf8), to: segment)
    disk.record()
    _ = try writer(on: disk)
    for first in disk.moments() {
      let log = first.crashed(isKill: true, seed: 0)
      log.record()
      _ = try writer(on: log)
      for second in log.moments() {
        for seed in 0..<5 {
          let left = second.crashed(isKill: false, seed: seed)
          let isKept =
            try left.contents(of: segment).count > size
            || left.names(in: "/data/store/quarantine").contains { $0.hasSuffix(".torn") }
          #expect(isKept, "\(first.operation), \(second.operation), seed \(seed)")
        }
      }
    }
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
