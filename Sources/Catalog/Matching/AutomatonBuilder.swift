/// Builds an automaton: a tree of the patterns, numbered by depth, with ways back.
struct AutomatonBuilder {
  /// How many states get a row of their own: 4,096 rows of 40 columns are 640 KB, which the second cache holds.
  private static let rowLimit = 4_096

  private var columns = [UInt8](repeating: 0, count: 256)
  private var isWordColumn = [true, false]
  /// The columns of all patterns, one after the other, and where each begins.
  private var text: [UInt8] = []
  private var starts: [Int] = [0]
  /// The patterns, so that those that begin alike stand together as far as the tree has grown.
  private var order: [Int32]

  /// A node of the tree: the patterns that begin with what leads to it, as a range of ``order``.
  private struct Node {
    var patterns: Range<Int32>
    var depth: Int32
  }

  /// Builds the automaton of some patterns.
  ///
  /// - Parameter patterns: Distinct byte strings that are not empty; the automaton reports their
  ///   indices.
  /// - Returns: The automaton.
  static func automaton(of patterns: [[UInt8]]) -> Automaton {
    var builder = AutomatonBuilder(patterns)
    return builder.build()
  }

  /// Gives each byte of the patterns a column; 0 is for other letters, 1 for everything else.
  private init(_ patterns: [[UInt8]]) {
    order = Array(0..<Int32(patterns.count))
    var isUsed = [Bool](repeating: false, count: 256)
    for pattern in patterns {
      for byte in pattern { isUsed[Int(byte)] = true }
    }
    for byte in UInt8.min...UInt8.max {
      let isWord = WordByte.isWord(byte)
      if isUsed[Int(byte)], isWordColumn.count < 256 {
        columns[Int(byte)] = UInt8(isWordColumn.count)
        isWordColumn.append(isWord)
      } else {
        columns[Int(byte)] = isWord ? 0 : 1
      }
    }
    text.reserveCapacity(patterns.reduce(0) { $0 + $1.count })
    for pattern in patterns {
      for byte in pattern { text.append(columns[Int(byte)]) }
      starts.append(text.count)
    }
  }

  /// Grows the tree level by level, so that nodes are numbered by depth.
  ///
  /// State 1, within a word, has no node of its own: it stands in for the root.
  private mutating func build() -> Automaton {
    var nodes = [Node(patterns: 0..<Int32(order.count), depth: 0), Node(patterns: 0..<0, depth: 0)]
    var states: [Automaton.State] = []
    var edges: [Automaton.Edge] = []
    var index = 0
    while index < nodes.count {
      let node = nodes[index]
      var rest = node.patterns
      let firstEdge = edges.count
      sort(node)
      // A pattern that ends here comes first.
      let ends = !rest.isEmpty && column(of: rest.lowerBound, at: node.depth) == nil
      let pattern = ends ? order[Int(rest.lowerBound)] : -1
      if ends { rest = rest.lowerBound + 1..<rest.upperBound }
      while let column = rest.isEmpty ? nil : column(of: rest.lowerBound, at: node.depth) {
        var end = rest.lowerBound + 1
        while end < rest.upperBound, self.column(of: end, at: node.depth) == column { end += 1 }
        edges.append(Automaton.Edge(column: column, target: Int32(nodes.count)))
        nodes.append(Node(patterns: rest.lowerBound..<end, depth: node.depth + 1))
        rest = end..<rest.upperBound
      }
      let first = edges.count > firstEdge ? edges[firstEdge] : Automaton.Edge(column: 0, target: 0)
      states.append(
        Automaton.State(
          fallback: Automaton.atBoundary, pattern: pattern, report: -1,
          firstEdge: Int32(firstEdge), edgeCount: UInt8(edges.count - firstEdge),
          column: first.column, target: first.target))
      index += 1
    }
    var links = LinkBuilder(
      isWordColumn: isWordColumn, rowCount: min(nodes.count, Self.rowLimit), states: states,
      edges: edges)
    links.link()
    let stride = isWordColumn.count
    let rows = links.rows.map { state in
      let isPlain = Int(state) < links.rowCount && links.states[Int(state)].report < 0
      return isPlain ? state * Int32(stride) : ~state
    }
    return Automaton(
      columns: columns, stride: stride, rows: rows, rowCount: links.rowCount,
      states: links.states, edges: edges)
  }

  /// Puts the patterns of a node in the order of their next columns.
  private mutating func sort(_ node: Node) {
    guard node.patterns.count > 1 else { return }
    let (text, starts) = (text, starts)
    func key(_ pattern: Int32) -> Int {
      let offset = starts[Int(pattern)] + Int(node.depth)
      return offset < starts[Int(pattern) + 1] ? Int(text[offset]) : -1
    }
    let range = Int(node.patterns.lowerBound)..<Int(node.patterns.upperBound)
    let first = key(order[range.lowerBound])
    // Most of a long name is shared by nobody, or by all.
    guard range.contains(where: { key(order[$0]) != first }) else { return }
    order[range].sort { (key($0), $0) < (key($1), $1) }
  }

  /// The column of a pattern at a depth; nil where the pattern has ended.
  private func column(of index: Int32, at depth: Int32) -> UInt8? {
    let pattern = Int(order[Int(index)])
    let offset = starts[pattern] + Int(depth)
    return offset < starts[pattern + 1] ? text[offset] : nil
  }
}

/// Finds the ways back and what is reported on them, and fills the rows, in the order of depth.
private struct LinkBuilder {
  let isWordColumn: [Bool]
  let rowCount: Int
  let edges: [Automaton.Edge]
  private(set) var states: [Automaton.State]
  private(set) var rows: [Int32] = []

  init(
    isWordColumn: [Bool], rowCount: Int, states: [Automaton.State], edges: [Automaton.Edge]
  ) {
    self.isWordColumn = isWordColumn
    self.rowCount = rowCount
    self.states = states
    self.edges = edges
  }

  /// A fallback is always shallower than its state, so that it is known before.
  mutating func link() {
    fillRootRows()
    linkChildren(of: Int(Automaton.atBoundary))
    for state in 2..<max(2, states.count) {
      states[state].report =
        states[state].pattern >= 0
        ? Int32(state) : states[Int(states[state].fallback)].report
      if state < rowCount { fillRow(state) }
      linkChildren(of: state)
    }
  }

  /// Before a word any pattern may begin; within one, only those that begin with no letter.
  private mutating func fillRootRows() {
    let base = isWordColumn.map { $0 ? Automaton.inWord : Automaton.atBoundary }
    rows = base + base
    for edge in edges[self.edges(of: Int(Automaton.atBoundary))] {
      let column = Int(edge.column)
      rows[column] = edge.target
      if !isWordColumn[column] { rows[isWordColumn.count + column] = edge.target }
    }
  }

  private mutating func fillRow(_ state: Int) {
    let stride = isWordColumn.count
    let fallback = Int(states[state].fallback) * stride
    rows.append(contentsOf: Array(rows[fallback..<fallback + stride]))
    for edge in edges[self.edges(of: state)] {
      rows[state * stride + Int(edge.column)] = edge.target
    }
  }

  private mutating func linkChildren(of state: Int) {
    for index in edges(of: state) {
      let edge = edges[index]
      if state == Int(Automaton.atBoundary) {
        states[Int(edge.target)].fallback =
          isWordColumn[Int(edge.column)] ? Automaton.inWord : Automaton.atBoundary
      } else {
        states[Int(edge.target)].fallback = step(Int(states[state].fallback), edge.column)
      }
    }
  }

  private func step(_ state: Int, _ column: UInt8) -> Int32 {
    var state = state
    while state >= rowCount {
      if let index = edges(of: state).first(where: { edges[$0].column == column }) {
        return edges[index].target
      }
      state = Int(states[state].fallback)
    }
    return rows[state * isWordColumn.count + Int(column)]
  }

  private func edges(of state: Int) -> Range<Int> {
    let first = Int(states[state].firstEdge)
    return first..<first + Int(states[state].edgeCount)
  }
}
