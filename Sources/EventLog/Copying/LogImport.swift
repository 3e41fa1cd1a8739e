/// Takes over the lines of another log as they are, so that chain and head are the same.
///
/// Nothing of a log changes until the whole input has been read and checked: new segments are
/// written under temporary names and put in their places in order, each whole and synced. A crash
/// meanwhile leaves a log that ends earlier, and the same import goes on from there. What the
/// redactions among the lines erase is announced beforehand, so that the next opening erases it.
public struct LogImport: ~Copyable {
  /// What an import did.
  public struct Report: Hashable, Sendable {
    /// How many lines of the input the log had already.
    public var present: Int
    /// How many lines were appended.
    public var added: Int
    /// The last event of the log.
    public var head: LogPosition
  }

  private let log: OpenedLog
  private let reader: LogReader
  private var stage: ImportStage
  /// The last line of the input.
  private var position: LogPosition?
  private var present = 0
  /// What is erased, by the redaction that should have done it.
  private var erased: [Int: [Int: ImportError]] = [:]
  /// The redactions among the new events.
  private var redactions: [Redaction] = []

  /// Imports lines into the log in `directory`, creating it where it is missing.
  ///
  /// - Parameters:
  ///   - directory: The folder of the log.
  ///   - options: How long to wait for another writer, and the size of segments.
  ///   - source: The next bytes of plain JSON Lines; none at the end. Where the log has events, the
  ///     input may have them too, and they must be the same.
  /// - Returns: What was compared and what was appended.
  /// - Throws: ``ImportError``, ``EventLogError``, ``SystemError``, what `source` throws; the log is
  ///   as it was then.
  public static func run(
    into directory: String, _ options: LogWriter.Options = LogWriter.Options(),
    from source: @escaping () throws -> [UInt8]
  ) throws -> Report {
    // Opening recovers the log where a crash left a torn tail.
    _ = try LogWriter(directory, options)
    let disk = options.disk
    let layout = LogLayout(directory, on: disk)
    let (report, hasRedactions) = try run(into: layout, options, from: source)
    // What the log had may be what a redaction that came with the input erases: opening does it.
    if hasRedactions { _ = try LogWriter(directory, options) }
    return report
  }

  private static func run(
    into layout: LogLayout, _ options: LogWriter.Options,
    from source: @escaping () throws -> [UInt8]
  ) throws -> (Report, hasRedactions: Bool) {
    let lock = try FileLock(
      layout.lock, on: layout.disk, wait: options.wait, onWait: options.onWait)
    defer { withExtendedLifetime(lock) {} }  // until all is done
    let log = try OpenedLog.read(layout, checkpoint: nil)
    if let loss = log.loss { throw EventLogError.corrupt(loss) }
    var run = LogImport(
      log, try LogReader(layout.directory, on: layout.disk),
      try ImportStage(layout, log, options.segmentLimit))
    try run.readAll(LineStream(source))
    let report = try run.finish()
    return (report, !run.redactions.isEmpty)
  }

  private init(_ log: OpenedLog, _ reader: LogReader, _ stage: consuming ImportStage) {
    self.log = log
    self.reader = reader
    self.stage = stage
  }

  private mutating func readAll(_ lines: consuming LineStream) throws {
    var known: LogCursor?
    while true {
      do {
        guard let range = try lines.next() else { break }
        let line = try LogLine(lines.bytes, in: range)
        let position = try self.position ?? before(line)
        try check(line, lines, after: position)
        if line.sequence <= log.head.sequence {
          if known == nil { known = LogCursor(reader, after: line.sequence - 1) }
          try compare(line.position(in: lines.bytes), with: try known?.next())
        } else {
          try stage.append(line, lines.bytes, range)
        }
        self.position = line.position(in: lines.bytes)
      } catch let error as LineError {
        throw bad(lines, error.problem)
      }
    }
    if let unfounded = erased.values.flatMap(\.values).first { throw unfounded }
  }

  /// The log's event before the first of the input.
  private func before(_ line: LogLine) throws -> LogPosition {
    let sequence = line.sequence - 1
    guard let hash = try reader.hash(at: sequence) else {
      throw ImportError.gap(first: line.sequence, head: log.head.sequence)
    }
    guard line.previous == hash || sequence == 0 else {
      throw ImportError.divergence(sequence: sequence, log: hash, input: line.previous)
    }
    return LogPosition(sequence: sequence, hash: hash)
  }

  private mutating func check(
    _ line: LogLine, _ lines: LineStream, after position: LogPosition
  ) throws {
    guard line.sequence == position.sequence + 1 else { throw LineError(problem: .sequence) }
    guard line.previous == position.hash else { throw LineError(problem: .chain) }
    guard line.hasSoundData(in: lines.bytes) else { throw LineError(problem: .dataHash) }
    if let redaction = ErasedData.redaction(in: lines.bytes, line.data) {
      erased[redaction, default: [:]][line.sequence] = bad(lines, .unfoundedErasure)
    } else if let redaction = Redaction(line, lines.bytes) {
      redaction.erased.forEach { erased[redaction.sequence]?[$0] = nil }
      if redaction.sequence > log.head.sequence { redactions.append(redaction) }
    }
  }

  private mutating func compare(_ line: LogPosition, with known: LogPosition?) throws {
    guard let known, known.sequence == line.sequence else {
      throw ImportError.gap(first: line.sequence, head: log.head.sequence)
    }
    guard known.hash == line.hash else {
      throw ImportError.divergence(sequence: line.sequence, log: known.hash, input: line.hash)
    }
    present += 1
  }

  private func bad(_ lines: LineStream, _ problem: Damage.Problem) -> ImportError {
    .badLine(
      number: lines.number, offset: lines.offset, sequence: (position?.sequence ?? 0) + 1,
      problem: problem)
  }

  private mutating func finish() throws -> Report {
    if !redactions.isEmpty {
      let earlier = try RedactionIntent.read(reader.layout).redactions
      try RedactionIntent(earlier + redactions).write(reader.layout)
    }
    let added = try stage.commit()
    return Report(
      present: present, added: added, head: added > 0 ? position ?? log.head : log.head)
  }
}
