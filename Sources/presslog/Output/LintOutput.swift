import FeedParsing
import JSONBytes

/// Prints what the publisher of a feed should mend.
struct LintOutput {
  private let report: LintReport
  private let output = Terminal.output

  init(_ report: LintReport) {
    self.report = report
  }

  /// Of a document of which nothing can be read.
  static let nothing = LintOutput(LintReport(findings: [], omittedCount: 0, entryCount: 0))

  /// For a program: one JSON object.
  func writeJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("findings")
      writer.array { writer in
        for finding in report.findings { Self.write(finding, to: &writer) }
      }
      if report.omittedCount > 0 { writer.field("omitted", report.omittedCount) }
      writer.field("entries", report.entryCount)
    }
    output.write(writer.bytes + [UInt8(ascii: "\n")])
  }

  private static func write(_ finding: LintFinding, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("rule", finding.rule.id)
      writer.field("severity", finding.rule.severity.rawValue)
      writer.field("line", finding.line)
      writer.field("message", finding.message)
      writer.field("remedy", finding.rule.remedy)
      writer.field("source", finding.rule.source)
      writer.field("entry", finding.entry)
    }
  }

  /// For a person: a block for each rule, and in it a line for each place.
  func writeText() {
    for rule in rules {
      let severity = rule.severity.rawValue
      let name = rule.severity == .error ? output.marked(severity) : severity
      output.line("\(name)  \(output.bold(rule.id))  \(rule.text)")
      for finding in report.findings where finding.rule == rule { write(finding) }
      output.line(rule.remedy.wrapped(to: output.width, indentation: "  "))
      output.line(output.dim("  \(rule.source)"))
      output.line()
    }
    if report.omittedCount > 0 { output.line("and \(report.omittedCount) more of the same kinds") }
    output.line(summary)
  }

  private func write(_ finding: LintFinding) {
    let place = finding.line.map { "line \($0): " } ?? ""
    let entry = finding.entry.map { " (\($0.shortened(to: 40)))" } ?? ""
    output.line("  \(place)\(finding.message)\(entry)".oneLine.shortened(to: output.width))
  }

  /// Each once, in the order of the findings.
  private var rules: [LintRule] {
    var seen: Set<LintRule> = []
    return report.findings.map(\.rule).filter { seen.insert($0).inserted }
  }

  private var summary: String {
    let entries = "\(report.entryCount) \(report.entryCount == 1 ? "entry" : "entries")"
    guard !report.findings.isEmpty else { return "Nothing to mend in \(entries)." }
    let counts = LintSeverity.allCases.compactMap { severity -> String? in
      let count = report.findings.count { $0.rule.severity == severity }
      guard count > 0 else { return nil }
      return "\(count) \(severity.rawValue)\(severity == .advice || count == 1 ? "" : "s")"
    }
    return "\(counts.joined(separator: ", ")) in \(entries)."
  }
}

extension String {
  /// Without line breaks and control characters.
  fileprivate var oneLine: String { printable.replacing("\n", with: " ") }
}
