/// Reads what can be read of a log, whatever is damaged or missing; sees durable events only.
///
/// ``LogReader`` ends at the first damage. This goes on after it: within a segment with the next line
/// whose checksum and sequence are right, and with the next segment where one is missing.
public struct SalvageReader: Sendable {
  /// The greatest sequence that is known to have been durable, whether the event can be read or not.
  public var durable: Int { inventory.durable }
  let inventory: LogInventory
  let layout: LogLayout
  /// Data that are to be erased are handed on erased.
  private let unfinished: RedactionIntent

  /// Opens the log in `directory`; a folder that is not there is an empty log.
  ///
  /// - Throws: ``SystemError``. Damage is no error.
  public init(_ directory: String) throws { try self.init(directory, on: LocalDisk()) }

  package init(_ directory: String, on disk: any Disk) throws {
    layout = LogLayout(directory, on: disk)
    inventory = try LogInventory(layout)
    unfinished = try RedactionIntent.read(
      layout, upTo: LogPosition(sequence: inventory.durable, hash: .zero))
  }

  /// Hands on the lines after `sequence` that can be read, in order, each with its line feed.
  ///
  /// - Parameters:
  ///   - sequence: The event before the first that is wanted.
  ///   - skipped: Called between the lines, where something is damaged or missing; ``Damage/missing``
  ///     says which events that costs.
  ///   - body: Called with each line as it stands in the file.
  /// - Throws: ``SystemError``, or what a closure throws.
  public func forEachLine(
    after sequence: Int, skipped: (Damage) throws -> Void,
    _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try forEachStep(after: sequence, skipped: skipped) { bytes, line, range in
      try body(unfinished.apply(to: line, in: range, of: bytes) ?? bytes[range])
    }
  }

  /// Hands on the events after `sequence` that can be read, in order, at most `size` at a time; see
  /// ``forEachLine(after:skipped:_:)``.
  public func forEachBatch(
    after sequence: Int, size: Int, skipped: (Damage) throws -> Void,
    _ body: ([RecordedEvent]) throws -> Void
  ) throws {
    var batch: [RecordedEvent] = []
    func handOn() throws {
      if !batch.isEmpty { try body(batch) }
      batch.removeAll(keepingCapacity: true)
    }
    let handOnAndSkip: (Damage) throws -> Void = { damage in
      try handOn()
      try skipped(damage)
    }
    try forEachStep(after: sequence, skipped: handOnAndSkip) { bytes, line, _ in
      var event = try line.event(from: bytes)
      unfinished.apply(to: &event)
      batch.append(event)
      if batch.count >= size { try handOn() }
    }
    try handOn()
  }

  private func forEachStep(
    after sequence: Int, skipped: (Damage) throws -> Void,
    _ body: ([UInt8], LogLine, Range<Int>) throws -> Void
  ) throws {
    func skip(_ damage: Damage) throws {
      if let missing = damage.missing, !missing.isEmpty, missing.upperBound <= sequence + 1 {
        return  // nobody asked for those
      }
      try skipped(damage)
    }
    var before: LogPosition? = .start
    for segment in inventory.segments {
      guard segment.last ?? .max > sequence else {
        before = segment.seal?.last
        continue
      }
      for problem in segment.problems { try skip(problem) }
      var scanner = try scanner(segment, after: sequence, before)
      while let step = try scanner.next() {
        switch step {
        case .damage(let damage): try skip(damage)
        case .line(let line, let range):
          if line.sequence > sequence { try body(scanner.lines.bytes, line, range) }
        }
      }
      before = scanner.hash.map { LogPosition(sequence: scanner.sequence, hash: $0) }
    }
    for problem in inventory.problemsAtEnd { try skip(problem) }
  }

  /// Begins in a segment at or a little before the event that follows `sequence`.
  ///
  /// - Parameters:
  ///   - segment: The segment.
  ///   - sequence: The event before the first that is wanted.
  ///   - before: The last good line before the segment, where it is known.
  /// - Returns: A scanner that may hand on events up to `sequence` first.
  /// - Throws: ``SystemError``.
  private func scanner(
    _ segment: LogInventory.Segment, after sequence: Int, _ before: LogPosition?
  ) throws -> SalvageScanner {
    let start = try segment.seal.flatMap {
      try OffsetIndex.read($0, layout)?.start(after: sequence)
    }
    if let start, start.offset > 0 {
      return try SalvageScanner(
        layout, segment.first, after: start.before.sequence, hash: start.before.hash,
        at: start.offset, end: segment.end, last: segment.last)
    }
    // A segment that overlaps the one before is read from where that ended.
    let first = max(segment.first - 1, before?.sequence ?? 0)
    return try SalvageScanner(
      layout, segment.first, after: first, hash: before?.sequence == first ? before?.hash : nil,
      end: segment.end, last: segment.last)
  }
}
