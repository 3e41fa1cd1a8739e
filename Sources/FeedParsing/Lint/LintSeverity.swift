/// How much harm a finding does.
public enum LintSeverity: String, Hashable, Sendable, CaseIterable {
  /// Readers lose something, or the format forbids it.
  case error
  /// Some readers get it wrong.
  case warning
  /// The feed would be better without it.
  case advice
}

extension LintSeverity: Comparable {
  /// Whether one does less harm than the other.
  public static func < (one: LintSeverity, other: LintSeverity) -> Bool {
    one.rank < other.rank
  }

  private var rank: Int {
    switch self {
    case .advice: 0
    case .warning: 1
    case .error: 2
    }
  }
}
