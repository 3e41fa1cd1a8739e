/// An automaton that finds any number of byte patterns in one pass (Aho and Corasick, 1975).
///
/// It knows about words: a pattern that begins with a letter is only looked for where a word
/// begins, so that most of a text is spent in one state. The states near the root, where the time
/// goes, have a full row of transitions; those further down, which are many and rarely entered,
/// have a short list and a way back. So the time for a text does not depend on the number of
/// patterns, and a hundred thousand of them still fit into some tens of megabytes.
struct Automaton: Sendable {
  /// The state before a word.
  static let atBoundary: Int32 = 0
  /// The state within a word that no pattern has begun with.
  static let inWord: Int32 = 1

  /// What is known of a state, together in memory: far from the root a step is as slow as the memory.
  struct State {
    /// The longest other state that ends like it.
    var fallback: Int32
    /// The pattern that ends there, or -1.
    var pattern: Int32
    /// The nearest state along the fallbacks, itself first, where a pattern ends, or -1.
    var report: Int32
    /// Where its edges begin, of which the first stands here too; most states have no other.
    var firstEdge: Int32
    var edgeCount: UInt8
    var column: UInt8
    var target: Int32
  }

  /// A transition to a child in the tree.
  struct Edge {
    var column: UInt8
    var target: Int32
  }

  /// For each byte its column in the rows: bytes that no pattern contains share two.
  let columns: [UInt8]
  /// How many columns a row has.
  let stride: Int
  /// The rows of the first states, one after the other: where the row of the next state begins, or the
  /// complement of the next state where that has no row or reports a pattern.
  let rows: [Int32]
  /// How many states have a row.
  let rowCount: Int
  let states: [State]
  /// The edges of all states.
  let edges: [Edge]

  /// Finds all patterns in a text, the overlapping ones too.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - found: Takes the number of a pattern and the offset after its last byte, in the order of
  ///     the ends and the longest first.
  /// - Complexity: O(*n* + *m*) in the length of the text and the number of finds.
  func scan(_ text: [UInt8], found: (_ pattern: Int, _ end: Int) -> Void) {
    let bytes = text.span
    let columns = columns.span
    let rows = rows.span
    var row = 0
    var index = 0
    // Nearly all of the time goes by here: no more is done than has to be.
    while index < bytes.count {
      let next = rows[row + Int(columns[Int(bytes[index])])]
      index += 1
      if next >= 0 {
        row = Int(next)
      } else {
        (row, index) = follow(Int(~next), in: bytes, at: index, found)
      }
    }
  }

  /// Goes on from a state without a row, or with a report, to the next one with and without.
  ///
  /// - Returns: Where its row begins, and the offset of the next byte.
  @inline(never)
  private func follow(
    _ first: Int, in text: borrowing Span<UInt8>, at offset: Int,
    _ found: (_ pattern: Int, _ end: Int) -> Void
  ) -> (row: Int, index: Int) {
    let states = states.span
    var state = first
    var index = offset
    while true {
      var report = states[state].report
      while report >= 0 {
        let reporting = states[Int(report)]
        found(Int(reporting.pattern), index)
        report = states[Int(reporting.fallback)].report
      }
      if state < rowCount { return (state * stride, index) }
      guard index < text.count else { return (0, index) }
      let column = columns[Int(text[index])]
      index += 1
      while true {
        if state < rowCount {
          let next = rows[state * stride + Int(column)]
          if next >= 0 { return (Int(next), index) }
          state = Int(~next)
          break
        }
        if let target = edge(from: states[state], column) {
          state = Int(target)
          break
        }
        state = Int(states[state].fallback)
      }
    }
  }

  @inline(__always)
  private func edge(from state: State, _ column: UInt8) -> Int32? {
    guard state.edgeCount > 0 else { return nil }
    if state.column == column { return state.target }
    for index in Int(state.firstEdge) + 1..<Int(state.firstEdge) + max(1, Int(state.edgeCount))
    where edges[index].column == column {
      return edges[index].target
    }
    return nil
  }
}
