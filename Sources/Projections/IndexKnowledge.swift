public import Announcements
import GRDB

/// What the index knows of the past, for deciding what an entry means.
///
/// It is lent by ``IndexWriter/withKnowledge(_:)`` and must not outlive that call.
public struct IndexKnowledge: Knowledge {
  let db: Database

  public func feed(_ id: FeedID) throws -> KnownFeed? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT document, retrievals, ignores_guids, policy_changes FROM feed WHERE name = ?"),
      arguments: [id.rawValue])
    guard let row else { return nil }
    var feed = KnownFeed()
    feed.document = row["document"]
    feed.retrievals = row["retrievals"]
    feed.ignoresGuids = row["ignores_guids"]
    feed.policyChanges = row["policy_changes"]
    return feed
  }

  public func announcements(
    in feed: FeedID, by candidate: Candidate
  ) throws -> [KnownAnnouncement] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.subject, a.revision, a.identity, a.withdrawn, r.content
          FROM candidate c
          JOIN announcement a ON a.id = c.announcement
          JOIN revision r ON r.id = a.current
          WHERE c.kind = ? AND c.key = ? AND c.feed = (SELECT id FROM feed WHERE name = ?)
          ORDER BY a.id
          """),
      arguments: [candidate.kind.rawValue, candidate.key, feed.rawValue])
    return try rows.map(Self.announcement)
  }

  public func announcement(
    outside feed: FeedID, by candidate: Candidate, content: String
  ) throws -> KnownAnnouncement? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT a.subject, a.revision, a.identity, a.withdrawn, r.content
          FROM candidate c
          JOIN announcement a ON a.id = c.announcement
          JOIN revision r ON r.id = a.current
          JOIN feed f ON f.id = c.feed
          WHERE c.kind = ? AND c.key = ? AND f.name <> ? AND EXISTS (
            SELECT 1 FROM revision o WHERE o.announcement = a.id AND o.content = ?
          )
          ORDER BY a.id LIMIT 1
          """),
      arguments: [candidate.kind.rawValue, candidate.key, feed.rawValue, content])
    return try row.map(Self.announcement)
  }

  public func closedAnnouncements(by key: String) throws -> [ClosedAnnouncement] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT r.id, r.subject, f.name AS feed
          FROM closed_key k JOIN redaction r ON r.id = k.redaction JOIN feed f ON f.id = r.feed
          WHERE k.key = ? ORDER BY r.subject
          """), arguments: [key])
    return try rows.map { row in
      let keys = try String.fetchSet(
        db.cachedStatement(sql: "SELECT key FROM closed_key WHERE redaction = ?"),
        arguments: [row["id"] as Int64])
      return ClosedAnnouncement(
        id: AnnouncementID(row["subject"]), feed: FeedID(row["feed"]), keys: keys)
    }
  }

  public func words(of announcement: AnnouncementID) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT coalesce(r.received, r.title || char(10) || r.text)
          FROM announcement a JOIN revision r ON r.id = a.current
          WHERE a.subject = ?
          """),
      arguments: [announcement.rawValue])
  }

  private static func announcement(_ row: Row) throws -> KnownAnnouncement {
    KnownAnnouncement(
      id: AnnouncementID(row["subject"]), revision: row["revision"], content: row["content"],
      identity: try IdentityColumn.decode(row["identity"]),
      isWithdrawn: (row["withdrawn"] as Int?) != nil)
  }
}
