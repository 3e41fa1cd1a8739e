/// A place in a document that breaks a rule.
public struct LintFinding: Hashable, Sendable {
  /// The rule that is broken.
  public var rule: LintRule
  /// The line of the document, from 1, where it is known.
  public var line: Int?
  /// The title or id of the entry that it is about, absent where it is about the feed.
  public var entry: String?
  /// What is wrong here, in a sentence.
  public var message: String

  /// A finding at a line.
  public init(rule: LintRule, line: Int? = nil, entry: String? = nil, message: String) {
    self.rule = rule
    self.line = line
    self.entry = entry
    self.message = message
  }
}

/// All that a publisher should mend in one document.
public struct LintReport: Hashable, Sendable {
  /// The most serious first, and by line among those of the same severity.
  public var findings: [LintFinding]
  /// How many findings of rules that are broken very often are not among ``findings``.
  public var omittedCount: Int
  /// How many entries the document has.
  public var entryCount: Int

  /// A report of findings.
  public init(findings: [LintFinding], omittedCount: Int, entryCount: Int) {
    self.findings = findings
    self.omittedCount = omittedCount
    self.entryCount = entryCount
  }

  /// The severity of the worst finding, nil where there is none.
  public var worst: LintSeverity? { findings.map(\.rule.severity).max() }
}
