import JSONBytes

/// What is found when a log is opened: its segments, how far it is durable, and the unsealed
/// segment read to its end.
struct OpenedLog {
  var seals: [Seal]
  /// The first sequence of the unsealed segment.
  var active: Int
  /// The last event, and where in the unsealed segment it ends.
  var head: LogPosition
  var end: Int
  /// When the last event of the unsealed segment was appended.
  var lastTime: Timestamp?
  /// The hashes of the ids of the unsealed segment, and their events.
  var identifiers: [(hash: UInt64, sequence: Int)]
  /// Where to begin reading in the unsealed segment.
  var offsets = OffsetIndex()
  /// What `DURABLE` said, and in which slot.
  var mark: (mark: DurableMark, slot: Int)?
  /// The greatest sequence that anything calls durable.
  var durable: Int
  /// Where the unsealed segment stops making sense, if it does.
  var damage: Damage?
  /// What is damaged or gone although it was durable: no torn tail.
  var loss: Damage?

  /// Reads a log that exists.
  ///
  /// - Parameters:
  ///   - layout: Where the log lies.
  ///   - checkpoint: How far a projection has read: what was projected was durable.
  ///   - hashesIDs: Whether anyone wants to know the ids.
  /// - Returns: The log up to the first byte that makes no sense, all of what is durable at least.
  /// - Throws: ``EventLogError/corrupt(_:)`` where segments or seals are damaged or gone.
  static func read(
    _ layout: LogLayout, checkpoint: LogPosition?, hashesIDs: Bool = true
  ) throws -> OpenedLog {
    // The mark first: what it calls durable is in the segments that are listed afterwards.
    let mark = try DurableMark.read(layout)
    let segments = try layout.segments()
    let seals = try readSeals(layout, segments)
    let last = seals.last?.last ?? .start
    let active = segments.last == seals.last?.first ? last.sequence + 1 : segments.last ?? 1
    guard active == last.sequence + 1 else {
      throw EventLogError.corrupt(
        Damage(
          file: layout.segment(last.sequence + 1), offset: 0, sequence: last.sequence + 1,
          problem: .missingSegment))
    }
    var log = OpenedLog(
      seals: seals, active: active, head: last, end: 0, lastTime: nil, identifiers: [], mark: mark,
      durable: max(mark?.mark.position.sequence ?? 0, last.sequence, checkpoint?.sequence ?? 0))
    if layout.disk.exists(layout.segment(active)) { try log.readActive(layout, hashesIDs) }
    log.findLoss(layout)
    return log
  }

  /// Reads the unsealed segment and notes the first bad byte, and what lies behind it.
  private mutating func readActive(_ layout: LogLayout, _ hashesIDs: Bool) throws {
    var scanner = try SegmentScanner(layout, active, after: head)
    do {
      var (before, begin) = (head, 0)
      while let (line, _) = try scanner.next() {
        if hashesIDs {
          identifiers.append((line.identifierHash(in: scanner.bytes), line.sequence))
        }
        offsets.note(before, at: begin)
        durable = max(durable, line.durable)
        let position = scanner.position
        if let mark = mark?.mark.position, mark.sequence == line.sequence, mark != position {
          loss = Damage(
            file: layout.durableMark, offset: 0, sequence: line.sequence, problem: .otherLog)
        }
        lastTime = line.timestamp(in: scanner.bytes)
        (before, begin) = (scanner.position, scanner.offset)
      }
    } catch EventLogError.corrupt(let damage) {
      self.damage = damage
    }
    head = scanner.position
    end = scanner.offset
    if damage != nil {
      // What a whole line behind the damage calls durable was acknowledged, the damage included.
      var later = durable
      while try scanner.passOver({ later = max(later, $0) }) {}
      durable = later
    }
  }

  /// Nothing that was durable may be missing: that is no torn tail but damage.
  private mutating func findLoss(_ layout: LogLayout) {
    guard loss == nil, head.sequence < durable else { return }
    loss =
      damage
      ?? Damage(
        file: layout.segment(active), offset: end, sequence: head.sequence + 1,
        problem: .missingEvents)
  }

  static func readSeals(_ layout: LogLayout, _ segments: [Int]) throws -> [Seal] {
    var seals: [Seal] = []
    for (index, first) in segments.enumerated() {
      let expected = (seals.last?.last.sequence ?? 0) + 1
      let path = layout.seal(first)
      guard layout.disk.exists(path) else {
        if index == segments.count - 1 { break }  // the unsealed one
        throw damage(path, expected, .sealUnreadable)
      }
      guard let seal = Seal(try layout.disk.contents(of: path)), seal.first == first else {
        throw damage(path, expected, .sealUnreadable)
      }
      guard seal.first == expected else { throw damage(path, expected, .missingSegment) }
      guard try layout.disk.open(layout.segment(first), .read).size() == seal.bytes else {
        throw damage(layout.segment(first), expected, .sealMismatch)
      }
      seals.append(seal)
    }
    return seals
  }

  private static func damage(
    _ file: String, _ sequence: Int, _ problem: Damage.Problem
  ) -> EventLogError {
    .corrupt(Damage(file: file, offset: 0, sequence: sequence, problem: problem))
  }
}
