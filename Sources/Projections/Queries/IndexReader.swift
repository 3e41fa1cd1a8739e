public import EventLog
import GRDB
import JSONBytes

/// Answers queries from the live index, read-only.
public struct IndexReader: Sendable {
  let queue: DatabaseQueue
  /// How far the index has read the log.
  public let checkpoint: LogPosition
  /// The digest of the catalog that the index belongs to.
  public let catalogDigest: String

  /// Opens the index that `folder` names now.
  ///
  /// - Throws: ``ProjectionError/noIndex(_:)``, ``ProjectionError/otherVersion(_:)``, or what SQLite
  ///   reports.
  public init(_ folder: IndexFolder) throws {
    queue = try Self.open(folder)
    let (schema, catalog, checkpoint) = try queue.read { db in
      (
        try IndexDatabase.property("schema", db), try IndexDatabase.property("catalog", db),
        try IndexDatabase.checkpoint(db)
      )
    }
    guard schema == String(IndexSchema.version), let catalog else {
      throw ProjectionError.otherVersion(folder.link)
    }
    catalogDigest = catalog
    self.checkpoint = checkpoint
  }

  /// A generation may be unlinked between reading the link and opening it: then there is a newer.
  private static func open(_ folder: IndexFolder) throws -> DatabaseQueue {
    guard let file = try folder.current else { throw ProjectionError.noIndex(folder.link) }
    do {
      return try IndexDatabase.reading(file)
    } catch {
      guard let newer = try folder.current, newer != file else { throw error }
      return try IndexDatabase.reading(newer)
    }
  }

  // MARK: Announcements

  /// Hands on the announcements that match, newest first.
  ///
  /// - Throws: What SQLite reports, or what `body` throws.
  public func forEachAnnouncement(
    _ query: AnnouncementQuery, _ body: (AnnouncementSummary) throws -> Void
  ) throws {
    try queue.read { db in
      let selection = AnnouncementSelection(query)
      let rows = try Row.fetchCursor(db, sql: selection.sql, arguments: selection.arguments)
      var last: Int64?
      var count = 0
      while let row = try rows.next(), query.limit == 0 || count < query.limit {
        let id: Int64 = row["id"]
        guard id != last else { continue }  // an announcement has several mentions of a partner
        last = id
        count += 1
        try body(try SummaryRow.summary(row, db))
      }
    }
  }

  /// The announcements that match, newest first.
  public func announcements(_ query: AnnouncementQuery) throws -> [AnnouncementSummary] {
    var found: [AnnouncementSummary] = []
    try forEachAnnouncement(query) { found.append($0) }
    return found
  }

  /// The ids that begin with `prefix`, those of redacted announcements included, at most ten.
  public func announcementIDs(beginningWith prefix: String) throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT subject FROM announcement WHERE subject >= ?1 AND subject < ?1 || '~'
          UNION SELECT subject FROM redaction WHERE subject >= ?1 AND subject < ?1 || '~'
          ORDER BY subject LIMIT 10
          """, arguments: [prefix.lowercased()])
    }
  }

  /// What is known of an announcement that was redacted; nil where it was not.
  public func redaction(of id: String) throws -> RedactionDetail? {
    try queue.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT r.subject, f.name AS feed, r.sequence, r.recorded, r.reason
          FROM redaction r JOIN feed f ON f.id = r.feed WHERE r.subject = ?
          """, arguments: [id])
      return row.map { row in
        RedactionDetail(
          id: row["subject"], feed: row["feed"], sequence: row["sequence"],
          recorded: Timestamp(milliseconds: row["recorded"]), reason: row["reason"])
      }
    }
  }

  /// Everything about one announcement; nil where there is none.
  public func announcement(_ id: String) throws -> AnnouncementDetail? {
    try queue.read { db in try DetailRow.fetch(id, db) }
  }

  // MARK: Partners, topics, the whole

  /// Every partner of the catalog with its figures, in the order of their ids.
  public func partners() throws -> [TargetCount] { try counts(of: "partner", kind: "kind") }

  /// Every topic of the catalog with its figures, in the order of their ids.
  public func topics() throws -> [TargetCount] { try counts(of: "topic", kind: "facet") }

  /// What partners are called, by their ids.
  public func partnerNames() throws -> [String: String] { try names(in: "partner") }

  /// Whom a partner came from, the nearest first.
  public func predecessors(of partner: String) throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT predecessor FROM predecessor WHERE partner = ? ORDER BY ordinal",
        arguments: [partner])
    }
  }

  /// What partners were called at any time.
  public func namesInTime() throws -> NamesInTime {
    try queue.read { db in
      try NamesInTime(
        Row.fetchAll(
          db, sql: "SELECT partner, name, starts, ends FROM partner_name ORDER BY partner, ordinal")
      )
    }
  }

  /// How often a partner was met, a year a row.
  public func years(of partner: String) throws -> [YearCount] {
    try queue.read { db in
      try Row.fetchAll(db, sql: YearCount.selection, arguments: [partner]).map(YearCount.init)
    }
  }

  /// What topics are called, by their ids.
  public func topicNames() throws -> [String: String] { try names(in: "topic") }

  private func names(in table: String) throws -> [String: String] {
    try queue.read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT id, name FROM \(table)")
      return Dictionary(
        rows.map { ($0["id"], $0["name"]) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func counts(of table: String, kind: String) throws -> [TargetCount] {
    try queue.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT t.id, t.name, t.\(kind) AS kind, count(DISTINCT a.id) AS announcements,
            count(DISTINCT a.id) FILTER (WHERE m.role = 'publisher') AS published,
            max(a.position) AS newest
          FROM \(table) t
          LEFT JOIN mention m ON m.kind = '\(table)' AND m.target = t.id AND m.is_current = 1
          LEFT JOIN announcement a ON a.id = m.announcement AND a.withdrawn IS NULL
          GROUP BY t.id ORDER BY t.id
          """)
      return rows.map { row in
        TargetCount(
          id: row["id"], name: row["name"], kind: row["kind"],
          announcements: row["announcements"], published: row["published"],
          newest: (row["newest"] as Int64?).map { Timestamp(seconds: $0) })
      }
    }
  }

  /// The document that each feed gave last: its hash, the feed, and how many entries it had.
  public func documents() throws -> [(hash: String, feed: String, entries: Int)] {
    try queue.read { db in
      try Row.fetchAll(
        db, sql: "SELECT document, name, entries FROM feed WHERE document IS NOT NULL"
      ).map { ($0["document"], $0["name"], $0["entries"]) }
    }
  }

  /// How many announcements there are, withdrawn ones included.
  public func announcementCount() throws -> Int {
    try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM announcement") } ?? 0
  }

  /// The fingerprint of everything in the index, 64 hexadecimal digits.
  ///
  /// - Complexity: O(*n*) in the size of the index.
  public func digest() throws -> String {
    try queue.read { try ContentDigest.compute($0) }
  }
}
