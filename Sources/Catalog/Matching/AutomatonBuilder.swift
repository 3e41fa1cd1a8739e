/// Builds an automaton: a tree of the patterns, numbered by depth, with ways back.
struct AutomatonBuilder {
  /// How many states get a row of their own: 512 rows of 64 columns fit into the second cache.
  private static let rowLimit = 512

  private var columns = [UInt8](repeating: 0, count: 256)
  private var isWordColumn = [true, false]
  /// The tree while it grows; the root is node 0.
  private var children: [[Edge]] = [[]]
  private var patternOfNode: [Int32] = [-1]

  private struct Edge {
    let column: UInt8
    let target: Int32
  }

  /// Builds the automaton of some patterns.
  ///
  /// - Parameter patterns: Distinct byte strings that are not empty; the automaton reports their
  ///   indices.
  /// - Returns: The automaton.
  static func automaton(of patterns: [[UInt8]]) -> Automaton {
    var builder = AutomatonBuilder()
    builder.assignColumns(patterns)
    for (number, pattern) in patterns.enumerated() { builder.insert(pattern, Int32(number)) }
    return builder.build()
  }

  /// Gives each byte of the patterns a column; 0 is for other letters, 1 for everything else.
  private mutating func assignColumns(_ patterns: [[UInt8]]) {
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
  }

  private mutating func insert(_ pattern: [UInt8], _ number: Int32) {
    var node = 0
    for byte in pattern {
      let column = columns[Int(byte)]
      if let edge = children[node].first(where: { $0.column == column }) {
        node = Int(edge.target)
      } else {
        children[node].append(Edge(column: column, target: Int32(children.count)))
        node = children.count
        children.append([])
        patternOfNode.append(-1)
      }
    }
    patternOfNode[node] = number
  }

  /// Numbers the nodes by depth.
  ///
  /// State 1, within a word, has no node of its own: it stands in for the root.
  private func build() -> Automaton {
    var order = [0, 0]
    var states = [Int32](repeating: 0, count: children.count)
    var firstEdge: [Int32] = []
    var edgeColumns: [UInt8] = []
    var edgeTargets: [Int32] = []
    var index = 0
    while index < order.count {
      firstEdge.append(Int32(edgeTargets.count))
      if index != Int(Automaton.inWord) {
        for edge in children[order[index]] {
          states[Int(edge.target)] = Int32(order.count)
          edgeColumns.append(edge.column)
          edgeTargets.append(Int32(order.count))
          order.append(Int(edge.target))
        }
      }
      index += 1
    }
    firstEdge.append(Int32(edgeTargets.count))
    var links = LinkBuilder(
      isWordColumn: isWordColumn, rowCount: min(order.count, Self.rowLimit),
      firstEdge: firstEdge, edgeColumns: edgeColumns, edgeTargets: edgeTargets)
    links.link()
    let patterns = order.map { patternOfNode[$0] }
    return Automaton(
      columns: columns, stride: isWordColumn.count, rows: links.rows, rowCount: links.rowCount,
      firstEdge: firstEdge, edgeColumns: edgeColumns, edgeTargets: edgeTargets,
      fallbacks: links.fallbacks, patterns: patterns,
      reports: Self.reports(patterns, links.fallbacks))
  }

  /// A fallback is always shallower than its state, so its report is known before.
  private static func reports(_ patterns: [Int32], _ fallbacks: [Int32]) -> [Int32] {
    var reports = [Int32](repeating: -1, count: patterns.count)
    for state in 2..<max(2, patterns.count) {
      reports[state] = patterns[state] >= 0 ? Int32(state) : reports[Int(fallbacks[state])]
    }
    return reports
  }
}

/// Finds the ways back and fills the rows, in the order of depth.
private struct LinkBuilder {
  let isWordColumn: [Bool]
  let rowCount: Int
  let firstEdge: [Int32]
  let edgeColumns: [UInt8]
  let edgeTargets: [Int32]
  private(set) var rows: [Int32] = []
  private(set) var fallbacks: [Int32] = []

  init(
    isWordColumn: [Bool], rowCount: Int, firstEdge: [Int32], edgeColumns: [UInt8],
    edgeTargets: [Int32]
  ) {
    self.isWordColumn = isWordColumn
    self.rowCount = rowCount
    self.firstEdge = firstEdge
    self.edgeColumns = edgeColumns
    self.edgeTargets = edgeTargets
  }

  mutating func link() {
    fallbacks = [Int32](repeating: Automaton.atBoundary, count: firstEdge.count - 1)
    fillRootRows()
    linkChildren(of: Int(Automaton.atBoundary))
    for state in 2..<max(2, fallbacks.count) {
      if state < rowCount { fillRow(state) }
      linkChildren(of: state)
    }
  }

  /// Before a word any pattern may begin; within one, only those that begin with no letter.
  private mutating func fillRootRows() {
    let base = isWordColumn.map { $0 ? Automaton.inWord : Automaton.atBoundary }
    rows = base + base
    for edge in edges(of: Int(Automaton.atBoundary)) {
      let column = Int(edgeColumns[edge])
      rows[column] = edgeTargets[edge]
      if !isWordColumn[column] { rows[isWordColumn.count + column] = edgeTargets[edge] }
    }
  }

  private mutating func fillRow(_ state: Int) {
    let stride = isWordColumn.count
    let fallback = Int(fallbacks[state]) * stride
    rows.append(contentsOf: Array(rows[fallback..<fallback + stride]))
    for edge in edges(of: state) {
      rows[state * stride + Int(edgeColumns[edge])] = edgeTargets[edge]
    }
  }

  private mutating func linkChildren(of state: Int) {
    for edge in edges(of: state) {
      let column = edgeColumns[edge]
      let target = Int(edgeTargets[edge])
      if state == Int(Automaton.atBoundary) {
        fallbacks[target] = isWordColumn[Int(column)] ? Automaton.inWord : Automaton.atBoundary
      } else {
        fallbacks[target] = step(Int(fallbacks[state]), column)
      }
    }
  }

  private func step(_ state: Int, _ column: UInt8) -> Int32 {
    var state = state
    while state >= rowCount {
      if let edge = edges(of: state).first(where: { edgeColumns[$0] == column }) {
        return edgeTargets[edge]
      }
      state = Int(fallbacks[state])
    }
    return rows[state * isWordColumn.count + Int(column)]
  }

  private func edges(of state: Int) -> Range<Int> {
    Int(firstEdge[state])..<Int(firstEdge[state + 1])
  }
}
