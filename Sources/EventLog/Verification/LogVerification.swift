import Dispatch
import Synchronization

/// What a full check of a log found.
public struct LogVerification: Hashable, Sendable {
  /// Of the events that can be read; ``LogStatistics/head`` is the last of these.
  public var statistics: LogStatistics
  /// Everything that is wrong: each run of damaged lines, and what is wrong between segments.
  public var problems: [Damage]
  /// What is wrong with the indexes beside the segments, which can be made anew: no loss.
  public var notes: [String] = []
  /// The bytes of an unfinished write behind the last event; the next writer cuts them off.
  public var tornBytes = 0
  /// The event whose line hash was looked for; nil where it is not in this chain.
  public var noted: Noted?

  /// The event that was the head when somebody noted its line hash.
  public struct Noted: Hashable, Sendable {
    /// 0 for the hash of 64 zeros: before the first event.
    public var sequence: Int
    /// When it was appended, RFC 3339; nil before the first event.
    public var time: String?
  }
}

extension LogReader {
  /// Reads every byte of the log at `directory` and checks checksums, data hashes, the chain, seals,
  /// numbers, times and ids, the indexes against these, and that the data of just those events are
  /// erased that a redaction names; segments are read on all cores.
  ///
  /// In memory at once are a few megabytes a core and at most 64 MiB of hashes of ids, however long
  /// the log is, and what is wrong with it.
  ///
  /// - Parameters:
  ///   - directory: The folder of the log.
  ///   - noted: A line hash to look for: that of an event that was once the head.
  ///   - progress: Called with the bytes read and those of all segments, from any thread.
  /// - Returns: Figures, and whatever is wrong.
  /// - Throws: ``SystemError`` where a file cannot be read; damage is a result, not an error.
  public static func verify(
    _ directory: String, lookingFor noted: EventHash? = nil,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> LogVerification {
    try verify(directory, on: LocalDisk(), lookingFor: noted, progress: progress)
  }

  package static func verify(
    _ directory: String, on disk: any Disk, lookingFor noted: EventHash? = nil,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> LogVerification {
    let layout = LogLayout(directory, on: disk)
    let inventory = try LogInventory(layout)
    let total = inventory.segments.reduce(0) { $0 + $1.end }
    let done = Atomic(0)
    let checks = try concurrently(inventory.segments) { segment in
      try SegmentCheck(segment, layout, mark: inventory.mark?.position, noted: noted) { bytes in
        progress(done.add(bytes, ordering: .relaxed).newValue, total)
      }
    }
    var verification = LogVerification(inventory, checks)
    if noted == .zero { verification.noted = LogVerification.Noted(sequence: 0, time: nil) }
    verification.checkPlaces(checks, layout)
    try verification.checkIdentifiers(checks, layout)
    try verification.checkErasures(checks, layout)
    return verification
  }

  /// What `work` makes of each segment, on all cores.
  private static func concurrently(
    _ segments: [LogInventory.Segment],
    _ work: @Sendable (LogInventory.Segment) throws -> SegmentCheck
  ) throws -> [SegmentCheck] {
    let checks = Mutex([Result<SegmentCheck, any Error>?](repeating: nil, count: segments.count))
    DispatchQueue.concurrentPerform(iterations: segments.count) { index in
      let check = Result { try work(segments[index]) }
      checks.withLock { $0[index] = check }
    }
    return try checks.withLock { $0 }.compactMap { try $0?.get() }
  }
}

extension LogVerification {
  /// Puts together what was found in each segment and between them.
  fileprivate init(_ inventory: LogInventory, _ checks: [SegmentCheck]) {
    problems = []
    var head = LogPosition.start
    var before: SegmentCheck?
    for check in checks {
      problems += check.segment.problems
      if let problem = check.problem(after: before) { problems.append(problem) }
      problems += check.damages
      head = check.lastLine?.position ?? head
      noted = noted ?? check.noted
      before = check
    }
    problems += inventory.problemsAtEnd
    let times = checks.flatMap { [$0.firstLine?.time, $0.lastLine?.time].compactMap(\.self) }
    statistics = LogStatistics(
      events: checks.reduce(0) { $0 + $1.events }, segments: checks.count,
      bytes: checks.reduce(0) { $0 + $1.segment.end }, head: head, first: times.first,
      last: times.last)
    tornBytes = inventory.tornBytes
  }

  /// Holds the files that say where events begin against the segments.
  fileprivate mutating func checkPlaces(_ checks: [SegmentCheck], _ layout: LogLayout) {
    for check in checks where check.isSound {
      guard let seal = check.segment.seal else { continue }
      let path = layout.offsets(seal.first)
      // What cannot be read is as good as missing: reading goes on without it.
      let offsets = try? OffsetIndex.read(seal, layout)
      if offsets == nil, !layout.disk.exists(path) {
        notes.append("\(path) is missing: it is made anew at the next write")
      } else if offsets?.entries != check.offsets.entries {
        notes.append("\(path) is damaged: delete it, and it is made anew at the next write")
      }
    }
  }

  /// Holds what is erased against the redactions; only where every line can be read.
  fileprivate mutating func checkErasures(_ checks: [SegmentCheck], _ layout: LogLayout) throws {
    guard problems.isEmpty else { return }
    var erasures = ErasureCheck()
    for check in checks { erasures.add(check.erasures) }
    problems = try erasures.problems(
      layout, segments: checks.map(\.segment.first), upTo: statistics.head)
  }

  /// Looks for ids that stand twice, and holds the index of ids against the segments.
  fileprivate mutating func checkIdentifiers(_ checks: [SegmentCheck], _ layout: LogLayout) throws {
    let check = try IdentifierCheck(checks, layout)
    notes += check.notes
    problems += try check.duplicates(among: statistics.events)
  }
}
