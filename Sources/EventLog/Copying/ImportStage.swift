import JSONBytes

/// The segments that an import has written under temporary names.
struct ImportStage: ~Copyable {
  private let layout: LogLayout
  private let log: OpenedLog
  private let segmentLimit: Int
  private var identifiers: IdentifierIndex
  private var seals: [Seal] = []
  private var file: AtomicFile?
  /// The first event of the segment that is written.
  private var first: Int
  private var head: LogPosition
  /// Of the last event.
  private var time: Timestamp

  init(_ layout: LogLayout, _ log: OpenedLog, _ segmentLimit: Int) throws {
    self.layout = layout
    self.log = log
    self.segmentLimit = segmentLimit
    identifiers = try IdentifierIndex(layout: layout, sealed: log.seals)
    for (hash, sequence) in log.identifiers { identifiers.insert(hash, sequence) }
    first = log.active
    head = log.head
    time =
      log.lastTime ?? log.seals.last?.time ?? Timestamp(milliseconds: 0)
  }

  deinit {
    // What is not put in its place is overwritten by the next import.
    for seal in seals { try? layout.disk.remove(AtomicFile.temporary(layout.segment(seal.first))) }
  }

  /// Writes the line that follows, `bytes[range]`.
  ///
  /// - Throws: ``LineError`` where its id is in the log already or time goes back; ``SystemError``.
  mutating func append(_ line: LogLine, _ bytes: [UInt8], _ range: Range<Int>) throws {
    let id = line.identifier(in: bytes)
    let hash = IdentifierIndex.hash(of: id, in: id.indices)
    let isKnown = try identifiers.sequences(of: hash).contains { try identifier(of: $0) == id }
    guard !isKnown else { throw LineError(problem: .duplicate) }
    guard let time = Timestamp(LogLine.text(bytes, line.time)) else {
      throw LineError(problem: .format)
    }
    guard time >= self.time else { throw LineError(problem: .time) }
    if file == nil { file = try reopened() }
    if let full = file, full.size > 0, full.size + range.count > segmentLimit {
      try seal(full)
      file = try AtomicFile(layout.segment(first), on: layout.disk)
    }
    try file?.append(bytes[range])
    identifiers.insert(hash, line.sequence)
    head = line.position(in: bytes)
    self.time = time
  }

  /// Puts all in place, in order: each segment, its seal, the next; and then the mark.
  ///
  /// - Returns: How many events were added.
  mutating func commit() throws -> Int {
    guard let file else { return 0 }
    let size = file.size
    try file.stage()
    let staged = seals
    seals = []
    for seal in staged {
      try AtomicFile.putStaged(layout.segment(seal.first), on: layout.disk)
      try layout.disk.writeAtomically(seal.encoded(), to: layout.seal(seal.first))
    }
    try AtomicFile.putStaged(layout.segment(first), on: layout.disk)
    let mark = DurableMark(position: head, segment: first, offset: size)
    try layout.disk.writeAtomically(mark.encoded(), to: layout.durableMark)
    try OffsetIndex.makeMissing(log.seals + staged, layout)
    return head.sequence - log.head.sequence
  }

  /// A copy of the unsealed segment, to which lines are added.
  private func reopened() throws -> AtomicFile {
    let copy = try AtomicFile(layout.segment(first), on: layout.disk)
    guard log.end > 0 else { return copy }
    var lines = try LineStream(layout.disk.open(layout.segment(first), .read), to: log.end)
    while let range = try lines.next() { try copy.append(lines.bytes[range]) }
    return copy
  }

  private mutating func seal(_ full: AtomicFile) throws {
    try full.stage()
    seals.append(Seal(first: first, last: head, time: time, bytes: full.size))
    try identifiers.seal(first...head.sequence)
    first = head.sequence + 1
  }

  /// Reads the id of an event that is in the log or was imported.
  private func identifier(of sequence: Int) throws -> [UInt8]? {
    let segments = log.seals.map(\.first) + [log.active] + seals.map(\.first) + [first]
    let segment = segments.last { $0 <= sequence } ?? 1
    var path = layout.segment(segment)
    if segment >= log.active, layout.disk.exists(AtomicFile.temporary(path)) {
      path = AtomicFile.temporary(path)
      try file?.flush()
    }
    var lines = try LineStream(layout.disk.open(path, .read))
    while let range = try lines.next() {
      let line = try LogLine(lines.bytes, in: range)
      if line.sequence == sequence { return line.identifier(in: lines.bytes) }
    }
    return nil
  }
}
