/// The issues of a document, of which only so many are kept.
struct IssueList {
  private(set) var issues: [FeedIssue] = []
  private(set) var count = 0
  private let limit: Int
  /// Whether any of them means that the bytes had to be repaired.
  private(set) var hasRepair = false

  init(limit: Int) {
    self.limit = limit
  }

  /// Counts an issue, and keeps it while there is room; line and message are made only then.
  mutating func add(
    _ kind: FeedIssue.Kind, line: @autoclosure () -> Int? = nil, message: @autoclosure () -> String
  ) {
    count += 1
    hasRepair = hasRepair || kind.isRepair
    guard issues.count < limit else { return }
    issues.append(FeedIssue(kind: kind, line: line(), message: message()))
  }
}

extension FeedIssue.Kind {
  /// Whether it says that the bytes were not what they should be, rather than their meaning.
  var isRepair: Bool {
    switch self {
    case .unreadableDate, .unreadableLink, .missingColumn, .limitExceeded, .entityDeclaration,
      .duplicateKey, .unexpectedValue:
      false
    default: true
    }
  }
}
