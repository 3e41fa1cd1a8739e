import EventLog

/// Another folder of the same disk that has what the log had.
enum LogCopy: String, CaseIterable {
  case backup, imported

  private var store: String { "/data/\(rawValue)" }
  var directory: String { "\(store)/log" }

  /// Backs the log up, or imports all lines of it that are durable.
  ///
  /// The copy is then a sound log with the same events, and no erased words in any file.
  func bringUp(
    on disk: SimulatedDisk, _ options: LogWriter.Options, _ expectation: inout LogExpectation
  ) throws {
    var options = options
    options.checkpoint = nil
    let events = try LogExpectation.read(disk)
    let head =
      switch self {
      case .backup: try LogBackup.run(from: LogExpectation.directory, to: directory, options).head
      case .imported: try Self.import(into: directory, options)
      }
    let copied = try LogExpectation.read(disk, in: directory)
    guard copied == events, head.sequence == events.count, head.hash == events.last?.hash ?? .zero
    else { throw Violation("the \(rawValue) log differs: \(Self.difference(copied, events))") }
    let verification = try LogReader.verify(directory, on: disk)
    guard verification.problems.isEmpty else { throw Violation("the copy: \(verification)") }
    try expectation.promise(copied)
    try expectation.checkWords(of: copied, on: disk, below: store)
    expectation.note(self, has: copied.count)
  }

  /// That the folder, whenever it was left, is a log with all that it was said to have and nothing
  /// that the log itself has not.
  func check(on disk: SimulatedDisk, _ expectation: inout LogExpectation) throws {
    try Violation.context("the \(rawValue) log") {
      let events = try LogExpectation.read(disk, in: directory)
      try expectation.check(events, isWhole: false)
      try expectation.promise(events)
      guard events.count >= expectation.copied[self] ?? 0 else {
        throw Violation("\(events.count) events are left of what was said")
      }
    }
  }

  private static func difference(_ copied: [RecordedEvent], _ events: [RecordedEvent]) -> String {
    for (ours, theirs) in zip(copied, events) where ours != theirs {
      let erased = (ours.redaction ?? 0, theirs.redaction ?? 0)
      return "\(ours.id) is there erased by \(erased.0) and in the log by \(erased.1)"
    }
    return "it has \(copied.count) events and the log \(events.count)"
  }

  private static func `import`(
    into directory: String, _ options: LogWriter.Options
  ) throws -> LogPosition {
    var lines: [[UInt8]] = []
    try LogReader(LogExpectation.directory, on: options.disk).forEachLine(after: 0) {
      lines.append(Array($0))
    }
    var next = lines.makeIterator()
    return try LogImport.run(into: directory, options) { next.next() ?? [] }.head
  }
}
