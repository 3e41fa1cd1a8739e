/// Looks for ids that stand twice in a log, in memory that does not grow with it.
///
/// The sorted runs of the index give the hashes of the ids once they are known to hold those of their
/// segments; other segments are read. One range of hashes after the other is gathered and sorted, so
/// that no more than a number of them is in memory at once.
struct IdentifierCheck {
  /// What is wrong with the index.
  private(set) var notes: [String] = []

  private let layout: LogLayout
  private let segments: [LogInventory.Segment]
  /// The runs that hold what their segments hold.
  private var runs: [IdentifierRun] = []
  /// The segments that no such run is of.
  private var others: [LogInventory.Segment] = []

  /// The hashes that are in memory at once: 64 MiB.
  private static let limit = 8 << 20

  /// Holds the index of ids against what the segments gave.
  ///
  /// - Throws: ``SystemError``.
  init(_ checks: [SegmentCheck], _ layout: LogLayout) throws {
    self.layout = layout
    segments = checks.map(\.segment)
    others = checks.filter { $0.segment.seal == nil }.map(\.segment)
    let sealed = checks.filter { $0.segment.seal != nil }
    let events = sealed.compactMap { check in
      check.segment.last.map { check.segment.first...max($0, check.segment.first) }
    }
    let names = try layout.disk.names(in: layout.identifiers)
    for run in IdentifierIndex.runs(names, covering: events) {
      try add(run, sealed.filter { run.contains($0.segment.first) })
    }
  }

  /// Takes the run of some segments, or the segments where it is of no use.
  private mutating func add(_ events: ClosedRange<Int>, _ checks: [SegmentCheck]) throws {
    let path = layout.identifierRun(events)
    let isSound = checks.allSatisfy(\.isSound)
    if isSound, !layout.disk.exists(path) {
      notes.append("\(path) is missing: it is made anew at the next write")
    } else if isSound {
      let sum = checks.reduce(into: IdentifierSum()) { $0.add($1.identifiers) }
      if let run = try run(events, of: sum) {
        runs.append(run)
        return
      }
      notes.append("\(path) is damaged: delete it, and it is made anew at the next write")
    }
    others += checks.map(\.segment)
  }

  /// The run of some events, if it is sorted and holds the pairs of `sum`.
  private func run(_ events: ClosedRange<Int>, of sum: IdentifierSum) throws -> IdentifierRun? {
    do {
      let run = try IdentifierRun(events, layout)
      var found = IdentifierSum()
      var last: (hash: UInt64, sequence: Int) = (0, 0)
      var isSorted = true
      try run.forEachPair { hash, sequence in
        isSorted = isSorted && last < (hash, sequence)
        found.add(hash, sequence)
        last = (hash, sequence)
      }
      return isSorted && found == sum ? run : nil
    } catch is IdentifierRun.Damaged {
      return nil
    }
  }

  /// The events whose id an earlier one has.
  ///
  /// - Parameter events: How many there are in all.
  /// - Returns: The places of the later ones.
  /// - Throws: ``SystemError``.
  func duplicates(among events: Int) throws -> [Damage] {
    var cursors = runs.map { IdentifierRun.Cursor($0) }
    var pairs = try cursors.indices.map { try cursors[$0].next() }
    var suspects: Set<UInt64> = []
    let ranges = UInt64(events / Self.limit + 1)
    for index in 0..<ranges {
      let start = UInt64.max / ranges * index
      let end = index == ranges - 1 ? UInt64.max : UInt64.max / ranges * (index + 1) - 1
      var hashes: [UInt64] = []
      for run in cursors.indices {
        while let pair = pairs[run], pair.hash <= end {
          hashes.append(pair.hash)
          pairs[run] = try cursors[run].next()
        }
      }
      try forEachLine(of: others) { hash, _, _ in
        if start <= hash, hash <= end { hashes.append(hash) }
      }
      hashes.sort()
      for (hash, next) in zip(hashes, hashes.dropFirst()) where hash == next {
        suspects.insert(hash)
      }
    }
    return try confirm(suspects)
  }

  /// Reads the ids whose hashes stand twice: two ids may share a hash.
  private func confirm(_ suspects: Set<UInt64>) throws -> [Damage] {
    guard !suspects.isEmpty else { return [] }
    var duplicates: [Damage] = []
    var seen: Set<[UInt8]> = []
    try forEachLine(of: segments) { hash, identifier, place in
      if suspects.contains(hash), !seen.insert(identifier).inserted { duplicates.append(place) }
    }
    return duplicates
  }

  private func forEachLine(
    of segments: [LogInventory.Segment], _ body: (UInt64, [UInt8], Damage) -> Void
  ) throws {
    for segment in segments {
      var scanner = try SalvageScanner(
        layout, segment.first, after: segment.first - 1, hash: nil, end: segment.end,
        last: segment.last)
      while let step = try scanner.next() {
        guard case .line(let line, _) = step else { continue }
        let identifier = line.identifier(in: scanner.lines.bytes)
        body(
          IdentifierIndex.hash(of: identifier, in: identifier.indices), identifier,
          Damage(
            file: layout.segment(segment.first), offset: scanner.lineOffset,
            sequence: line.sequence, problem: .duplicate))
      }
    }
  }
}
