import HTMLText

/// Which column of a table holds what.
struct CSVColumns {
  private enum Column: String, CaseIterable {
    case title, link, published, text, publisher
  }

  private var places: [Column: Int] = [:]
  private let count: Int

  /// Reads the line of column names.
  init(_ header: CSVRows.Row, issues: inout IssueList) throws(FeedError) {
    count = header.fields.count
    for (place, field) in header.fields.enumerated() {
      let name = HTMLText.oneLine(field)
      if let column = Column(rawValue: name.lowercased()), places[column] == nil {
        places[column] = place
      } else {
        issues.add(
          .missingColumn, line: header.line, message: "The column \(name) is not read.")
      }
    }
    guard places[.title] != nil else {
      throw .notAFeed(
        hint: "a table without the column title in its first line, "
          + "beside which link, published, text and publisher may stand")
    }
  }

  /// The entry of a row, nil where it has no title.
  func entry(of row: CSVRows.Row, base: String?, issues: inout IssueList) -> ParsedEntry? {
    guard !row.isUnclosed else {
      issues.add(.unclosedMarkup, line: row.line, message: "A quoted field of this row has no end.")
      return nil
    }
    guard let title = value(.title, of: row).map(HTMLText.oneLine) else {
      issues.add(.structure, line: row.line, message: "This row has no title.")
      return nil
    }
    if row.fields.count != count {
      issues.add(
        .structure, line: row.line,
        message: "This row has \(row.fields.count) fields instead of \(count).")
    }
    var entry = ParsedEntry()
    entry.title = title
    entry.link = value(.link, of: row).map { WebAddress.resolve($0, against: base) }
    entry.publisher = value(.publisher, of: row)
    entry.published = date(of: row, issues: &issues)
    if let text = value(.text, of: row) { entry.content = [RichText(text, kind: .plain)] }
    entry.source = row.source
    return entry
  }

  private func date(of row: CSVRows.Row, issues: inout IssueList) -> FeedDate? {
    guard let raw = value(.published, of: row) else { return nil }
    let seconds = FeedDateParser.parse(raw)
    if seconds == nil {
      issues.add(
        .unreadableDate, line: row.line, message: "This date cannot be read: \(raw.prefix(80))")
    }
    return FeedDate(raw: raw, secondsSince1970: seconds)
  }

  private func value(_ column: Column, of row: CSVRows.Row) -> String? {
    guard let place = places[column], place < row.fields.count else { return nil }
    let bytes = row.fields[place].utf8
    guard let start = bytes.firstIndex(where: { !MarkupScanner.isSpace($0) }),
      let end = bytes.lastIndex(where: { !MarkupScanner.isSpace($0) })
    else { return nil }
    return String(row.fields[place][start...end])
  }
}
