/// What must be done so that a log is whole again, found without changing it.
///
/// First the log's end is looked for, forward from the last place that a seal, the mark or a
/// checkpoint names; then the segments are proven from the last to the first, each by the one behind
/// it. One segment is in memory at a time; what is made anew waits under temporary names.
struct RepairPlan {
  /// A file of the log, there or missing, and the events that belong into it.
  struct Slot {
    var first: Int
    /// In the last segment all that is behind its first.
    var last: Int
    var hasFile: Bool
  }

  let layout: LogLayout
  let source: RepairSource?
  let segmentLimit: Int
  let isDryRun: Bool
  /// By the first event; those that can be read.
  let seals: [Int: Seal]
  /// The first event of the last segment, which need not be sealed.
  let unsealed: Int
  var slots: [Slot]
  /// The seals that the log must have, from the last to the first.
  var sound: [Seal] = []
  /// The segment in which the log ends, and where in it.
  var lastSegment = (first: 1, bytes: 0)
  /// What stands at the end of the log.
  var end: LogPosition
  /// What neither the log nor the copy has.
  var missing: [ClosedRange<Int>] = []
  var report = RepairReport()
  /// The redaction of each event that one erases; it stands behind what it erases, so it is seen
  /// first.
  var redactions: [Int: Int] = [:]
  /// The small files that are made anew.
  var contents: [String: [UInt8]] = [:]

  /// - Throws: ``RepairError/missing(_:hasSource:)``, ``SystemError``.
  init(
    _ layout: LogLayout, _ source: RepairSource?, _ options: LogWriter.Options, isDryRun: Bool
  ) throws {
    self.layout = layout
    self.source = source
    self.isDryRun = isDryRun
    segmentLimit = options.segmentLimit
    let mark = try DurableMark.read(layout)?.mark
    let segments = Set(try layout.segments())
    let sealNames = try layout.disk.names(in: layout.directory).compactMap { name in
      name.hasSuffix(".seal") ? Int(name.dropLast(5)) : nil
    }
    var seals: [Int: Seal] = [:]
    for first in sealNames {
      let seal = Seal(try layout.disk.contents(of: layout.seal(first)))
      if let seal, seal.first == first { seals[first] = seal }
    }
    self.seals = seals
    slots = segments.union(sealNames).union([1]).sorted().map {
      Slot(first: $0, last: .max, hasFile: segments.contains($0))
    }
    for index in slots.indices.dropLast() { slots[index].last = slots[index + 1].first - 1 }
    unsealed = slots[slots.count - 1].first
    let known = seals.values.map(\.last) + [mark?.position, options.checkpoint].compactMap { $0 }
    end = known.max { $0.sequence < $1.sequence } ?? .start
    do {
      try findEnd()
      try proveSegments()
      guard missing.isEmpty else { throw unrepairable() }
      try planMark(mark)
      try planIndexes()
    } catch {
      // What stays under a temporary name is overwritten by the next repair.
      for action in report.actions where action.kind == .segment && !isDryRun {
        try? layout.disk.remove(AtomicFile.temporary(action.file))
      }
      throw error
    }
    report.head = end
  }

  /// The sound lines of a segment.
  func ownLines(_ slot: Slot) throws -> LinePool {
    var pool = LinePool()
    guard slot.hasFile else { return pool }
    var lines = try LineStream(layout.disk.open(layout.segment(slot.first), .read))
    while let (line, place) = try lines.nextSound() {
      pool.add(line, lines.bytes, place, isOwn: true)
    }
    return pool
  }

  /// Adds the sound lines that the copy has in `range`.
  func addCopiedLines(_ range: ClosedRange<Int>, to pool: inout LinePool) throws {
    try source?.forEachLine(in: range) { pool.add($0, $1, $2, isOwn: false) }
  }

  /// Walks on from the last place that is known by its hash, for as long as lines follow each other.
  private mutating func findEnd() throws {
    let known = end
    for slot in slots where slot.last > end.sequence {
      var pool = try ownLines(slot)
      let last = max(pool.lastOwn ?? 0, slot.last == .max ? 0 : slot.last)
      if last > end.sequence { try addCopiedLines(end.sequence + 1...last, to: &pool) }
      // All of a segment that has a successor was durable, and what its lines say was.
      let durable = slot.last == .max ? pool.durable : slot.last
      while true {
        while let next = pool.successor(of: end) { end = next.position }
        guard end.sequence < durable else { break }
        let next = pool.sequence(after: end.sequence) ?? .max
        if next > end.sequence + 1 {
          missing.append(end.sequence + 1...min(next - 1, durable))
        } else {
          let wrong = end == known ? next : end.sequence  // what is known by its hash is right
          missing.append(wrong...wrong)
        }
        guard next <= durable, let line = pool.any(next) else {
          end = LogPosition(sequence: durable, hash: .zero)
          break
        }
        end = line.position
      }
    }
    // What the copy has behind the end of this log was lost here.
    guard missing.isEmpty else { return }
    try source?.forEachLine(in: end.sequence + 1 ... .max) { line, bytes, _ in
      guard line.sequence == end.sequence + 1, line.previous == end.hash else { return }
      end = line.position(in: bytes)
    }
  }

  private func unrepairable() -> RepairError {
    var merged: [ClosedRange<Int>] = []
    for range in missing.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
        merged[merged.count - 1] =
          last.lowerBound...Swift.max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return .missing(merged, hasSource: source != nil)
  }

  /// The mark is made anew where it cannot be read, and where the log was.
  private mutating func planMark(_ mark: DurableMark?) throws {
    let path = layout.durableMark
    let isUnreadable =
      try mark == nil && layout.disk.exists(path) && !layout.disk.contents(of: path).isEmpty
    guard isUnreadable || !report.actions.isEmpty, end.sequence > 0 else { return }
    let made = DurableMark(position: end, segment: lastSegment.first, offset: lastSegment.bytes)
    guard made != mark else { return }
    report.actions.append(RepairReport.Action(kind: .mark, file: path))
    contents[path] = made.encoded()
  }
}
