import HTMLText

/// Announcements in a table, for partners that have no feed.
///
/// The first line names the columns, in any order and letter case: `title`, which must be there, and
/// `link`, `published`, `text`, `publisher`. The rest is RFC 4180, with semicolons or tabs too, as
/// spreadsheets write them.
public enum CSVFeed {
  /// Reads a table and hands each row on as an entry.
  ///
  /// - Parameters:
  ///   - bytes: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - entry: Receives the entries in the order of the rows.
  /// - Returns: A feed without fields of its own, and what was wrong with the table.
  /// - Throws: `FeedError` where there is no column `title`, and whatever `entry` throws.
  public static func parse(
    _ bytes: [UInt8], context: FeedContext = FeedContext(), limits: FeedLimits = .standard,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    guard bytes.count <= limits.bytes else {
      throw FeedError.tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    let document = DecodedDocument(bytes, contentType: context.contentType)
    guard document.bytes.contains(where: { !MarkupScanner.isSpace($0) }) else {
      throw FeedError.empty
    }
    var issues = IssueList(limit: limits.issues)
    var rows = CSVRows(document.bytes)
    guard let header = rows.next() else { throw FeedError.empty }
    let columns = try CSVColumns(header, issues: &issues)
    var count = 0
    while let row = rows.next() {
      guard count < limits.entries else {
        issues.add(.limitExceeded, line: row.line, message: "There are too many rows.")
        break
      }
      guard var parsed = columns.entry(of: row, base: context.baseURL, issues: &issues) else {
        continue
      }
      if limits.tellsLines { parsed.line = row.line }
      count += 1
      try entry(parsed)
    }
    return ParsedFeed(
      format: .csv, encoding: document.decision, isWellFormed: !issues.hasRepair,
      issues: issues.issues, issueCount: issues.count, entryCount: count,
      metadata: FeedMetadata(), tombstones: [], envelope: header.source + "\n")
  }

  /// Whether the first line of a text names our columns.
  static func looksLikeTable(_ bytes: [UInt8]) -> Bool {
    var rows = CSVRows(bytes)
    guard let header = rows.next(), header.fields.count > 1 else { return false }
    return header.fields.contains { HTMLText.oneLine($0).lowercased() == "title" }
  }
}
