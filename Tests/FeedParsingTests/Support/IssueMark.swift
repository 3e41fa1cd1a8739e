import FeedParsing

/// An issue that a damage must bring about, noted in the document as a character of its own in front
/// of the place; it is taken out before anybody reads the document.
///
/// So the place moves with the text around it when other damages follow.
enum IssueMark {
  /// Private use, plane 16: no generated text has these.
  private static let first: UInt32 = 0x10_F000

  /// Whether a character is one of the document's own.
  static func isText(_ scalar: Unicode.Scalar) -> Bool { scalar.value < first }

  /// The mark of a kind of issue.
  static func of(_ kind: FeedIssue.Kind) -> String {
    let number = UInt32(FeedIssue.Kind.allCases.firstIndex(of: kind) ?? 0)
    return Unicode.Scalar(first + number).map { String(Character($0)) } ?? ""
  }

  /// Takes all marks out of a text, and says which issue each stands for and on which line.
  static func removed(from text: String) -> (text: String, issues: [ExpectedIssue]) {
    var result = String.UnicodeScalarView()
    var issues: [ExpectedIssue] = []
    var line = 1
    let kinds = FeedIssue.Kind.allCases
    for scalar in text.unicodeScalars {
      if scalar.value >= first, scalar.value < first + UInt32(kinds.count) {
        issues.append(ExpectedIssue(kind: kinds[Int(scalar.value - first)], line: line))
      } else {
        if scalar == "\n" { line += 1 }
        result.append(scalar)
      }
    }
    return (String(result), issues)
  }
}

/// A kind of issue and the line on which it must be reported.
struct ExpectedIssue: Hashable, Comparable, CustomStringConvertible {
  var kind: FeedIssue.Kind
  var line: Int?

  var description: String { "\(kind.rawValue):\(line.map(String.init) ?? "?")" }

  static func < (one: ExpectedIssue, other: ExpectedIssue) -> Bool {
    (one.line ?? 0, one.kind.rawValue) < (other.line ?? 0, other.kind.rawValue)
  }
}
