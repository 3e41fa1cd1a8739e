/// Finds which event has an id, so that the same event is never appended twice.
///
/// The ids of the unsealed segment are in memory; those of sealed segments are in runs on disk, each
/// with a filter that mostly rules a new id out. Four runs of one size become one, so there are never
/// more than three of each: twelve for ten million events. A hit is only a hint: the caller confirms
/// it by reading the line, because two ids may share a hash.
struct IdentifierIndex: ~Copyable {
  private let layout: LogLayout
  /// Of sealed segments, in order, without a gap.
  private var runs: [IdentifierRun] = []
  private var filters = IdentifierFilter.Cache()
  private var active: [UInt64: Int] = [:]
  private var collisions: [(hash: UInt64, sequence: Int)] = []
  /// The events of each sealed segment.
  private var segments: [ClosedRange<Int>]

  /// How many runs of one size become one of the next.
  static let fanIn = 4

  /// Opens the runs of the sealed segments; what is missing is made anew, what is left over from a
  /// merge goes away.
  init(layout: LogLayout, sealed: [Seal]) throws {
    self.layout = layout
    segments = sealed.map { $0.first...$0.last.sequence }
    try openRuns()
  }

  /// Notes the id of an event of the unsealed segment.
  mutating func insert(_ hash: UInt64, _ sequence: Int) {
    if let earlier = active.updateValue(sequence, forKey: hash) {
      collisions.append((hash, earlier))
    }
  }

  /// The events whose ids have this hash.
  mutating func sequences(of hash: UInt64) throws -> [Int] {
    var sequences: [Int] = []
    if let sequence = active[hash] {
      sequences.append(sequence)
      for collision in collisions where collision.hash == hash {
        sequences.append(collision.sequence)
      }
    }
    var filterPages = 0
    for index in runs.indices {
      do {
        sequences += try self.sequences(of: hash, in: runs[index], filterPages)
      } catch {
        sequences += try self.sequences(of: hash, in: remake(index), filterPages)
      }
      filterPages += runs[index].filterPages
    }
    return sequences
  }

  /// The events of one run, before whose filter those of the other runs have so many pages.
  private mutating func sequences(
    of hash: UInt64, in run: IdentifierRun, _ before: Int
  ) throws(IdentifierPage.Damaged) -> [Int] {
    try run.sequences(of: hash) { page throws(IdentifierPage.Damaged) in
      try filters.page(before + page) { () throws(IdentifierPage.Damaged) in try run.filter(page) }
    }
  }

  /// Writes the run of the unsealed segment, which has been sealed, and begins a new one.
  mutating func seal(_ events: ClosedRange<Int>) throws {
    let entries = active.map { ($0.key, $0.value) } + collisions.map { ($0.hash, $0.sequence) }
    active.removeAll(keepingCapacity: true)
    collisions.removeAll()
    segments.append(events)
    try Self.write(entries, events, layout)
    runs.append(try IdentifierRun(events, layout))
    try mergeRuns()
    filters.removeAll()
  }

  /// The first eight bytes of an id's SHA-256.
  static func hash(of id: [UInt8], in range: Range<Int>) -> UInt64 {
    EventHash(sha256Of: id, in: range).firstWord.byteSwapped
  }

  /// The first eight bytes of an id's SHA-256.
  static func hash(of id: String) -> UInt64 { EventHash(sha256Of: id).firstWord.byteSwapped }
}

extension IdentifierIndex {
  /// Takes the longest run that begins where the one before ends, and makes what there is none for.
  private mutating func openRuns() throws {
    let names = try layout.disk.names(in: layout.identifiers)
    for events in Self.runs(names, covering: segments) { runs.append(try open(events)) }
    try mergeRuns()
    let used = Set(self.runs.map { layout.identifierRun($0.events) })
    for name in names where !used.contains("\(layout.identifiers)/\(name)") {
      try layout.disk.remove("\(layout.identifiers)/\(name)")
    }
  }

  /// The runs that hold the ids of these segments: the longest of a name that begins where the one
  /// before ends, and one for a segment that none begins with.
  static func runs(
    _ names: [String], covering segments: [ClosedRange<Int>]
  ) -> [ClosedRange<Int>] {
    var named: [Int: [ClosedRange<Int>]] = [:]
    for range in names.compactMap(range(of:)) { named[range.lowerBound, default: []].append(range) }
    let ends = Set(segments.map(\.upperBound))
    var runs: [ClosedRange<Int>] = []
    for segment in segments where segment.lowerBound > runs.last?.upperBound ?? 0 {
      let candidates = (named[segment.lowerBound] ?? []).filter { ends.contains($0.upperBound) }
      runs.append(candidates.max { $0.upperBound < $1.upperBound } ?? segment)
    }
    return runs
  }

  private func open(_ events: ClosedRange<Int>) throws -> IdentifierRun {
    if layout.disk.exists(layout.identifierRun(events)) {
      do { return try IdentifierRun(events, layout) } catch is IdentifierRun.Damaged {}
    }
    return try make(events)
  }

  private mutating func remake(_ index: Int) throws -> IdentifierRun {
    runs[index] = try make(runs[index].events)
    return runs[index]
  }

  /// Makes a run from the segments.
  private func make(_ events: ClosedRange<Int>) throws -> IdentifierRun {
    var entries: [(UInt64, Int)] = []
    for segment in segments where events.contains(segment.lowerBound) {
      var scanner = try SegmentScanner(
        layout, segment.lowerBound,
        after: LogPosition(sequence: segment.lowerBound - 1, hash: .zero))
      while let line = try scanner.nextUnchained() {
        entries.append((line.identifierHash(in: scanner.bytes), line.sequence))
      }
    }
    try Self.write(entries, events, layout)
    return try IdentifierRun(events, layout)
  }

  private static func write(
    _ entries: [(UInt64, Int)], _ events: ClosedRange<Int>, _ layout: LogLayout
  ) throws {
    var writer = try IdentifierRun.Writer(events, layout)
    for (hash, sequence) in entries.sorted(by: { $0 < $1 }) { try writer.append(hash, sequence) }
    try writer.finish()
  }

  /// Merges the last four runs of one size, for as long as there are so many.
  private mutating func mergeRuns() throws {
    while let range = mergeableRuns() {
      let merged = Array(runs[range])
      let events = merged[0].events.lowerBound...merged[merged.count - 1].events.upperBound
      do {
        try Self.merge(merged, events, layout)
        runs.replaceSubrange(range, with: [try IdentifierRun(events, layout)])
      } catch is IdentifierRun.Damaged {
        runs.replaceSubrange(range, with: [try make(events)])
      }
      for run in merged { try layout.disk.remove(layout.identifierRun(run.events)) }
    }
  }

  /// The last four adjacent runs of one size, if there are.
  private func mergeableRuns() -> Range<Int>? {
    var end = runs.count
    while end >= Self.fanIn {
      let level = level(runs[end - 1].events)
      var start = end
      while start > 0, self.level(runs[start - 1].events) == level { start -= 1 }
      if end - start >= Self.fanIn { return start..<start + Self.fanIn }
      end = start
    }
    return nil
  }

  /// How often a run of these events was merged: by the number of segments that it covers.
  private func level(_ events: ClosedRange<Int>) -> Int {
    var count = segmentIndex(events.upperBound) - segmentIndex(events.lowerBound) + 1
    var level = 0
    while count >= Self.fanIn {
      count /= Self.fanIn
      level += 1
    }
    return level
  }

  private func segmentIndex(_ sequence: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].upperBound < sequence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Writes the pairs of several runs as one; pair by pair the least.
  private static func merge(
    _ runs: [IdentifierRun], _ events: ClosedRange<Int>, _ layout: LogLayout
  ) throws {
    var writer = try IdentifierRun.Writer(events, layout)
    var heads = runs.map { IdentifierRun.Cursor($0) }
    var pairs = try heads.indices.map { try heads[$0].next() }
    while true {
      var least: Int?
      for index in pairs.indices {
        guard let pair = pairs[index] else { continue }
        if let best = least, let other = pairs[best], other < pair { continue }
        least = index
      }
      guard let least, let pair = pairs[least] else { break }
      try writer.append(pair.hash, pair.sequence)
      pairs[least] = try heads[least].next()
    }
    try writer.finish()
  }

  /// The events of the run with this name.
  static func range(of name: String) -> ClosedRange<Int>? {
    guard name.utf8.count == 45, name.hasSuffix(".ids") else { return nil }
    let parts = name.dropLast(4).split(separator: "-")
    guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]), first <= last
    else { return nil }
    return first...last
  }
}
