/// Values in the order in which they came, each once.
struct DistinctValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var known: Set<Value> = []

  /// So few are compared one by one, which is quicker than any table.
  private static var few: Int { 16 }

  /// Adds a value, unless it is there already.
  mutating func insert(_ value: Value) {
    guard values.count >= Self.few else {
      if !values.contains(value) { values.append(value) }
      return
    }
    if known.isEmpty { known = Set(values) }
    if known.insert(value).inserted { values.append(value) }
  }
}
