import GRDB
import JSONBytes

/// The rows of one announcement as a value.
enum DetailRow {
  static func fetch(_ id: String, _ db: Database) throws -> AnnouncementDetail? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT a.id, a.subject, a.recorded, a.publisher, a.revision, a.current, a.withdrawn,
          f.name AS feed, r.title, r.link, r.published, r.summary, r.text, r.authors, r.categories,
          r.removed, substr(r.text, 1, 400) AS beginning
        FROM announcement a
        JOIN revision r ON r.id = a.current
        JOIN feed f ON f.id = a.feed
        WHERE a.subject = ?
        """, arguments: [id])
    guard let row else { return nil }
    return AnnouncementDetail(
      summary: try SummaryRow.summary(row, db), text: row["text"],
      authors: try strings(row["authors"]), categories: try strings(row["categories"]),
      isWithdrawn: (row["withdrawn"] as Int64?) != nil,
      revisions: try revisions(of: row["id"], db), mentions: try mentions(of: row["current"], db),
      removed: try removed(row["removed"]))
  }

  private static func revisions(
    of announcement: Int64, _ db: Database
  ) throws -> [AnnouncementDetail.RevisionDetail] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM revision WHERE announcement = ? ORDER BY number",
      arguments: [announcement]
    ).map { row in
      AnnouncementDetail.RevisionDetail(
        number: row["number"], sequence: row["sequence"],
        recorded: Timestamp(milliseconds: row["recorded"]),
        published: (row["published"] as Int64?).map { Timestamp(seconds: $0) },
        publishedRaw: row["published_raw"], publishedSource: row["published_source"],
        publishedFlag: row["published_flag"], title: row["title"], summary: row["summary"],
        text: row["text"], link: row["link"], document: row["document"], reason: row["reason"])
    }
  }

  private static func mentions(
    of revision: Int64, _ db: Database
  ) throws -> [AnnouncementDetail.MentionDetail] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM mention WHERE revision = ? ORDER BY ordinal", arguments: [revision]
    ).map { row in
      AnnouncementDetail.MentionDetail(
        kind: row["kind"], target: row["target"], role: row["role"], field: row["field"],
        start: row["start"], end: row["stop"], words: row["words"], name: row["name"],
        rule: row["rule"])
    }
  }

  // MARK: JSON columns

  private static func strings(_ json: String?) throws -> [String] {
    guard let json else { return [] }
    var reader = JSONReader(Array(json.utf8))
    return try reader.strings()
  }

  private static func removed(_ json: String?) throws -> [AnnouncementDetail.RemovedWords] {
    guard let json else { return [] }
    var removed: [AnnouncementDetail.RemovedWords] = []
    var reader = JSONReader(Array(json.utf8))
    try reader.array { reader in
      var passage = AnnouncementDetail.RemovedWords(rule: "", words: "")
      try reader.object { reader, key in
        switch key {
        case "rule": passage.rule = try reader.string()
        case "words": passage.words = try reader.string()
        default: try reader.skip()
        }
      }
      removed.append(passage)
    }
    return removed
  }
}
