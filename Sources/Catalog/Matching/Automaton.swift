/// An automaton that finds any number of byte patterns in one pass (Aho and Corasick, 1975).
///
/// It knows about words: a pattern that begins with a letter is only looked for where a word
/// begins, so that most of a text is spent in one state. The states near the root, where the time
/// goes, have a full row of transitions; those further down, which are many and rarely entered,
/// have a short list and a way back. So the time for a text does not depend on the number of
/// patterns, and a hundred thousand of them still fit into a few megabytes.
struct Automaton: Sendable {
  /// The state before a word.
  static let atBoundary: Int32 = 0
  /// The state within a word that no pattern has begun with.
  static let inWord: Int32 = 1

  /// For each byte its column in the rows: bytes that no pattern contains share two.
  let columns: [UInt8]
  /// How many columns a row has.
  let stride: Int
  /// The rows of the first states, one after the other.
  let rows: [Int32]
  /// How many states have a row.
  let rowCount: Int
  /// For each state where its edges begin; one more at the end.
  let firstEdge: [Int32]
  /// The column of each edge.
  let edgeColumns: [UInt8]
  /// The state that each edge leads to.
  let edgeTargets: [Int32]
  /// For each state the longest other one that ends like it.
  let fallbacks: [Int32]
  /// For each state the pattern that ends there, or -1.
  let patterns: [Int32]
  /// For each state the nearest along the fallbacks, itself first, where a pattern ends, or -1.
  let reports: [Int32]

  /// Finds all patterns in a text, the overlapping ones too.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - found: Takes the number of a pattern and the offset after its last byte, in the order of
  ///     the ends and the longest first.
  /// - Complexity: O(*n* + *m*) in the length of the text and the number of finds.
  func scan(_ text: [UInt8], found: (_ pattern: Int, _ end: Int) -> Void) {
    var state = Self.atBoundary
    for index in text.indices {
      state = next(state, columns[Int(text[index])])
      if state <= Self.inWord { continue }
      var report = reports[Int(state)]
      while report >= 0 {
        found(Int(patterns[Int(report)]), index + 1)
        report = reports[Int(fallbacks[Int(report)])]
      }
    }
  }

  @inline(__always)
  private func next(_ state: Int32, _ column: UInt8) -> Int32 {
    var state = Int(state)
    while state >= rowCount {
      if let target = edge(from: state, column) { return target }
      state = Int(fallbacks[state])
    }
    return rows[state * stride + Int(column)]
  }

  @inline(__always)
  private func edge(from state: Int, _ column: UInt8) -> Int32? {
    for edge in Int(firstEdge[state])..<Int(firstEdge[state + 1])
    where edgeColumns[edge] == column {
      return edgeTargets[edge]
    }
    return nil
  }
}
