/// The status and header fields of an answer, read line by line as libcurl hands them over.
///
/// One exchange can bring several heads: interim ones such as `103 Early Hints`, and a proxy's. Each
/// status line begins anew, so the last one stands. Trailer fields after the body are ignored: they
/// come too late to say how the body is to be read (RFC 9110, section 6.5.1).
package struct AnswerHead: Hashable, Sendable {
  /// The status, 0 before any status line.
  package private(set) var status = 0
  /// Whether the empty line that ends a head has been seen.
  package private(set) var isComplete = false
  private var fields: [String: String] = [:]

  package init() {}

  /// Reads one line, with or without its line break.
  package mutating func receive(_ line: String) {
    let line = line.trimmingWhitespace()
    if line.hasPrefix("HTTP/") {
      self = AnswerHead()
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if line.isEmpty {
      isComplete = true
    } else if !isComplete {
      receiveField(line)
    }
  }

  /// The value of a field, `nil` where it was not sent or is empty.
  ///
  /// Where a field that may come once comes again, the first one stands.
  ///
  /// - Parameter name: The name in lower case.
  package subscript(name: String) -> String? {
    fields[name]
  }

  private mutating func receiveField(_ line: Substring) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line[..<colon].lowercased()
    let value = line[line.index(after: colon)...].trimmingWhitespace()
    guard !value.isEmpty, fields[name] == nil else { return }
    fields[name] = String(value)
  }
}

extension StringProtocol where SubSequence == Substring {
  /// The text without the white space around it that HTTP allows, line breaks included.
  fileprivate func trimmingWhitespace() -> Substring {
    let isSpace = { (character: Character) in
      character == " " || character == "\t" || character.isNewline
    }
    let start = firstIndex { !isSpace($0) } ?? endIndex
    let end = lastIndex { !isSpace($0) }.map { index(after: $0) } ?? endIndex
    return self[start..<end]
  }
}
