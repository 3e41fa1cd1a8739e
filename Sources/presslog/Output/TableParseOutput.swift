import FeedParsing
import JSONBytes

/// For a person: what the feed says of itself, a line an entry, and what was wrong.
final class TableParseOutput: ParseOutput {
  private var rows: [(date: String, title: String, link: String)] = []
  private var earliest: Int64?
  private var latest: Int64?
  private let output = Terminal.output

  func add(_ entry: ParsedEntry) {
    let date = entry.published ?? entry.updated
    if let seconds = date?.secondsSince1970 {
      earliest = min(earliest ?? seconds, seconds)
      latest = max(latest ?? seconds, seconds)
    }
    rows.append((Self.text(of: date), entry.title ?? "(no title)", entry.link ?? entry.id ?? ""))
  }

  func finish(_ feed: ParsedFeed) {
    writeHead(of: feed)
    writeEntries()
    writeIssues(of: feed)
  }

  private func writeHead(of feed: ParsedFeed) {
    output.line(output.bold((feed.metadata.title ?? "(a feed without a title)").printable))
    let form = feed.isWellFormed ? "well-formed" : output.marked("repaired")
    output.line(
      "\(feed.format.rawValue), \(form), \(feed.encoding.name) (\(reason(feed.encoding)))")
    let count = "\(feed.entryCount) \(feed.entryCount == 1 ? "entry" : "entries")"
    guard let earliest, let latest else { return output.line(count) }
    let days = [earliest, latest].map { Timestamp(seconds: $0).rfc3339.prefix(10) }
    output.line(days[0] == days[1] ? "\(count), \(days[0])" : "\(count), \(days[0]) to \(days[1])")
  }

  private func reason(_ decision: EncodingDecision) -> String {
    let reason =
      switch decision.reason {
      case .byteOrderMark: "by its byte order mark"
      case .bytePattern: "by its zero bytes"
      case .validUTF8: "all bytes are valid UTF-8"
      case .mostlyUTF8: "nearly all bytes are valid UTF-8"
      case .sevenBitLabel: "by its label and its escapes"
      case .contentType: "the server says so"
      case .declaration: "the document says so"
      case .asciiOnly: "nothing but ASCII"
      case .guess: "by the look of its bytes"
      case .fallback: "nobody says, as browsers assume"
      }
    let labels = decision.overruled.map { "labelled \($0.text.printable)" }
    return ([reason] + labels).joined(separator: ", ")
  }

  /// Titles take what dates and links leave of the line.
  private func writeEntries() {
    guard !rows.isEmpty else { return }
    let titleWidth = max(30, (output.width - Self.dateWidth) * 3 / 5)
    var table = TextTable("PUBLISHED", "TITLE", "LINK")
    for row in rows { table.add(row.date, row.title.shortened(to: titleWidth), row.link) }
    output.line()
    table.write(to: output)
  }

  /// One line for each kind, and below it where and what; more than a few of a kind are counted.
  private func writeIssues(of feed: ParsedFeed) {
    guard !feed.issues.isEmpty else { return }
    output.line()
    output.line(output.bold("ISSUES"))
    var kinds: [FeedIssue.Kind] = []
    for issue in feed.issues where !kinds.contains(issue.kind) { kinds.append(issue.kind) }
    for kind in kinds { write(kind, feed.issues.filter { $0.kind == kind }) }
    if feed.issueCount > feed.issues.count {
      output.line("and \(feed.issueCount - feed.issues.count) more issues")
    }
  }

  private func write(_ kind: FeedIssue.Kind, _ issues: [FeedIssue]) {
    let count = issues.count == 1 ? "" : " (\(issues.count) times)"
    let name = kind.isUnreadable ? output.marked(kind.rawValue) : kind.rawValue
    output.line("\(name)\(count): \(LintRule(kind).text)")
    for issue in issues.prefix(Self.mostOfAKind) {
      let place = issue.line.map { "line \($0): " } ?? ""
      output.line("  \(place)\(issue.message.printable)".shortened(to: output.width))
    }
    if issues.count > Self.mostOfAKind { output.line("  and more") }
  }

  private static func text(of date: FeedDate?) -> String {
    guard let date else { return "" }
    guard let seconds = date.secondsSince1970 else {
      return "? \(date.raw)".shortened(to: dateWidth - 2)
    }
    return Timestamp(seconds: seconds).rfc3339
  }

  private static let dateWidth = 22
  private static let mostOfAKind = 5
}

extension FeedIssue.Kind {
  /// Whether something was lost, rather than put right.
  fileprivate var isUnreadable: Bool {
    switch self {
    case .unreadableDate, .unreadableLink, .truncated, .limitExceeded, .undecodableBytes: true
    default: false
    }
  }
}
