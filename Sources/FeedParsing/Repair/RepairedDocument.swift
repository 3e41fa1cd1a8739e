/// A document after all that can be put right before parsing has been put right.
struct RepairedDocument {
  var bytes: [UInt8]
  var edits: EditMap
}

/// Writes the repaired bytes: what is kept is copied in whole ranges, what is replaced is noted.
struct RepairWriter {
  private let source: [UInt8]
  private var output: [UInt8] = []
  private var edits = EditMap()
  /// How much of the source has been written or left out.
  private var position: Int
  private var line = 1
  private var countedUpTo = 0
  var issues: IssueList

  init(_ source: [UInt8], start: Int, issues: IssueList) {
    self.source = source
    self.issues = issues
    position = 0
    output.reserveCapacity(source.count + source.count / 16)
    if start > 0 { replace(0..<start, with: []) }
  }

  /// Puts other bytes in the place of a range behind everything replaced so far.
  mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
    output += source[position..<range.lowerBound]
    output += bytes
    edits.add(original: range, replacementLength: bytes.count, repairedEnd: output.count)
    position = range.upperBound
  }

  /// Replaces and reports, with the line on which the range starts.
  mutating func replace(
    _ range: Range<Int>, with bytes: [UInt8], as kind: FeedIssue.Kind, _ message: String
  ) {
    report(kind, at: range.lowerBound, message)
    replace(range, with: bytes)
  }

  /// Reports an issue at an offset of the source; offsets must not fall.
  mutating func report(_ kind: FeedIssue.Kind, at offset: Int, _ message: String) {
    if offset > countedUpTo {
      for byte in source[countedUpTo..<offset] where byte == 0x0A { line += 1 }
      countedUpTo = offset
    }
    issues.add(kind, line: line, message: message)
  }

  /// The repaired document up to an offset of the source.
  consuming func finish(upTo end: Int) -> (document: RepairedDocument, issues: IssueList) {
    if position < end { output += source[position..<end] }
    return (RepairedDocument(bytes: output, edits: edits), issues)
  }
}
