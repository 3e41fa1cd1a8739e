import GRDB
import JSONBytes

/// Rows of a list as values.
enum SummaryRow {
  /// The bytes of a summary that is made from the text.
  private static let summaryLength = 280

  static func summary(_ row: Row, _ db: Database) throws -> AnnouncementSummary {
    let tags = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT kind, target, role FROM mention
          WHERE announcement = ? AND is_current = 1 ORDER BY kind, target, role
          """), arguments: [row["id"] as Int64])
    var partners: [AnnouncementSummary.TaggedPartner] = []
    var topics: [String] = []
    for tag in tags {
      let target: String = tag["target"]
      let role: String = tag["role"]
      if tag["kind"] == "topic" {
        if topics.last != target { topics.append(target) }
      } else if partners.last?.id == target {
        partners[partners.count - 1].roles.append(role)
      } else {
        partners.append(AnnouncementSummary.TaggedPartner(id: target, roles: [role]))
      }
    }
    return AnnouncementSummary(
      id: row["subject"], title: row["title"], link: row["link"],
      published: (row["published"] as Int64?).map { Timestamp(seconds: $0) },
      recorded: Timestamp(milliseconds: row["recorded"]), feed: row["feed"],
      publisher: row["publisher"], revision: row["revision"],
      summary: row["summary"] ?? shortened(row["beginning"]), partners: partners, topics: topics)
  }

  /// The first words of a text, on one line.
  private static func shortened(_ text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    var summary = ""
    for word in words {
      guard summary.utf8.count + word.utf8.count < summaryLength else { return summary + " …" }
      summary += summary.isEmpty ? String(word) : " \(word)"
    }
    return summary
  }
}
