/// Guesses what somebody meant to write.
enum Spelling {
  /// The word that is nearest to another, if fewer than half its letters differ.
  ///
  /// - Parameters:
  ///   - word: What was written; the guess is given up beyond 40 bytes.
  ///   - words: What would have been right.
  /// - Returns: The nearest word, or `nil` where none is near.
  static func nearest(to word: String, among words: [String]) -> String? {
    guard word.utf8.count <= 40 else { return nil }
    let distances = words.map { (word: $0, distance: distance(word.lowercased(), $0)) }
    guard let best = distances.min(by: { $0.distance < $1.distance }),
      best.distance * 2 < max(word.utf8.count, best.word.utf8.count)
    else { return nil }
    return best.word
  }

  /// How many bytes have to be put in, taken out, changed or swapped with the next.
  ///
  /// That is the optimal string alignment distance of Damerau and Levenshtein.
  private static func distance(_ one: String, _ other: String) -> Int {
    let (source, target) = (Array(one.utf8), Array(other.utf8))
    var rows = [Array(0...target.count)]
    for line in source.indices {
      var row = [line + 1]
      for column in target.indices {
        let change = rows[line][column] + (source[line] == target[column] ? 0 : 1)
        var best = min(change, rows[line][column + 1] + 1, row[column] + 1)
        if line > 0, column > 0, source[line] == target[column - 1],
          source[line - 1] == target[column]
        {
          best = min(best, rows[line - 1][column - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[source.count][target.count]
  }
}
