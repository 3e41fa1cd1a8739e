import JSONBytes

extension RepairPlan {
  /// What a sound segment looks like from outside.
  private struct Shape {
    var before: LogPosition
    var last: LogPosition
    var time: String
    var bytes: Int
  }

  /// Goes from the last segment to the first; the first line of each names the last of the one
  /// before it.
  mutating func proveSegments() throws {
    var expected = missing.isEmpty ? end : nil
    var pending = slots
    if pending[pending.count - 1].last == .max { pending[pending.count - 1].last = end.sequence }
    if let last = pending.last, last.last < last.first { pending.removeLast() }  // it is empty
    while let slot = pending.popLast() {
      if let seal = seals[slot.first], slot.first...slot.last ~= seal.last.sequence,
        seal.last.sequence < slot.last
      {
        pending.append(Slot(first: slot.first, last: seal.last.sequence, hasFile: slot.hasFile))
        pending.append(Slot(first: seal.last.sequence + 1, last: slot.last, hasFile: false))
        continue
      }
      let sealed = seals[slot.first].flatMap { $0.last.sequence == slot.last ? $0.last : nil }
      let want = expected ?? sealed
      if let shape = try intact(slot, endingAt: want) {
        try prove(slot, shape)
        expected = shape.before
        continue
      }
      var pool = try ownLines(slot)
      let parts = try divided(slot, pool)
      if parts.count > 1 {
        pending += parts
        continue
      }
      try addCopiedLines(slot.first...slot.last, to: &pool)
      expected = try remake(slot, pool, endingAt: want)
    }
    report.actions.reverse()
  }

  /// Divides what was one segment or more before it was lost.
  private func divided(_ slot: Slot, _ pool: LinePool) throws -> [Slot] {
    guard let source, seals[slot.first]?.last.sequence != slot.last else { return [slot] }
    let lost = max(slot.first, (pool.lastOwn ?? 0) + 1)
    guard lost <= slot.last else { return [slot] }
    let starts = try source.segmentStarts(
      in: lost...slot.last, size: pool.ownBytes, limit: segmentLimit
    ).filter { $0 > slot.first }
    var parts: [Slot] = []
    var first = slot.first
    for start in starts + [slot.last + 1] {
      parts.append(
        Slot(first: first, last: start - 1, hasFile: slot.hasFile && first == slot.first))
      first = start
    }
    return parts
  }

  /// Reads a segment through; nil where it is not what it must be.
  private mutating func intact(_ slot: Slot, endingAt want: LogPosition?) throws -> Shape? {
    guard slot.hasFile else { return nil }
    var lines = try LineStream(layout.disk.open(layout.segment(slot.first), .read))
    var shape: Shape?
    while let range = try lines.next() {
      if slot.first == unsealed, slot.last == end.sequence, let shape, shape.last == want,
        !layout.disk.exists(layout.seal(slot.first))
      {
        return shape  // what follows is an unfinished write, which the next writer cuts off
      }
      // What makes no sense is mended, not told.
      guard let line = try? LogLine(lines.bytes, in: range), line.hasSoundData(in: lines.bytes)
      else { return nil }
      note(line, lines.bytes)
      let last = shape?.last ?? LogPosition(sequence: slot.first - 1, hash: line.previous)
      guard line.sequence == last.sequence + 1, line.previous == last.hash else { return nil }
      shape = Shape(
        before: shape?.before ?? last,
        last: line.position(in: lines.bytes),
        time: LogLine.text(lines.bytes, line.time), bytes: lines.offset + range.count)
    }
    guard let shape, want == nil || shape.last == want, shape.last.sequence == slot.last,
      shape.before.sequence > 0 || shape.before.hash == .zero
    else { return nil }
    return shape
  }

  /// Puts the lines of a segment together, from the last to the first.
  ///
  /// - Returns: What must stand at the end of the segment before it; nil where that is not known.
  private mutating func remake(
    _ slot: Slot, _ pool: LinePool, endingAt want: LogPosition?
  ) throws -> LogPosition? {
    var lines: [LinePool.Line] = []
    var next = want ?? pool.any(slot.last)?.position
    var sequence = slot.last
    while sequence >= slot.first {
      if let position = next, let line = pool[position],
        sequence > 1 || line.previous == .zero
      {
        lines.append(line)
        note(try LogLine(pool.bytes, in: line.range), pool.bytes)
        sequence -= 1
        next = LogPosition(sequence: sequence, hash: line.previous)
      } else {
        let known = max(pool.sequence(before: sequence) ?? 0, slot.first - 1)
        missing.append(known + 1...sequence)
        sequence = known
        next = known < slot.first ? nil : pool.any(known)?.position
      }
    }
    if missing.isEmpty { try write(slot, lines.reversed(), pool) }
    return next
  }

  private mutating func write(_ slot: Slot, _ lines: [LinePool.Line], _ pool: LinePool) throws {
    guard let first = lines.first, let last = lines.last else { return }
    var action = RepairReport.Action(kind: .segment, file: layout.segment(slot.first))
    for line in lines where !line.isOwn { action.taken.add(line.position.sequence) }
    let size = lines.reduce(0) { $0 + $1.range.count }
    let shape = Shape(
      before: LogPosition(sequence: slot.first - 1, hash: first.previous), last: last.position,
      time: last.time, bytes: size)
    try prove(slot, shape)
    if !isDryRun {
      let file = try AtomicFile(action.file, on: layout.disk)
      for line in lines { try file.append(try erased(line, pool)) }
      try file.stage()
    }
    report.actions.append(action)
  }

  /// Notes what a line erases, if it is a redaction.
  private mutating func note(_ line: LogLine, _ bytes: [UInt8]) {
    for sequence in Redaction(line, bytes)?.erased ?? [] { redactions[sequence] = line.sequence }
  }

  /// A line as it must be: a copy may hold data that were erased here.
  private func erased(_ line: LinePool.Line, _ pool: LinePool) throws -> [UInt8] {
    guard let redaction = redactions[line.position.sequence] else {
      return Array(pool.bytes[line.range])
    }
    let parts = try LogLine(pool.bytes, in: line.range)
    return ErasedData.erasing(parts, in: line.range, of: pool.bytes, by: redaction)
  }

  /// Notes a segment that is or will be sound, and its seal where it needs another.
  private mutating func prove(_ slot: Slot, _ shape: Shape) throws {
    if slot.last == end.sequence { lastSegment = (slot.first, shape.bytes) }
    let path = layout.seal(slot.first)
    let needsSeal = slot.first < unsealed || slot.last < end.sequence
    guard needsSeal || layout.disk.exists(path) else { return }
    guard let time = Timestamp(shape.time) else { return }
    let seal = Seal(first: slot.first, last: shape.last, time: time, bytes: shape.bytes)
    sound.append(seal)
    if seals[slot.first] != seal {
      report.actions.append(RepairReport.Action(kind: .seal, file: path))
      contents[path] = seal.encoded()
    }
  }

  /// The indexes that cannot be read; they are made from the segments.
  mutating func planIndexes() throws {
    for seal in sound.reversed() where try OffsetIndex.read(seal, layout) == nil {
      report.actions.append(RepairReport.Action(kind: .offsets, file: layout.offsets(seal.first)))
    }
    for name in try layout.disk.names(in: layout.identifiers) where name.hasSuffix(".ids") {
      guard let events = IdentifierIndex.range(of: name) else { continue }
      let path = layout.identifierRun(events)
      do {
        try IdentifierRun(events, layout).forEachPair { _, _ in }
      } catch is IdentifierRun.Damaged {
        report.actions.append(RepairReport.Action(kind: .ids, file: path))
      }
    }
  }
}
