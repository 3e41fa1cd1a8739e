/// Looks for the ends of comments and the like, and remembers which of them do not come any more.
///
/// A document that opens a million comments and closes none would otherwise be read to its end for
/// each of them.
struct EndSearch {
  let scanner: MarkupScanner
  private var missing: Set<String> = []

  init(_ scanner: MarkupScanner) {
    self.scanner = scanner
  }

  /// The offset just past the next occurrence of a text; offsets must not fall.
  mutating func end(of text: String, from offset: Int) -> Int? {
    guard !missing.contains(text) else { return nil }
    if let end = scanner.end(of: Array(text.utf8), from: offset) { return end }
    missing.insert(text)
    return nil
  }
}
