/// Reads a log, beside a writer or without one; sees durable events only.
///
/// What a reader serves is fixed when it is made: make a new one to see what came later. Where a
/// writer holds the log, that is what `DURABLE` says; where none does, the reader first syncs what a
/// killed writer may have left.
public struct LogReader: EventReading, Sendable {
  public let head: LogPosition
  let layout: LogLayout
  let seals: [Seal]
  /// The first sequence of the unsealed segment, and how much of it is durable.
  let active: Int
  let end: Int
  private let activeOffsets: OffsetIndex
  /// What follows the durable events of the unsealed segment: the remains of an unfinished write.
  public let tornBytes: Int
  /// What was durable and cannot be read; everything before it can.
  public let damage: Damage?

  /// Redactions that are in the log and whose data may not be erased yet: they are served erased.
  let unfinished: RedactionIntent

  /// How often opening is tried anew while writers come and go.
  private static let attempts = 20

  /// Opens the log in `directory`; a folder that is not there is an empty log.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)`` where a segment or a seal is missing or cannot be read;
  ///   ``SystemError``. Other damage is no error until it is reached.
  public init(_ directory: String) throws { try self.init(directory, on: LocalDisk()) }

  package init(_ directory: String, on disk: any Disk) throws {
    let layout = LogLayout(directory, on: disk)
    self = try Self.open(
      layout, besideWriter: { try Self(besideWriter: layout) }, alone: { try Self(alone: layout) })
  }

  /// Opens a log beside its writer or without one, whichever it is, and anew while writers come and
  /// go.
  static func open<Result>(
    _ layout: LogLayout, besideWriter: () throws -> Result, alone: () throws -> Result
  ) throws -> Result {
    for _ in 1..<Self.attempts {
      let before = try FileLock.lastHolder(layout.lock, on: layout.disk)
      if try FileLock.isHeld(layout.lock, on: layout.disk) { return try besideWriter() }
      let result = Swift.Result { try alone() }
      // A writer that came meanwhile has perhaps been seen at work, were it gone again.
      if try !FileLock.isHeld(layout.lock, on: layout.disk),
        try FileLock.lastHolder(layout.lock, on: layout.disk) == before
      {
        return try result.get()
      }
    }
    return try besideWriter()
  }

  /// What the mark calls durable: a writer may be at work behind it.
  private init(besideWriter layout: LogLayout) throws {
    self.layout = layout
    tornBytes = 0
    damage = nil
    activeOffsets = OffsetIndex()
    guard let mark = try DurableMark.read(layout)?.mark else {
      (head, seals, active, end) = (.start, [], 1, 0)  // a writer's first group
      unfinished = RedactionIntent()
      return
    }
    let sealed = try OpenedLog.readSeals(layout, try layout.segments()).filter {
      $0.last.sequence <= mark.position.sequence
    }
    head = mark.position
    seals = sealed
    active = (sealed.last?.last.sequence ?? 0) + 1
    end = mark.segment == active ? mark.offset : 0
    unfinished = try RedactionIntent.read(layout, upTo: head)
  }

  /// Everything up to the first byte that makes no sense, after syncing what a killed writer left.
  private init(alone layout: LogLayout) throws {
    self.layout = layout
    var size = 0
    if let last = try layout.segments().last {
      let segment = try layout.disk.open(layout.segment(last), .read)
      size = try segment.size()
      try segment.syncData()
    }
    let log = try OpenedLog.read(layout, checkpoint: nil, hashesIDs: false)
    (head, seals, active, end) = (log.head, log.seals, log.active, log.end)
    activeOffsets = log.offsets
    damage = log.loss
    unfinished = try RedactionIntent.read(layout, upTo: head)
    tornBytes = log.loss == nil ? max(0, size - log.end) : 0
  }

  /// The log, if nothing of it is damaged.
  ///
  /// - Throws: ``EventLogError/corrupt(_:)``.
  public func intact() throws -> LogReader {
    if let damage { throw EventLogError.corrupt(damage) }
    return self
  }

  public func forEachBatch(
    after sequence: Int, size: Int, _ body: ([RecordedEvent]) throws -> Void
  ) throws {
    var batch: [RecordedEvent] = []
    var names = (source: "", type: "")
    let result = Result {
      try forEachLine(after: sequence) { bytes, line, _ in
        // An event's hash stands in the next line: only the last of a batch is computed.
        if let last = batch.indices.last, batch[last].sequence == line.sequence - 1 {
          batch[last].hash = line.previous
        }
        let isLast = batch.count + 1 >= size || line.sequence == head.sequence
        let hash = isLast ? line.hash(in: bytes) : .zero
        var event = try line.event(from: bytes, hash: hash, &names)
        unfinished.apply(to: &event)
        batch.append(event)
        guard batch.count >= size else { return }
        try body(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    // What stands before the damage is handed on before the damage is told.
    if case .failure(let error) = result, !(error is EventLogError) { throw error }
    if let last = batch.indices.last {
      if case .failure = result, let hash = try hash(at: batch[last].sequence) {
        batch[last].hash = hash
      }
      try body(batch)
    }
    try result.get()
  }

  /// Hands on the lines after `sequence` as they stand in the file, each with its line feed.
  public func forEachLine(after sequence: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    try forEachLine(after: sequence) { bytes, line, range in
      try body(unfinished.apply(to: line, in: range, of: bytes) ?? bytes[range])
    }
  }

  public func hash(at sequence: Int) throws -> EventHash? {
    if sequence == 0 { return .zero }
    if sequence == head.sequence { return head.hash }
    guard sequence < head.sequence else { return nil }
    guard let segment = segments.last(where: { $0.first <= sequence }) else { return nil }
    if let seal = segment.seal, seal.last.sequence == sequence { return seal.last.hash }
    var scanner = try scanner(segment, after: sequence - 1)
    while let (line, _) = try scanner.next() {
      if line.sequence == sequence { return line.hash(in: scanner.bytes) }
    }
    return nil
  }

  /// A segment with the event before it and how many of its bytes are durable.
  struct Segment {
    var first: Int
    var before: LogPosition
    var end: Int
    var seal: Seal?
  }

  /// The segments that hold durable events, in order.
  var segments: [Segment] {
    var segments: [Segment] = []
    var before = LogPosition.start
    for seal in seals {
      segments.append(Segment(first: seal.first, before: before, end: seal.bytes, seal: seal))
      before = seal.last
    }
    if end > 0 { segments.append(Segment(first: active, before: before, end: end, seal: nil)) }
    return segments
  }

  /// Begins in a segment at or a little before the event that follows `sequence`.
  func scanner(_ segment: Segment, after sequence: Int) throws -> SegmentScanner {
    let offsets =
      try segment.seal.map { try OffsetIndex.read($0, layout) } ?? activeOffsets
    let start = offsets?.start(after: sequence)
    return try SegmentScanner(
      layout, segment.first, after: start?.before ?? segment.before, at: start?.offset ?? 0,
      end: segment.end)
  }

  private func forEachLine(
    after sequence: Int, _ body: ([UInt8], LogLine, Range<Int>) throws -> Void
  ) throws {
    for segment in segments where (segment.seal?.last.sequence ?? .max) > sequence {
      var scanner = try scanner(segment, after: max(sequence, segment.before.sequence))
      while let (line, range) = try scanner.nextInOrder() {
        if line.sequence > sequence { try body(scanner.bytes, line, range) }
      }
    }
    if let damage { throw EventLogError.corrupt(damage) }
  }
}
