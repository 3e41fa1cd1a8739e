public import Announcements
public import Catalog
public import EventLog
import GRDB
public import JSONBytes

/// The one that writes the live index: brings it up to the log and projects what is appended.
public final class IndexWriter {
  private let folder: IndexFolder
  private let lock: FileLock
  private let catalog: Catalog
  private let classifier: Classifier
  private let queue: DatabaseQueue
  /// How far the index has read the log.
  public private(set) var checkpoint: LogPosition

  /// How an index is opened.
  public struct Options {
    /// How long to wait for another writer.
    public var wait: Duration = .seconds(10)
    public var onWait: (_ holder: Int?) -> Void = { _ in }
    /// Called with a sentence where the index has to be made anew, which may take a while.
    public var notice: (String) -> Void = { _ in }
    /// Called with the number of events done and of all, while the index is made or brought up.
    public var progress: (Int, Int) -> Void = { _, _ in }
    /// Whether a rebuild replaces an index that has read what the log does not hold: only where that
    /// loss stands in the log as accepted.
    public var acceptsLoss = false

    public init() {}
  }

  /// Opens the index and brings it up to the head of the log.
  ///
  /// An index that is missing, of another version or of another catalog is rebuilt, and so is one
  /// that has yet to read a redaction.
  ///
  /// - Throws: ``ProjectionError``, ``EventLogError``, or what SQLite reports.
  public init(
    _ folder: IndexFolder, catalog: Catalog, log: any EventReading, _ options: Options = Options()
  ) throws {
    try folder.create()
    lock = try FileLock(folder.lock, wait: options.wait, onWait: options.onWait)
    self.folder = folder
    self.catalog = catalog
    classifier = Classifier(catalog)
    if let reason = try folder.reasonToRebuild(catalog) ?? folder.unreadRedaction(in: log) {
      if log.head.sequence > 0 { options.notice(reason) }
      _ = try Rebuild(
        folder: folder, catalog: catalog, log: log, progress: options.progress
      ).run()
    }
    // One that a crash left behind may hold words that were erased.
    try folder.removeOldGenerations()
    guard let file = try folder.current else { throw ProjectionError.noIndex(folder.link) }
    queue = try IndexDatabase.writing(file)
    checkpoint = try queue.read { try IndexDatabase.checkpoint($0) }
    try catchUp(with: log, options)
  }

  /// Projects events that were appended just now and are durable.
  ///
  /// - Parameters:
  ///   - events: The events, the first of which follows ``checkpoint``; none is a redaction, after
  ///     which the index is opened anew.
  ///   - time: When they were appended.
  ///   - position: The last event of the log.
  /// - Throws: What SQLite reports; the index then stands where it stood.
  public func project(
    _ events: [AnnouncementEvent], at time: Timestamp, upTo position: LogPosition
  ) throws {
    let first = checkpoint.sequence + 1
    let projected = [ProjectedEvent](events, first: first, time: time, classifier)
    try apply(projected, upTo: position)
  }

  /// Projects what the log holds after ``checkpoint``.
  public func catchUp(with log: any EventReading, _ options: Options = Options()) throws {
    guard try log.hash(at: checkpoint.sequence) == checkpoint.hash else {
      throw ProjectionError.aheadOfLog(sequence: checkpoint.sequence, head: log.head.sequence)
    }
    try log.forEachBatch(after: checkpoint.sequence, size: 5_000) { batch in
      guard let last = batch.last else { return }
      try apply(
        try [ProjectedEvent](batch, classifier),
        upTo: LogPosition(sequence: last.sequence, hash: last.hash))
      options.progress(last.sequence, log.head.sequence)
    }
  }

  /// Lends what the index knows; nothing may be projected meanwhile.
  public func withKnowledge<Result>(
    _ body: (IndexKnowledge) throws -> Result
  ) throws -> Result {
    try queue.read { try body(IndexKnowledge(db: $0)) }
  }

  private func apply(_ events: [ProjectedEvent], upTo position: LogPosition) throws {
    try queue.write { db in
      var projector = try Projector(db: db, catalog: catalog)
      try projector.apply(events, upTo: position)
    }
    checkpoint = position
  }
}

extension IndexFolder {
  /// How far the live index has read the log; nil where there is none that can be read.
  public func checkpoint() throws -> LogPosition? {
    guard let current = try current else { return nil }
    do {
      return try IndexDatabase.reading(current).read { try IndexDatabase.checkpoint($0) }
    } catch ProjectionError.damagedIndex {
      return nil
    }
  }

  /// Makes the index anew from the log.
  ///
  /// - Parameters:
  ///   - catalog: The catalog to classify by.
  ///   - log: Opens the log; called once nobody else writes to the index any more, so that the log
  ///     holds whatever the index has read.
  ///   - options: How to wait and whom to tell.
  /// - Returns: What was made.
  /// - Throws: ``ProjectionError``, ``EventLogError``, or what SQLite reports; the old index stands.
  public func rebuild(
    catalog: Catalog, log: () throws -> any EventReading,
    _ options: IndexWriter.Options = IndexWriter.Options()
  ) throws -> RebuildReport {
    try create()
    let lock = try FileLock(lock, wait: options.wait, onWait: options.onWait)
    let report = try Rebuild(
      folder: self, catalog: catalog, log: try log(), acceptsLoss: options.acceptsLoss,
      progress: options.progress
    ).run()
    _ = consume lock
    return report
  }

  private static let damaged = "the index is damaged: making it anew from the log"

  /// Words that are erased stay in the file of an index that has read them, full text above all: a
  /// reason to make it anew where the log holds a redaction that the index has not read.
  func unreadRedaction(in log: any EventReading) throws -> String? {
    guard try current != nil else { return nil }
    // An index that cannot be read now holds whatever words it holds, and is perhaps read again later.
    guard let checkpoint = try checkpoint() else { return Self.damaged }
    guard try log.hash(at: checkpoint.sequence) == checkpoint.hash else { return nil }
    var isUnread = false
    try log.forEachBatch(after: checkpoint.sequence, size: 5_000) { batch in
      isUnread = isUnread || batch.contains { $0.type == EventType.redacted.rawValue }
    }
    return isUnread ? "words were erased: making the index anew from the log" : nil
  }

  /// Why the live index cannot be gone on with, as a sentence; nil where it can.
  func reasonToRebuild(_ catalog: Catalog) throws -> String? {
    guard let current = try current else { return "there is no index yet: making it from the log" }
    let schema: String?
    let digest: String?
    do {
      (schema, digest) = try IndexDatabase.reading(current).read { db in
        (try IndexDatabase.property("schema", db), try IndexDatabase.property("catalog", db))
      }
    } catch ProjectionError.damagedIndex {
      return Self.damaged
    }
    guard schema == String(IndexSchema.version) else {
      return "the index was made by another version: making it anew from the log"
    }
    return digest == catalog.digest
      ? nil : "the catalog has changed: making the index anew from the log"
  }
}
