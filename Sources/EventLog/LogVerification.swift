/// What a full check of a log found.
public struct LogVerification: Hashable, Sendable {
  public var statistics: LogStatistics
  /// The first thing that is wrong in each segment, and what is wrong between them.
  public var problems: [Damage]
  /// The bytes of an unfinished write behind the last event; the next writer cuts them off.
  public var tornBytes = 0
}

extension LogReader {
  /// Reads every byte of the log at `directory` and checks checksums, data hashes, the chain, seals,
  /// numbers, times and ids, and that the data of just those events are erased that a redaction
  /// names.
  ///
  /// - Throws: ``SystemError`` where a file cannot be read; damage is a result, not an error.
  public static func verify(_ directory: String) throws -> LogVerification {
    try verify(directory, on: LocalDisk())
  }

  package static func verify(
    _ directory: String, on disk: any Disk
  ) throws -> LogVerification {
    let log: LogReader
    do {
      log = try LogReader(directory, on: disk)
    } catch EventLogError.corrupt(let damage) {
      let none = LogStatistics(
        events: 0, segments: 0, bytes: 0, head: .start, first: nil, last: nil)
      return LogVerification(statistics: none, problems: [damage])
    }
    var check = Check()
    if let damage = log.damage { check.problems.append(damage) }
    for segment in log.segments { try check.run(segment, log.layout) }
    try check.findDuplicates(log)
    if check.problems.isEmpty { check.problems = try check.erasures.problems(of: log) }
    var statistics = LogStatistics(
      events: check.events, segments: log.segments.count,
      bytes: log.segments.reduce(0) { $0 + $1.end }, head: log.head, first: check.first,
      last: check.last)
    if !check.problems.isEmpty { statistics.head = check.head }
    return LogVerification(
      statistics: statistics, problems: check.problems, tornBytes: log.tornBytes)
  }

  /// The state of a check: what has been read so far.
  private struct Check {
    var events = 0
    var head = LogPosition.start
    var first: String?
    var last: String?
    var problems: [Damage] = []
    /// A hash of every id: eight bytes an event.
    var identifiers: [UInt64] = []
    var erasures = ErasureCheck()

    mutating func run(_ segment: Segment, _ layout: LogLayout) throws {
      var scanner = try SegmentScanner(
        layout, segment.first, after: segment.before, end: segment.end, checksData: true)
      do {
        var begin = scanner.offset
        while let (line, _) = try scanner.next() {
          erasures.note(line, scanner.bytes, layout.segment(segment.first), at: begin)
          begin = scanner.offset
          let time = LogLine.text(scanner.bytes, line.time)
          if let last, time < last { throw scanner.damage(.time) }
          first = first ?? time
          last = time
          events += 1
          identifiers.append(line.identifierHash(in: scanner.bytes))
        }
        if let seal = segment.seal, seal.last != scanner.position {
          throw scanner.damage(.sealMismatch)
        }
      } catch EventLogError.corrupt(let damage) {
        problems.append(damage)
      }
      head = scanner.position
    }

    /// An id that stands twice is looked for by its hash and confirmed by reading it.
    mutating func findDuplicates(_ log: LogReader) throws {
      identifiers.sort()
      let suspects = Set(zip(identifiers, identifiers.dropFirst()).filter { $0 == $1 }.map(\.0))
      guard !suspects.isEmpty, problems.isEmpty else { return }
      var seen: Set<String> = []
      for segment in log.segments {
        var scanner = try SegmentScanner(
          log.layout, segment.first, after: segment.before, end: segment.end)
        var begin = scanner.offset
        while let (line, _) = try scanner.next() {
          defer { begin = scanner.offset }
          let id = LogLine.text(scanner.bytes, line.id)
          guard suspects.contains(IdentifierIndex.hash(of: Array(id.utf8))),
            !seen.insert(id).inserted
          else { continue }
          problems.append(
            Damage(
              file: log.layout.segment(segment.first), offset: begin,
              sequence: line.sequence, problem: .duplicate))
        }
      }
    }
  }
}
