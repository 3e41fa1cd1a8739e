import Synchronization

/// Hands on the events of a log as they become durable: each once, in order, none before it is on
/// disk.
///
/// It sleeps until a file of the log changes and then reads what was added, and nothing else. A
/// folder that is not there yet is waited for. It takes no lock and keeps nobody from writing.
public final class LogFollower: Sendable {
  private let layout: LogLayout
  private let start: Int
  private let watch: FolderWatch
  private let isCancelled = Atomic(false)

  /// Makes a follower of the log in `directory`.
  ///
  /// - Parameters:
  ///   - directory: The folder of the log.
  ///   - sequence: The event before the first that is wanted.
  ///   - output: A pipe or socket: where whoever reads from it goes away, following ends.
  /// - Throws: ``SystemError`` where files cannot be watched here.
  public convenience init(
    _ directory: String, after sequence: Int, endingWith output: CInt? = nil
  ) throws {
    try self.init(directory, after: sequence, endingWith: output, on: LocalDisk())
  }

  package init(
    _ directory: String, after sequence: Int, endingWith output: CInt? = nil, on disk: any Disk
  ) throws {
    layout = LogLayout(directory, on: disk)
    start = sequence
    watch = try FolderWatch(endingWith: output)
  }

  /// Hands on events until ``cancel()`` is called, and returns then.
  ///
  /// - Parameters:
  ///   - size: How many events are handed on at a time, at most.
  ///   - skipped: Called where something is damaged or missing, and reading goes on behind it; nil
  ///     for an error.
  ///   - body: Called with the events.
  /// - Throws: ``EventLogError/corrupt(_:)`` without `skipped`, ``SystemError``, or what a closure
  ///   throws.
  public func follow(
    batches size: Int = 1_000, skipped: ((Damage) throws -> Void)? = nil,
    _ body: ([RecordedEvent]) throws -> Void
  ) throws {
    var batch: [RecordedEvent] = []
    func handOn() throws {
      if !batch.isEmpty { try body(batch) }
      batch.removeAll(keepingCapacity: true)
    }
    try run(skipped: skipped, pause: handOn) { bytes, line, _, unfinished in
      var event = try line.event(from: bytes)
      unfinished.apply(to: &event)
      batch.append(event)
      if batch.count >= size { try handOn() }
    }
  }

  /// Hands on lines as they stand in the file, each with its line feed; see
  /// ``follow(batches:skipped:_:)``.
  public func followLines(
    skipped: ((Damage) throws -> Void)? = nil, _ body: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    try run(skipped: skipped, pause: {}) { bytes, line, range, unfinished in
      try body(unfinished.apply(to: line, in: range, of: bytes) ?? bytes[range])
    }
  }

  /// Ends ``follow(batches:skipped:_:)``, from any thread.
  public func cancel() {
    isCancelled.store(true, ordering: .relaxed)
    watch.cancel()
  }
}

extension LogFollower {
  /// How far the log is durable.
  private struct Limit {
    /// The last durable event.
    var sequence: Int
    /// The segment in which it stands, and where it ends.
    var segment: Int
    var end: Int
  }

  /// Where reading goes on.
  private struct Place {
    var segment: Int
    var offset: Int
    /// The event before.
    var sequence: Int
    /// Its hash, where it is known.
    var hash: EventHash?
  }

  /// - Parameters:
  ///   - skipped: See ``follow(batches:skipped:_:)``.
  ///   - pause: Called before damage is told, and before there is something to wait for.
  ///   - body: Called with each line, the bytes that it refers to, where it stands in them, and the
  ///     redactions whose data may not be erased yet.
  /// - Throws: See ``follow(batches:skipped:_:)``.
  private func run(
    skipped: ((Damage) throws -> Void)?, pause: () throws -> Void,
    _ body: ([UInt8], LogLine, Range<Int>, RedactionIntent) throws -> Void
  ) throws {
    func skip(_ damage: Damage) throws {
      try pause()
      guard let skipped else { throw EventLogError.corrupt(damage) }
      try skipped(damage)
    }
    var place: Place?
    var watched: CInt?
    repeat {
      // Watched before it is looked at, so that whatever comes in between wakes the one who waits.
      let now = try watchNearestFolder()
      if let watched, watched != now { watch.unwatch(watched) }
      watched = now
      while !isCancelled.load(ordering: .relaxed),
        let limit = try limit(after: place?.sequence ?? start)
      {
        var next = try place ?? firstPlace()
        try read(&next, to: limit, skip, body)
        place = next
        try pause()
      }
    } while try watch.wait() == .changed
  }

  /// Watches the log's folder, or where it is not there yet the nearest above it.
  private func watchNearestFolder() throws -> CInt {
    var folder = layout.directory
    var missing: String?
    while true {
      if let watched = try watch.watch(folder) {
        guard let missing, layout.disk.exists(missing) else { return watched }
        watch.unwatch(watched)
        return try watchNearestFolder()  // it came meanwhile
      } else {
        missing = folder
        folder = Path.parent(of: folder)
      }
    }
  }

  /// How far the log is durable, if that is beyond `sequence`.
  private func limit(after sequence: Int) throws -> Limit? {
    // A redaction that a writer did not finish counts for the events before it, which are durable
    // earlier: then the mark alone does not do, unless the writer is at work.
    let isCut =
      try layout.disk.exists(layout.redacting) && !FileLock.isHeld(layout.lock, on: layout.disk)
    if let mark = try DurableMark.read(layout)?.mark, mark.position.sequence > sequence, !isCut {
      return Limit(sequence: mark.position.sequence, segment: mark.segment, end: mark.offset)
    }
    guard try !FileLock.isHeld(layout.lock, on: layout.disk) else { return nil }
    // A writer that was killed may have left lines that count once they are synced.
    let inventory = try LogInventory(layout)
    guard inventory.durable > sequence, let last = inventory.segments.last else { return nil }
    return Limit(sequence: inventory.durable, segment: last.first, end: last.end)
  }

  /// The start of the segment that holds the first event that is wanted.
  private func firstPlace() throws -> Place {
    let first = try layout.segments().last { $0 <= start + 1 } ?? 1
    return Place(segment: first, offset: 0, sequence: first - 1, hash: first == 1 ? .zero : nil)
  }

  /// Reads what is durable behind `place`.
  private func read(
    _ place: inout Place, to limit: Limit, _ skip: (Damage) throws -> Void,
    _ body: ([UInt8], LogLine, Range<Int>, RedactionIntent) throws -> Void
  ) throws {
    // One that comes later is not durable at this limit: the next one brings it.
    let unfinished = try RedactionIntent.read(
      layout, upTo: LogPosition(sequence: limit.sequence, hash: .zero))
    while place.sequence < limit.sequence {
      let next = try layout.segments().first { $0 > place.segment && $0 <= limit.segment }
      let last = place.segment == limit.segment ? limit.sequence : next.map { $0 - 1 }
      if layout.disk.exists(layout.segment(place.segment)) {
        var scanner = try SalvageScanner(
          layout, place.segment, after: place.sequence, hash: place.hash, at: place.offset,
          end: place.segment == limit.segment ? limit.end : nil, last: last)
        while let step = try scanner.next() {
          if isCancelled.load(ordering: .relaxed) { return }
          switch step {
          case .damage(let damage): try skip(damage)
          case .line(let line, let range):
            if line.sequence > start { try body(scanner.lines.bytes, line, range, unfinished) }
          }
        }
        place.offset = scanner.lines.offset
        (place.sequence, place.hash) = (scanner.sequence, scanner.hash)
      }
      guard place.sequence < limit.sequence else { return }
      let first = next ?? limit.sequence + 1
      if first > place.sequence + 1 {
        try skip(
          Damage(
            file: layout.segment(place.sequence + 1), offset: 0, sequence: place.sequence + 1,
            problem: .missingSegment, missing: place.sequence + 1..<first))
        place.hash = nil
      }
      place = Place(segment: first, offset: 0, sequence: first - 1, hash: place.hash)
    }
  }
}
