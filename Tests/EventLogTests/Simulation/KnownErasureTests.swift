import EventLog
import Testing

/// Crashes that once brought erased words back, or lost a backup, each as small as it gets.
@Suite struct KnownErasureTests {
  private static let backup = "/data/backup/log"
  private static let words = Event.words(of: "event-0")

  private let disk = SimulatedDisk(seed: 5)
  private let events = (0..<4).map { Event.simulated("event-\($0)", bytes: 700) }

  init() throws {
    try disk.createFolder("/data")
    try disk.syncFolder("/")
    try LogWriter(LogExpectation.directory, Self.options(disk)).append(events)
  }

  private static func options(
    _ disk: SimulatedDisk, segmentLimit: Int = 64 << 20
  ) -> LogWriter.Options {
    var options = LogWriter.Options()
    (options.disk, options.wait, options.segmentLimit) = (disk, .zero, segmentLimit)
    return options
  }

  private static func redact(_ disk: SimulatedDisk, in directory: String) throws {
    let redaction = Event(
      id: "redaction", source: "https://example.org/feed",
      type: "org.presslog.announcement.redacted", subject: nil, data: Array("{}".utf8))
    try LogWriter(directory, options(disk)).redact(redaction, erasing: [1])
  }

  /// The files of a folder that hold the words of the first event.
  private static func files(_ disk: SimulatedDisk, in folder: String) throws -> [String] {
    try disk.names(in: folder).filter { name in
      guard name != "ids", name != "offsets" else { return false }
      return try disk.contents(of: "\(folder)/\(name)").contains(words.utf8)
    }
  }

  @Test func `what a redaction took out of quarantine does not come back with a power cut`() throws
  {
    let segment = "\(LogExpectation.directory)/00000000000000000001.jsonl"
    try disk.writeAtomically(disk.contents(of: segment) + Array(Self.words.utf8), to: segment)
    _ = try LogWriter(LogExpectation.directory, Self.options(disk))
    #expect(try Self.files(disk, in: "/data/store/quarantine").count == 1)
    disk.record()
    try Self.redact(disk, in: LogExpectation.directory)
    for moment in disk.moments() {
      for seed in 0..<10 {
        let log = moment.crashed(isKill: true, seed: seed)
        try Self.redact(log, in: LogExpectation.directory)
        let restarted = log.moment.crashed(isKill: false, seed: seed)
        let left = try Self.files(restarted, in: "/data/store/quarantine")
        #expect(left.isEmpty, "\(moment.operation), seed \(seed)")
      }
    }
  }

  @Test func `a redaction takes away what an import that was killed has left`() throws {
    let lines = try disk.contents(of: "\(LogExpectation.directory)/00000000000000000001.jsonl")
    var leftovers = 0
    disk.record()
    try Self.importing(lines, Self.options(disk, segmentLimit: 2_000))
    for moment in disk.moments() {
      let log = moment.crashed(isKill: true, seed: 0)
      let left = log.names(in: Self.backup, endingIn: ".jsonl.tmp")
      leftovers += left.count
      // In other segments than the killed one made, whose names are not used again.
      try Self.importing(lines, Self.options(log))
      try Self.redact(log, in: Self.backup)
      #expect(try Self.files(log, in: Self.backup).isEmpty, "\(moment.operation): \(left)")
      #expect(log.names(in: Self.backup, endingIn: ".jsonl.tmp").isEmpty, "\(moment.operation)")
    }
    #expect(leftovers > 0)
  }

  private static func importing(_ lines: [UInt8], _ options: LogWriter.Options) throws {
    var rest: [UInt8]? = lines
    _ = try LogImport.run(into: backup, options) {
      defer { rest = [] }
      return rest ?? []
    }
  }

  @Test func `the words that an import erases are not seen once its redaction is`() throws {
    var expectation = LogExpectation()
    for event in events { expectation.attempted[event.id] = event }
    let redaction = PlannedRedaction("redaction", erasing: [1])
    expectation.attempted[redaction.id] = redaction.recorded
    try LogCopy.imported.bringUp(on: disk, Self.options(disk), &expectation)
    let before = expectation
    do {
      let writer = try LogWriter(LogExpectation.directory, Self.options(disk))
      try writer.redact(redaction.event, erasing: redaction.erased)
    }
    disk.record()
    try LogCopy.imported.bringUp(on: disk, Self.options(disk), &expectation)
    for moment in disk.moments() {
      for isKill in [false, true] {
        let log = moment.crashed(isKill: isKill, seed: 0)
        var expectation = before
        #expect(throws: Never.self, "\(moment.operation)") {
          try LogCopy.imported.check(on: log, &expectation)
          try LogCopy.imported.bringUp(on: log, Self.options(log), &expectation)
        }
      }
    }
  }

  @Test func `a backup that found all in its place is there after a power cut`() throws {
    disk.record()
    _ = try LogBackup.run(from: LogExpectation.directory, to: Self.backup, Self.options(disk))
    for moment in disk.moments() {
      let log = moment.crashed(isKill: true, seed: 0)
      _ = try LogBackup.run(from: LogExpectation.directory, to: Self.backup, Self.options(log))
      for seed in 0..<10 {
        let restarted = log.moment.crashed(isKill: false, seed: seed)
        var left = 0
        try LogReader(Self.backup, on: restarted).forEachBatch(after: 0, size: 10) {
          left += $0.count
        }
        #expect(left == events.count, "\(moment.operation), seed \(seed)")
      }
    }
  }
}

extension SimulatedDisk {
  fileprivate func names(in folder: String, endingIn suffix: String) -> [String] {
    with { $0.storage.names(in: folder) ?? [] }.filter { $0.hasSuffix(suffix) }
  }
}
