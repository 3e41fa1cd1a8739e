import GRDB
import JSONBytes

/// A query as SQL, built so that SQLite walks an index in the order of the answer.
struct AnnouncementSelection {
  let sql: String
  let arguments: StatementArguments

  init(_ query: AnnouncementQuery) {
    var source = "announcement a"
    var position = "a.position"
    var order = "a.position DESC, a.id DESC"
    var conditions = ["a.withdrawn IS NULL"]
    var arguments: StatementArguments = []
    for (kind, targets) in [("partner", query.partners), ("topic", query.topic.map { [$0] } ?? [])]
    where !targets.isEmpty {
      if source == "announcement a" {
        // The mentions of a target stand in the order of the answer: of one, the newest are read and
        // no more.
        let mentions = targets.map { _ in
          """
          SELECT position, announcement FROM mention
          WHERE kind = '\(kind)' AND target = ? AND is_current = 1
          """
        }.joined(separator: " UNION ")
        source = "(\(mentions)) m JOIN announcement a ON a.id = m.announcement"
        position = "m.position"
        order = "m.position DESC, m.announcement DESC"
      } else {
        let places = targets.map { _ in "?" }.joined(separator: ", ")
        conditions.append(
          """
          EXISTS (SELECT 1 FROM mention o WHERE o.announcement = a.id AND o.kind = '\(kind)'
          AND o.target IN (\(places)) AND o.is_current = 1)
          """)
      }
      for target in targets { arguments += [target] }
    }
    if let feed = query.feed {
      conditions.append("a.feed = (SELECT id FROM feed WHERE name = ?)")
      arguments += [feed]
    }
    if let since = query.since {
      conditions.append("\(position) >= ?")
      arguments += [since.seconds]
    }
    if let until = query.until {
      conditions.append("\(position) < ?")
      arguments += [until.seconds]
    }
    if let words = query.words {
      conditions.append("a.current IN (SELECT rowid FROM search WHERE search MATCH ?)")
      arguments += [SearchExpression(words).text ?? "\"\""]
    }
    sql = """
      SELECT a.id, a.subject, a.recorded, a.publisher, a.revision, f.name AS feed,
        r.title, r.link, r.published, r.summary, substr(r.text, 1, 400) AS beginning
      FROM \(source)
      JOIN revision r ON r.id = a.current
      JOIN feed f ON f.id = a.feed
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY \(order)
      """
    self.arguments = arguments
  }
}

extension AnnouncementQuery {
  /// Whether ``words`` holds anything that can be looked for.
  public var hasSearchableWords: Bool { words.map { SearchExpression($0).text != nil } ?? true }
}
