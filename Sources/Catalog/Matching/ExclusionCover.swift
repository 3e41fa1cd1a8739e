/// Tells which ranges lie within phrases that exclude them, in logarithmic time.
struct ExclusionCover {
  private let phrases: [LexiconMatch]
  /// For each phrase the furthest end of those up to it.
  private let reaches: [Int]

  /// Sorts phrases by where they begin.
  init(_ phrases: [LexiconMatch]) {
    let sorted = phrases.sorted {
      ($0.folded.lowerBound, $0.folded.upperBound) < ($1.folded.lowerBound, $1.folded.upperBound)
    }
    var reach = 0
    reaches = sorted.map { phrase in
      reach = max(reach, phrase.folded.upperBound)
      return reach
    }
    self.phrases = sorted
  }

  /// Whether a phrase holds a range and more.
  func exceeds(_ range: Range<Int>) -> Bool {
    let before = count { $0.lowerBound < range.lowerBound }
    if before > 0, reaches[before - 1] >= range.upperBound { return true }
    let notAfter = count { $0.lowerBound <= range.lowerBound }
    return notAfter > 0 && reaches[notAfter - 1] > range.upperBound
  }

  /// The phrases that stand at exactly a range.
  func equalling(_ range: Range<Int>) -> ArraySlice<LexiconMatch> {
    let first = count { ($0.lowerBound, $0.upperBound) < (range.lowerBound, range.upperBound) }
    return phrases[first...].prefix { $0.folded == range }
  }

  /// How many phrases come before the first that does not fulfil a condition.
  private func count(where isBefore: (Range<Int>) -> Bool) -> Int {
    var low = 0
    var high = phrases.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(phrases[middle].folded) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
