import Catalog
import EventLog
import GRDB

/// What a rebuild made.
public struct RebuildReport: Hashable, Sendable {
  /// The events that were read.
  public var events: Int
  public var announcements: Int
  /// The fingerprint of the new index.
  public var digest: String
}

/// Fills a new generation of the index from the log, checks it and puts it in the place of the old.
///
/// Whoever reads goes on with the old one until the switch, and the old one stands where anything
/// fails.
struct Rebuild {
  let folder: IndexFolder
  let catalog: Catalog
  let log: any EventReading
  /// Whether what the live index has read need not be in the log: the loss is known and recorded.
  var acceptsLoss = false
  /// Called after each batch with the number of events done and of all.
  let progress: (Int, Int) -> Void

  /// Events that are decoded and classified at once.
  private static let batchSize = 5_000

  /// - Throws: ``ProjectionError``, ``EventLogError``, or what SQLite reports.
  func run() throws -> RebuildReport {
    if !acceptsLoss { try refuseLoss() }
    try folder.removeOldGenerations()
    let file = try folder.nextGeneration()
    do {
      let report = try fill(file)
      try folder.switchTo(file)
      try folder.removeOldGenerations()
      return report
    } catch {
      // A full disk has no room for half an index; what stays is removed by the next rebuild.
      try? folder.removeOldGenerations()
      throw error
    }
  }

  /// A live index that has read what the log does not hold tells of a loss, which must not be covered
  /// up.
  private func refuseLoss() throws {
    guard let checkpoint = try folder.checkpoint() else { return }
    guard try log.hash(at: checkpoint.sequence) == checkpoint.hash else {
      throw ProjectionError.aheadOfLog(sequence: checkpoint.sequence, head: log.head.sequence)
    }
  }

  private func fill(_ file: String) throws -> RebuildReport {
    let queue = try IndexDatabase.filling(file)
    let classifier = Classifier(catalog)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN")
      try Self.prepare(db, catalog)
      var projector = try Projector(db: db, catalog: catalog)
      var position = LogPosition.start
      try log.forEachBatch(after: 0, size: Self.batchSize) { batch in
        let events = try [ProjectedEvent](batch, classifier)
        if let last = batch.last {
          position = LogPosition(sequence: last.sequence, hash: last.hash)
        }
        try projector.apply(events, upTo: position)
        progress(position.sequence, log.head.sequence)
      }
      try projector.apply([], upTo: position)
      try IndexSchema.createSecondaryIndexes(db)
      try db.execute(sql: "INSERT INTO search (search) VALUES ('optimize')")
      try db.execute(sql: "COMMIT")
    }
    let report = try queue.writeWithoutTransaction { db in
      try verify(db)
      let announcements = try Int.fetchOne(db, sql: "SELECT count(*) FROM announcement") ?? 0
      let digest = try ContentDigest.compute(db)
      try db.execute(sql: "PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL")
      return RebuildReport(
        events: log.head.sequence, announcements: announcements, digest: digest)
    }
    try queue.close()
    return report
  }

  /// Creates the tables and writes what belongs to the catalog alone.
  static func prepare(_ db: Database, _ catalog: Catalog) throws {
    try IndexSchema.create(db)
    try IndexDatabase.set("schema", String(IndexSchema.version), db)
    try IndexDatabase.set("catalog", catalog.digest, db)
    for partner in catalog.partners {
      try db.execute(
        sql: "INSERT INTO partner (id, name, kind) VALUES (?, ?, ?)",
        arguments: [partner.id, partner.name, partner.kind.rawValue])
    }
    let lineage = Lineage(catalog.partners)
    for partner in catalog.partners {
      for (ordinal, name) in partner.names.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO partner_name (partner, ordinal, name, starts, ends) VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [
            partner.id, ordinal, name.name, name.period.from?.description,
            name.period.until?.description,
          ])
      }
      for (ordinal, predecessor) in lineage.predecessors(of: partner.id).enumerated() {
        try db.execute(
          sql: "INSERT INTO predecessor (partner, ordinal, predecessor) VALUES (?, ?, ?)",
          arguments: [partner.id, ordinal, predecessor])
      }
    }
    for topic in catalog.topics {
      try db.execute(
        sql: "INSERT INTO topic (id, name, facet) VALUES (?, ?, ?)",
        arguments: [topic.id, topic.name, topic.facet.rawValue])
    }
  }

  private func verify(_ db: Database) throws {
    let checkpoint = try IndexDatabase.checkpoint(db)
    guard checkpoint == log.head else {
      throw ProjectionError.failedVerification(
        "it ends at event \(checkpoint.sequence), the log at \(log.head.sequence)")
    }
    guard try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil else {
      throw ProjectionError.failedVerification("a row refers to one that is not there")
    }
    let orphans = try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM announcement a LEFT JOIN revision r ON r.id = a.current
        WHERE r.announcement IS NOT a.id
        """)
    guard orphans == 0 else {
      throw ProjectionError.failedVerification("\(orphans ?? 0) announcements have no revision")
    }
    do {
      try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    } catch {
      throw ProjectionError.failedVerification("full text: \(error)")
    }
  }
}
