import GRDB

/// The words of an announcement as it reads now, without boilerplate.
public struct CurrentText: Hashable, Sendable {
  public var id: String
  public var title: String
  public var summary: String?
  public var text: String
  public var link: String?
}

extension IndexReader {
  /// Hands on the words of every announcement that is not withdrawn, in the order of the log.
  ///
  /// - Throws: What SQLite reports, or what `body` throws.
  public func forEachText(_ body: (CurrentText) throws -> Void) throws {
    try queue.read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.subject, r.title, r.summary, r.text, r.link
          FROM revision r JOIN announcement a ON a.id = r.announcement AND a.current = r.id
          WHERE a.withdrawn IS NULL ORDER BY r.id
          """)
      while let row = try rows.next() {
        try body(
          CurrentText(
            id: row["subject"], title: row["title"], summary: row["summary"], text: row["text"],
            link: row["link"]))
      }
    }
  }
}
