/// Copies a log, beside a writer or without one, into a folder that is a log itself.
///
/// The copy ends at a durable event. What the folder has already is compared byte by byte and not
/// written again; a segment that a redaction wrote anew is replaced. Each file is put in its place
/// whole and synced, in an order in which the folder is a sound log after every step.
public struct LogBackup {
  /// What a backup did.
  public struct Report: Hashable, Sendable {
    /// The last event of the backup.
    public var head: LogPosition
    /// How many events it did not have before.
    public var events: Int
    /// How many segments were written, and how many bytes.
    public var segments: Int
    public var bytes: Int
  }

  private let log: LogReader
  private let target: LogLayout
  private let folder: String
  private var report: Report

  /// Brings the log in `target` up to the log in `directory`; no lock is taken on that one.
  ///
  /// - Parameters:
  ///   - directory: The folder of the log.
  ///   - target: The folder of the backup's log, created where it is missing: to restore, copy it
  ///     back.
  ///   - options: How long to wait for another backup into the same folder.
  /// - Returns: What was copied.
  /// - Throws: ``BackupError``; ``EventLogError/corrupt(_:)`` where the log is damaged, and what is
  ///   damaged is not copied; ``SystemError``.
  public static func run(
    from directory: String, to target: String, _ options: LogWriter.Options = LogWriter.Options()
  ) throws -> Report {
    let disk = options.disk
    let log = try LogReader(directory, on: disk).intact()
    let layout = LogLayout(target, on: disk)
    try disk.createFolders(target)
    let lock = try FileLock(layout.lock, on: disk, wait: options.wait, onWait: options.onWait)
    defer { withExtendedLifetime(lock) {} }  // until all is done
    // What is there already is not written again, and an earlier backup may have been killed before
    // its names were on disk.
    try disk.syncFolder(target)
    do {
      try disk.syncFolder(Path.parent(of: target))
    } catch {
      // What we may not read, nobody like us has created anything in.
      guard error.isRefusal else { throw error }
    }
    var backup = LogBackup(log, layout)
    try backup.copy()
    return backup.report
  }

  private init(_ log: LogReader, _ target: LogLayout) {
    self.log = log
    self.target = target
    folder = target.directory
    report = Report(head: log.head, events: 0, segments: 0, bytes: 0)
  }

  private mutating func copy() throws {
    let earlier = try earlierBackup()
    report.events = log.head.sequence - earlier.head.sequence
    for segment in log.segments {
      try copy(segment)
      if let seal = segment.seal, !earlier.seals.contains(seal) {
        try target.disk.writeAtomically(seal.encoded(), to: target.seal(seal.first))
      }
    }
    guard let last = log.segments.last else { return }
    let mark = DurableMark(position: log.head, segment: last.first, offset: last.end)
    if earlier.mark?.mark != mark {
      try target.disk.writeAtomically(mark.encoded(), to: target.durableMark)
    }
  }

  /// What the folder holds, which must be the beginning of this log.
  private func earlierBackup() throws -> OpenedLog {
    let earlier: OpenedLog
    do {
      earlier = try OpenedLog.read(target, checkpoint: nil)
    } catch EventLogError.corrupt(let damage) {
      throw BackupError.damaged(damage)
    }
    if let loss = earlier.loss { throw BackupError.damaged(loss) }
    guard let hash = try log.hash(at: earlier.head.sequence) else {
      throw BackupError.newer(
        folder: folder, sequence: earlier.head.sequence, head: log.head.sequence)
    }
    guard hash == earlier.head.hash else {
      throw BackupError.otherLog(
        folder: folder, sequence: earlier.head.sequence, backup: earlier.head.hash, log: hash)
    }
    return earlier
  }

  /// Copies a segment, line by line checked, unless the same bytes are there.
  private mutating func copy(_ segment: LogReader.Segment) throws {
    let path = target.segment(segment.first)
    if try isSame(path, segment) { return }
    var scanner = try SegmentScanner(
      log.layout, segment.first, after: segment.before, end: segment.end)
    let copy = try AtomicFile(path, on: target.disk)
    while let (line, range) = try scanner.next() {
      let erased = log.unfinished.apply(to: line, in: range, of: scanner.bytes)
      try copy.append(erased ?? scanner.bytes[range])
    }
    guard scanner.position == segment.seal?.last ?? log.head else {
      throw scanner.damage(segment.seal == nil ? .missingEvents : .sealMismatch)
    }
    try copy.finish()
    report.segments += 1
    report.bytes += copy.size
  }

  /// Whether the file at `path` has the bytes of the segment, and no others.
  private func isSame(_ path: String, _ segment: LogReader.Segment) throws(SystemError) -> Bool {
    let last = segment.seal?.last.sequence ?? log.head.sequence
    let isBeingErased = log.unfinished.erased.contains { segment.first...last ~= $0 }
    guard !isBeingErased, target.disk.exists(path) else { return false }
    let theirs = try target.disk.open(path, .read)
    guard try theirs.size() == segment.end else { return false }
    let ours = try log.layout.disk.open(log.layout.segment(segment.first), .read)
    for offset in stride(from: 0, to: segment.end, by: 1 << 20) {
      let count = min(1 << 20, segment.end - offset)
      var (left, right): ([UInt8], [UInt8]) = ([], [])
      _ = try ours.read(count, at: offset, appendingTo: &left)
      _ = try theirs.read(count, at: offset, appendingTo: &right)
      guard left == right else { return false }
    }
    return true
  }
}
