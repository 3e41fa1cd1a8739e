public import JSONBytes

/// Appends events to a log on disk; at most one writer has a log open.
///
/// ``write(_:expecting:)`` puts events into the segment, ``commit()`` makes all that was written
/// durable and acknowledges it. In between a crash may lose what was written, and nobody but the
/// writer has seen it. A failed write or sync closes the log: the next opening recovers.
public final class LogWriter: EventAppending {
  /// The last event written, durable or not.
  public private(set) var head: LogPosition
  /// The last event known to be on disk.
  public private(set) var durable: LogPosition
  /// What was cut off when the log was opened, if anything was.
  public let recovery: RecoveryReport?

  let layout: LogLayout
  private let lock: FileLock
  private let now: () -> Timestamp
  private let segmentLimit: Int
  private var segment: SegmentFile
  private let marks: any DiskFile
  /// The first sequence of the segment that is written, and its bytes so far.
  private(set) var active: Int
  private(set) var size: Int
  /// Where in the segment the last durable event ends.
  private var durableSize: Int
  private var slot: Int
  private var lastTime: Timestamp
  private(set) var seals: [Seal]
  private var identifiers: IdentifierIndex
  private var offsets: OffsetIndex
  private(set) var hasFailed = false

  /// How and when a log is opened.
  public struct Options {
    /// How long to wait for another writer.
    public var wait: Duration = .seconds(10)
    /// Called once when there is a writer to wait for, with its process.
    public var onWait: (_ holder: Int?) -> Void = { _ in }
    /// How far a projection has read.
    public var checkpoint: LogPosition?
    /// The bytes after which a segment is sealed.
    public var segmentLimit = 64 << 20
    public var now: () -> Timestamp = Timestamp.systemNow
    /// Where the files are.
    package var disk: any Disk = LocalDisk()

    public init() {}
  }

  /// Opens the log in `directory`, creating it where it is missing, and recovers it where a crash
  /// left a torn tail.
  ///
  /// - Throws: ``EventLogError`` or ``SystemError``; a damaged log is not touched.
  public init(_ directory: String, _ options: Options = Options()) throws {
    let disk = options.disk
    layout = LogLayout(directory, on: disk)
    if let read = options.checkpoint?.sequence, read > 0, !disk.exists(directory) {
      // A log that was read before is gone, or its disk is: another is not begun in its place.
      throw EventLogError.corrupt(
        Damage(
          file: layout.segment(1), offset: 0, sequence: 1, problem: .missingSegment,
          missing: 1..<read + 1))
    }
    try disk.createFolders(directory)
    lock = try FileLock(layout.lock, on: disk, wait: options.wait, onWait: options.onWait)
    var log = try OpenedLog.read(layout, checkpoint: options.checkpoint)
    if let loss = log.loss { throw EventLogError.corrupt(loss) }
    recovery = try log.cutOffTornTail(layout)
    now = options.now
    segmentLimit = options.segmentLimit
    identifiers = try IdentifierIndex(layout: layout, sealed: log.seals)
    try OffsetIndex.makeMissing(log.seals, layout)
    for (hash, sequence) in log.identifiers { identifiers.insert(hash, sequence) }
    offsets = log.offsets
    seals = log.seals
    active = log.active
    size = log.end
    durableSize = log.end
    head = log.head
    durable = log.head
    slot = log.mark?.slot ?? 1
    lastTime = log.lastTime ?? log.seals.last?.time ?? Timestamp(milliseconds: 0)
    segment = SegmentFile(try disk.open(layout.segment(active), .create))
    marks = try disk.open(layout.durableMark, .create)
    // Whoever made these files may have been killed before their names were on disk.
    try disk.syncFolder(directory)
    try disk.syncFolder(Path.parent(of: directory))
    if log.head.sequence > log.mark?.mark.position.sequence ?? 0 {
      // The complete lines that a killed writer left count once they are on disk. They are written
      // again, because after a failed sync Linux calls pages clean that are not on disk.
      let mark = log.mark?.mark
      try segment.rewrite(from: mark?.segment == active ? mark?.offset ?? 0 : 0, to: size)
      try segment.sync()
      try writeMark(DurableMark(position: durable, segment: active, offset: size))
    }
    try finishRedactions()
  }

  /// Syncs the mark, so that the next opening after a power cut finds the true one.
  deinit {
    // The mark is a hint that may lag: a failure here loses nothing.
    try? marks.syncData()
  }

  /// The most bytes of data that an event may have.
  var dataLimit: Int { segmentLimit / 2 }

  @discardableResult
  public func write(_ events: [Event], expecting expected: ExpectedHead) throws -> Appended {
    try write(LineBatch(events, limit: dataLimit), expecting: expected)
  }

  func write(_ batch: consuming LineBatch, expecting expected: ExpectedHead) throws -> Appended {
    guard !hasFailed else { throw EventLogError.closedByFailure }
    try expected.check(head.sequence)
    batch.keep(try batch.events.indicesOfNew(after: head.sequence, recorded: recorded))
    let time = min(max(now(), lastTime), .latest)
    let timeText = Array(time.rfc3339Milliseconds.utf8)
    var places: [Place] = []
    places.reserveCapacity(batch.lines.count)
    var position = head
    var start = 0  // of the lines that are not in the segment yet
    for (draft, identifier) in batch.lines {
      if size + draft.range.upperBound - start > segmentLimit,
        size + draft.range.lowerBound - start > 0
      {
        try flush(Array(batch.bytes[start..<draft.range.lowerBound]), places, position)
        try rollOver()
        places.removeAll()
        start = draft.range.lowerBound
      }
      let context = LineEncoder.Context(
        time: timeText, sequence: position.sequence + 1, durable: durable.sequence,
        previous: position.hash)
      places.append(
        Place(
          before: position, identifier: identifier,
          offset: size + draft.range.lowerBound - start))
      position = LogPosition(
        sequence: position.sequence + 1, hash: batch.complete(draft, context))
      lastTime = time
    }
    try flush(start == 0 ? batch.bytes : Array(batch.bytes[start...]), places, position)
    return Appended(count: batch.lines.count, time: time)
  }

  public func commit() throws {
    let commit = try beginCommit()
    guard durable.sequence < commit.position.sequence else { return }
    try endCommit(commit, Result { () throws(SystemError) in try commit.file.sync() })
  }

  /// A sync of the segment that is to be made, and what will be durable after it.
  package struct Commit {
    let file: SegmentFile
    let position: LogPosition
    fileprivate let segment: Int
    fileprivate let offset: Int
  }

  /// What a sync would make durable now.
  package func beginCommit() throws(EventLogError) -> Commit {
    guard !hasFailed else { throw EventLogError.closedByFailure }
    return Commit(file: segment, position: head, segment: active, offset: size)
  }

  /// Acknowledges what a sync made durable; one that failed closes the log.
  ///
  /// What an earlier sync made durable is not acknowledged once a later one has failed: it may have
  /// been cut off with the rest.
  package func endCommit(_ commit: Commit, _ result: Result<Void, SystemError>) throws {
    do {
      try result.get()
    } catch {
      hasFailed = true
      // Linux goes on to show what is not on disk, and calls it clean, so that a later sync by a
      // reader would lie. Where cutting it off fails too, the next opening writes it again before it
      // counts it.
      try? segment.file.truncate(to: durableSize)
      throw error
    }
    guard durable.sequence < commit.position.sequence else { return }
    guard !hasFailed else { throw EventLogError.closedByFailure }
    durable = commit.position
    durableSize = commit.offset
    do {
      try writeMark(
        DurableMark(position: durable, segment: commit.segment, offset: commit.offset))
    } catch {
      hasFailed = true
      throw error
    }
  }
}

extension LogWriter {
  /// A line that is being written.
  private struct Place {
    var before: LogPosition
    /// The hash of the event's id.
    var identifier: UInt64
    var offset: Int
  }

  /// Writes encoded lines at the end of the segment, whole or not at all.
  private func flush(
    _ lines: [UInt8], _ places: [Place], _ position: LogPosition
  ) throws {
    guard !lines.isEmpty else { return }
    do {
      try segment.file.write(lines, at: size)
    } catch {
      do { try segment.file.truncate(to: size) } catch { hasFailed = true }
      throw error
    }
    for place in places {
      identifiers.insert(place.identifier, place.before.sequence + 1)
      offsets.note(place.before, at: place.offset)
    }
    size += lines.count
    head = position
  }

  /// Seals the segment and begins the next: synced, seal written, then the new file.
  func rollOver() throws {
    try commit()
    try closingOnFailure {
      // Nothing may have been written since something was cut off; the seal names the size.
      try segment.file.sync()
      let seal = Seal(first: active, last: head, time: lastTime, bytes: size)
      try layout.disk.writeAtomically(seal.encoded(), to: layout.seal(active))
      try offsets.write(seal, layout)
      try identifiers.seal(active...head.sequence)
      seals.append(seal)
      offsets = OffsetIndex()
      active = head.sequence + 1
      segment = SegmentFile(try layout.disk.open(layout.segment(active), .create))
      try layout.disk.syncFolder(layout.directory)
      size = 0
      durableSize = 0
    }
  }

  /// Does what must not fail half-way: where it does, the log is closed, and the next opening
  /// recovers.
  func closingOnFailure(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      hasFailed = true
      throw error
    }
  }

  private func writeMark(_ mark: DurableMark) throws(SystemError) {
    slot = 1 - slot
    try marks.write(mark.encoded(), at: slot * DurableMark.slotSize)
  }

  /// The number of an event that the log has already.
  ///
  /// - Throws: ``EventLogError/conflict(id:sequence:)`` where the id is another event's.
  func sequence(of event: Event) throws -> Int? {
    let hash = IdentifierIndex.hash(of: event.id)
    guard let recorded = try recorded(event.id, hash) else { return nil }
    guard event.says(recorded) else {
      throw EventLogError.conflict(id: event.id, sequence: recorded.sequence)
    }
    return recorded.sequence
  }

  /// The event that the log has with this id; a hash that matches is confirmed by reading the line.
  private func recorded(_ id: String, _ hash: UInt64) throws -> RecordedEvent? {
    for sequence in try identifiers.sequences(of: hash) {
      guard let (line, bytes) = try read(sequence) else { continue }
      let event = try line.event(from: bytes)
      if event.id == id { return event }
    }
    return nil
  }

  /// The line of an event, durable or not, and the bytes that it refers to.
  func read(_ sequence: Int) throws -> (LogLine, [UInt8])? {
    var first = active
    var start = offsets.start(after: sequence - 1)
    if sequence < active {
      guard let seal = seals.last(where: { $0.first <= sequence }) else { return nil }
      first = seal.first
      start = try OffsetIndex.read(seal, layout)?.start(after: sequence - 1)
    }
    var scanner = try SegmentScanner(
      layout, first, after: start?.before ?? .start, at: start?.offset ?? 0)
    while let line = try scanner.nextUnchained() {
      if line.sequence == sequence { return (line, scanner.bytes) }
    }
    return nil
  }
}
