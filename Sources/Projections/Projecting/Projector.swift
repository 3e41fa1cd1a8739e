import Announcements
import Catalog
import EventLog
import GRDB
import JSONBytes

/// Writes what events mean into the tables, one event after the other, in one transaction.
struct Projector {
  let db: Database
  let catalog: Catalog
  /// The row that the next revision gets.
  private var nextRevision: Int64

  init(db: Database, catalog: Catalog) throws {
    self.db = db
    self.catalog = catalog
    nextRevision = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM revision") ?? 0) + 1
  }

  /// Writes events and how far the log has been read now.
  ///
  /// The full text is written last and at once: SQLite may begin a savepoint for any other statement,
  /// and at each of those FTS5 writes out what it has gathered.
  mutating func apply(_ events: [ProjectedEvent], upTo position: LogPosition) throws {
    let firstRevision = nextRevision
    for event in events { try apply(event) }
    try db.cachedStatement(
      sql: """
        INSERT INTO search (rowid, title, summary, text)
        SELECT id, title, summary, text FROM revision WHERE id >= ?
        """
    ).execute(arguments: [firstRevision])
    try db.cachedStatement(
      sql: "INSERT OR REPLACE INTO checkpoint (id, sequence, hash) VALUES (1, ?, ?)"
    ).execute(arguments: [position.sequence, position.hash.description])
  }

  private mutating func apply(_ projected: ProjectedEvent) throws {
    switch projected.event {
    case .published(let revision), .revised(let revision):
      guard let classification = projected.classification else { return }
      try apply(revision, classification, projected)
    case .withdrawn(let withdrawal):
      try db.cachedStatement(sql: "UPDATE announcement SET withdrawn = ? WHERE subject = ?")
        .execute(arguments: [
          projected.time.milliseconds, withdrawal.announcement.rawValue,
        ])
    case .redacted(let redaction): try apply(redaction, projected)
    case .feedRetrieved(let retrieval): try apply(retrieval, at: projected.time)
    case .feedPolicyChanged(let change):
      try db.cachedStatement(
        sql: "UPDATE feed SET ignores_guids = 1, policy_changes = ? WHERE id = ?"
      ).execute(arguments: [change.ordinal + 1, try feed(change.feed)])
    case nil: break
    }
  }
}

// MARK: - Announcements

extension Projector {
  private mutating func apply(
    _ revision: Revision, _ classification: Classification, _ projected: ProjectedEvent
  ) throws {
    let feed = try feed(revision.feed)
    let row = nextRevision
    nextRevision += 1
    let known = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id, recorded, current FROM announcement WHERE subject = ?"),
      arguments: [revision.announcement.rawValue])
    let recorded: Int64 = known.map { $0["recorded"] } ?? projected.time.milliseconds
    let position = Self.position(of: revision, recorded, projected.time)

    let announcement: Int64
    if let known {
      announcement = known["id"]
      try retire(known["current"])
      try db.cachedStatement(
        sql: """
          UPDATE announcement
          SET current = ?, revision = ?, publisher = ?, position = ?, withdrawn = NULL, identity = ?
          WHERE id = ?
          """
      ).execute(arguments: [
        row, revision.number, classification.publisher, position,
        IdentityColumn.encode(revision.identity), announcement,
      ])
    } else {
      try db.cachedStatement(
        sql: """
          INSERT INTO announcement (
            subject, feed, publisher, recorded, position, revision, current, identity
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        revision.announcement.rawValue, feed, classification.publisher, recorded, position,
        revision.number, row, IdentityColumn.encode(revision.identity),
      ])
      announcement = db.lastInsertedRowID
    }
    try insert(revision, classification, as: row, of: announcement, projected)
    try insert(classification.mentions, of: row, announcement, position)
    try insert([revision.identity.candidate] + revision.identity.also, of: announcement, feed)
  }

  /// What orders lists: the date that the announcement gives, unless it is doubtful; else when it was
  /// first received.
  private static func position(
    of revision: Revision, _ recorded: Int64, _ time: Timestamp
  ) -> Int64 {
    let received = Timestamp(milliseconds: recorded).seconds
    guard let published = revision.entry.published, published.flag(received: time) == nil else {
      return received
    }
    return published.time?.seconds ?? received
  }

  /// Takes the mark of the current revision from the one before.
  private func retire(_ revision: Int64?) throws {
    try db.cachedStatement(sql: "UPDATE mention SET is_current = 0 WHERE revision = ?")
      .execute(arguments: [revision])
  }

  private func insert(
    _ revision: Revision, _ classification: Classification, as row: Int64,
    of announcement: Int64, _ projected: ProjectedEvent
  ) throws {
    let entry = revision.entry
    try db.cachedStatement(
      sql: """
        INSERT INTO revision (
          id, announcement, number, sequence, recorded, title, summary, text, link, content, document,
          published, published_raw, published_source, published_flag, updated, authors, categories,
          language, removed, received
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      row, announcement, revision.number, projected.sequence, projected.time.milliseconds,
      classification.title, classification.summary, classification.text, entry.link,
      revision.content, revision.document, entry.published?.time?.seconds, entry.published?.raw,
      entry.published?.source.rawValue,
      entry.published?.flag(received: projected.time)?.rawValue, entry.updated?.time?.seconds,
      Self.encoded(entry.authors), Self.encoded(entry.categories), entry.language,
      Self.encoded(classification.removed),
      classification.removed.isEmpty ? nil : "\(entry.title)\n\(entry.text)",
    ])
  }

  private func insert(
    _ mentions: [Mention], of revision: Int64, _ announcement: Int64, _ position: Int64
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO mention (
          revision, ordinal, announcement, kind, target, role, field, start, stop, words, name, rule,
          position, is_current
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
        """)
    for (ordinal, mention) in mentions.enumerated() {
      let (kind, target) =
        switch mention.target {
        case .partner(let id): ("partner", id)
        case .topic(let id): ("topic", id)
        }
      try statement.execute(arguments: [
        revision, ordinal, announcement, kind, target, mention.role.rawValue,
        mention.field.rawValue, mention.start, mention.end, mention.words, mention.name,
        mention.rule, position,
      ])
    }
  }

  private func insert(_ candidates: [Candidate], of announcement: Int64, _ feed: Int64) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO candidate (kind, key, feed, announcement) VALUES (?, ?, ?, ?)")
    for candidate in candidates {
      try statement.execute(arguments: [
        candidate.kind.rawValue, candidate.key, feed, announcement,
      ])
    }
  }
}

// MARK: - Redactions

extension Projector {
  /// Closes an announcement, of which nothing was projected: its events are erased, and an index that
  /// had read them before is made anew.
  private func apply(_ redaction: Redaction, _ projected: ProjectedEvent) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO redaction (subject, feed, sequence, recorded, reason) VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      redaction.announcement.rawValue, try feed(redaction.feed), projected.sequence,
      projected.time.milliseconds, redaction.reason,
    ])
    let row = db.lastInsertedRowID
    for key in redaction.keys {
      try db.cachedStatement(sql: "INSERT INTO closed_key (key, redaction) VALUES (?, ?)")
        .execute(arguments: [key, row])
    }
    for retrieval in redaction.retrievals {
      // Of a last retrieval that is erased, nobody knows the document any more.
      try db.cachedStatement(
        sql: """
          UPDATE feed SET document = NULL, retrievals = ?1 WHERE id = ?2 AND retrievals < ?1
          """
      ).execute(arguments: [retrieval.count, try feed(retrieval.feed)])
    }
  }
}

// MARK: - Feeds

extension Projector {
  private func apply(_ retrieval: Retrieval, at time: Timestamp) throws {
    try db.cachedStatement(
      sql: """
        UPDATE feed
        SET title = ?, link = ?, format = ?, document = ?, entries = ?, etag = ?, last_modified = ?,
            retrieved = ?, retrievals = ?
        WHERE id = ?
        """
    ).execute(arguments: [
      retrieval.title, retrieval.link, retrieval.format, retrieval.document,
      retrieval.counts.entries, retrieval.etag, retrieval.lastModified, time.milliseconds,
      retrieval.ordinal + 1, try feed(retrieval.feed),
    ])
  }

  /// The row of a feed, made where it is first named.
  private func feed(_ id: FeedID) throws -> Int64 {
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM feed WHERE name = ?"), arguments: [id.rawValue])
    if let known { return known }
    let rights = catalog.subscription(id.rawValue)?.rights ?? .own
    try db.cachedStatement(sql: "INSERT INTO feed (name, rights) VALUES (?, ?)")
      .execute(arguments: [id.rawValue, rights.rawValue])
    return db.lastInsertedRowID
  }
}

// MARK: - JSON columns

extension Projector {
  private static func encoded(_ strings: [String]) -> String? {
    guard !strings.isEmpty else { return nil }
    var writer = JSONWriter()
    writer.array { writer in strings.forEach { writer.value($0) } }
    return writer.string
  }

  private static func encoded(_ removed: [RemovedPassage]) -> String? {
    guard !removed.isEmpty else { return nil }
    var writer = JSONWriter()
    writer.array { writer in
      for passage in removed {
        writer.object { writer in
          writer.field("rule", passage.rule)
          writer.field("words", passage.words)
        }
      }
    }
    return writer.string
  }
}
