/// The findings so far, of each rule only so many.
///
/// A feed of a million entries that breaks a rule in each of them is told so a hundred times.
struct LintFindings {
  private var found: [LintRule: [LintFinding]] = [:]
  private var omitted: [LintRule: Int] = [:]

  private static let mostOfARule = 100

  mutating func add(
    _ rule: LintRule, line: Int?, entry: String? = nil, _ message: @autoclosure () -> String
  ) {
    guard found[rule, default: []].count < Self.mostOfARule else {
      omitted[rule, default: 0] += 1
      return
    }
    found[rule, default: []].append(
      LintFinding(rule: rule, line: line, entry: entry, message: message()))
  }

  mutating func add(_ other: LintFindings) {
    for finding in other.found.values.joined() {
      add(finding.rule, line: finding.line, entry: finding.entry, finding.message)
    }
    omitted.merge(other.omitted) { $0 + $1 }
  }

  /// The report on a feed in a format: findings of rules for other formats are none.
  func report(entryCount: Int, format: FeedFormat, without excused: Set<LintRule>) -> LintReport {
    let format = LintFormats(format)
    func counts(_ rule: LintRule) -> Bool {
      !rule.formats.isDisjoint(with: format) && !excused.contains(rule)
    }
    let findings = found.filter { counts($0.key) }.values.joined().sorted { one, other in
      if one.rule.severity != other.rule.severity { return one.rule.severity > other.rule.severity }
      let lines = (one.line ?? 0, other.line ?? 0)
      return lines.0 != lines.1 ? lines.0 < lines.1 : one.rule.id < other.rule.id
    }
    let omittedCount = omitted.filter { counts($0.key) }.values.reduce(0, +)
    return LintReport(findings: findings, omittedCount: omittedCount, entryCount: entryCount)
  }
}
