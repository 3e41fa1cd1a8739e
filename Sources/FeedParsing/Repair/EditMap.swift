/// Where repaired bytes lie in the bytes as they were received.
struct EditMap {
  private struct Edit {
    /// Past the replacement, among the repaired bytes.
    var repairedEnd: Int
    /// Past what was replaced, among the bytes as received.
    var originalEnd: Int
    var replacementLength: Int
    var originalStart: Int
  }

  private var edits: [Edit] = []

  var isEmpty: Bool { edits.isEmpty }

  /// Notes that a range of the original became so many bytes, which end the repaired text so far.
  mutating func add(original: Range<Int>, replacementLength: Int, repairedEnd: Int) {
    edits.append(
      Edit(
        repairedEnd: repairedEnd, originalEnd: original.upperBound,
        replacementLength: replacementLength, originalStart: original.lowerBound))
  }

  /// The offset as received of an offset among the repaired bytes.
  ///
  /// - Complexity: O(log *n*) in the number of edits.
  func original(of offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].repairedEnd <= offset { low = middle + 1 } else { high = middle }
    }
    if low < edits.count, offset >= edits[low].repairedEnd - edits[low].replacementLength {
      return edits[low].originalStart
    }
    guard low > 0 else { return offset }
    let before = edits[low - 1]
    return before.originalEnd + offset - before.repairedEnd
  }

  /// Notes that bytes were put in before everything that was repaired behind an offset.
  mutating func shift(by count: Int, from position: Int) {
    for index in edits.indices where edits[index].repairedEnd > position {
      edits[index].repairedEnd += count
    }
    let original = original(of: position)
    let insertion = Edit(
      repairedEnd: position + count, originalEnd: original, replacementLength: count,
      originalStart: original)
    edits.insert(
      insertion, at: edits.firstIndex { $0.repairedEnd > position + count } ?? edits.count)
  }
}
