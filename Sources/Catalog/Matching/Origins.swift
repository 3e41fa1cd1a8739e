/// Where in a text folded bytes came from.
///
/// Nearly all of them stand in a row, so that only the places are kept where that breaks.
struct Origins: Sendable {
  private struct Run {
    var folded: UInt32
    var source: UInt32
  }

  private var runs: [Run] = []

  /// Notes where the next folded byte came from; the one noted last for the same byte counts.
  mutating func note(_ folded: Int, from source: Int) {
    if let last = runs.last {
      if source == Int(last.source) + folded - Int(last.folded) { return }
      if Int(last.folded) == folded { runs.removeLast() }
    }
    runs.append(
      Run(
        folded: UInt32(truncatingIfNeeded: folded), source: UInt32(truncatingIfNeeded: source)))
  }

  /// Where a folded byte came from.
  ///
  /// - Complexity: Logarithmic in the number of breaks.
  subscript(folded: Int) -> Int {
    var low = 0
    var high = runs.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if Int(runs[middle].folded) <= folded { low = middle } else { high = middle - 1 }
    }
    return Int(runs[low].source) + folded - Int(runs[low].folded)
  }
}
