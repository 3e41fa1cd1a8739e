import FeedParsing
import Ingestion
import JSONBytes

/// Prints what became of each source, for a person as it happens, for a program at the end.
final class IngestOutput {
  private let format: Presslog.Ingest.Format
  private var reports: [SourceReport] = []

  /// The issues that a person is shown of one source.
  private static let shownIssues = 3

  init(format: Presslog.Ingest.Format) {
    self.format = format
  }

  func add(_ report: SourceReport) {
    reports.append(report)
    if let error = report.error {
      Terminal.errors.line("presslog: \(Self.message(of: error, in: report.source))")
    }
    if format == .table, report.error == nil { printForPerson(report) }
  }

  func finish(sequence: Int) {
    switch format {
    case .table: printTotal(sequence)
    case .json: printJSON(sequence)
    }
  }

  /// Several sources of which some failed: 1; a single one: its own status; nil where all went well.
  func status(of count: Int) -> ExitStatus? {
    let failures = reports.compactMap(\.error)
    guard let first = failures.first else { return nil }
    return count == 1 ? ExitStatus(of: first) : .failed
  }

  /// The other errors name the source themselves.
  private static func message(of error: any Error, in source: String) -> String {
    let message = ExitStatus.message(of: error)
    return error is FeedError ? "\(source): \(message)" : message
  }

  // MARK: For a person

  private func printForPerson(_ report: SourceReport) {
    let output = Terminal.output
    var counts = ["\(report.entries) \(report.entries == 1 ? "entry" : "entries")"]
    for (count, name) in [
      (report.published, "new"), (report.revised, "revised"), (report.withdrawn, "withdrawn"),
      (report.unchanged - report.redacted, "unchanged"), (report.redacted, "redacted"),
    ] where count > 0 {
      counts.append("\(count) \(name)")
    }
    output.line("\(output.bold(report.source.printable)): \(counts.joined(separator: ", "))")
    if let feed = report.feed, let resolution = report.resolution, feed != report.source {
      output.line(output.dim("  feed \(feed.printable) (\(resolution))"))
    }
    for issue in report.issues.prefix(Self.shownIssues) {
      output.line("  \(issue.line.map { "line \($0): " } ?? "")\(issue.message.printable)")
    }
    if report.issueCount > Self.shownIssues {
      output.line(
        "  and \(report.issueCount - Self.shownIssues) more issues; presslog parse lists them")
    }
  }

  private func printTotal(_ sequence: Int) {
    let failed = reports.count { $0.error != nil }
    let published = reports.reduce(0) { $0 + $1.published }
    let revised = reports.reduce(0) { $0 + $1.revised }
    var line = "\(published) new and \(revised) revised announcements"
    line += " from \(reports.count) \(reports.count == 1 ? "source" : "sources")"
    if failed > 0 { line += ", \(failed) failed" }
    Terminal.output.line("\(line); the log stands at event \(sequence)")
  }

  // MARK: For a program

  private func printJSON(_ sequence: Int) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("sources")
      writer.array { writer in
        for report in reports { write(report, to: &writer) }
      }
      writer.field("sequence", sequence)
    }
    Terminal.output.line(writer.string)
  }

  private func write(_ report: SourceReport, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("source", report.source)
      writer.field("feed", report.feed)
      writer.field("entries", report.entries)
      writer.field("published", report.published)
      writer.field("revised", report.revised)
      writer.field("unchanged", report.unchanged)
      writer.field("redacted", report.redacted > 0 ? report.redacted : nil)
      writer.field("withdrawn", report.withdrawn)
      writer.key("issues")
      writer.array { writer in report.issues.forEach { writer.issue($0) } }
      writer.field("error", report.error.map { Self.message(of: $0, in: report.source) })
    }
  }
}

extension JSONWriter {
  /// Writes an issue of a feed.
  mutating func issue(_ issue: FeedIssue) {
    object { writer in
      writer.field("kind", issue.kind.rawValue)
      writer.field("line", issue.line)
      writer.field("message", issue.message)
    }
  }
}
