/// Chooses among matches that overlap.
enum LongestMatches {
  /// Keeps the longest matches first and drops what overlaps them; equal ranges all stay.
  ///
  /// Of two overlapping matches of one length the earlier stays.
  ///
  /// - Parameter matches: The matches, in any order.
  /// - Returns: The chosen ones, in the order of the text.
  /// - Complexity: O(*n* log *n*) in their number, and linear in the bytes that they cover.
  static func chosen(from matches: [LexiconMatch]) -> [LexiconMatch] {
    let sorted = matches.sorted { one, other in
      (one.folded.lowerBound, other.folded.upperBound, one.entry)
        < (other.folded.lowerBound, one.folded.upperBound, other.entry)
    }
    var chosen: [LexiconMatch] = []
    var index = 0
    while index < sorted.count {
      let end = endOfCluster(sorted, from: index)
      resolve(sorted[index..<end], into: &chosen)
      index = end
    }
    return chosen
  }

  /// The end of a run of matches that hang together by overlaps.
  private static func endOfCluster(_ matches: [LexiconMatch], from first: Int) -> Int {
    var reach = matches[first].folded.upperBound
    var index = first + 1
    while index < matches.count, matches[index].folded.lowerBound < reach {
      reach = max(reach, matches[index].folded.upperBound)
      index += 1
    }
    return index
  }

  private static func resolve(
    _ cluster: ArraySlice<LexiconMatch>, into chosen: inout [LexiconMatch]
  ) {
    guard let first = cluster.first, cluster.contains(where: { $0.folded != first.folded }) else {
      chosen.append(contentsOf: cluster)
      return
    }
    let base = first.folded.lowerBound
    let reach = cluster.reduce(base) { max($0, $1.folded.upperBound) }
    var isTaken = [Bool](repeating: false, count: reach - base)
    var accepted: Set<Range<Int>> = []
    // What is accepted is never shorter than what is asked, so its ends tell whether it overlaps.
    for match in cluster.sorted(by: { $0.folded.count > $1.folded.count }) {
      let range = match.folded.lowerBound - base..<match.folded.upperBound - base
      guard !isTaken[range.lowerBound], !isTaken[range.upperBound - 1],
        accepted.insert(match.folded).inserted
      else { continue }
      for offset in range { isTaken[offset] = true }
    }
    chosen.append(contentsOf: cluster.filter { accepted.contains($0.folded) })
  }
}
