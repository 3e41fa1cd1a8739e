/// Finds runs of capitalised words, as names of bodies are written.
enum CapitalisedNames {
  /// Small words that stand within names.
  private static let links: Set<String> = ["of", "for", "and", "the", "in"]
  /// Words that begin sentences and no names.
  private static let openers: Set<String> = [
    "the", "a", "an", "this", "that", "these", "it", "he", "she", "we", "they", "in", "on", "at",
    "as",
    "for", "from", "with", "and", "but", "our", "its", "his", "her", "their", "more", "read",
    "when",
    "where", "while", "after", "before", "since", "by", "to", "of", "if", "there", "all", "one",
  ]

  /// A word with its place.
  private struct Word {
    var range: Range<Int>
    var text: String
    /// Whether nothing but one space stands before it.
    var isJoined: Bool
    var isCapitalised: Bool { text.utf8.first.map { (0x41...0x5A).contains($0) } ?? false }
  }

  /// The names of a text, of two words and more, each as often as it stands there.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - taken: Ranges of its UTF-8 in which names are known.
  /// - Returns: The names in the order of the text.
  static func names(in text: String, without taken: [Range<Int>]) -> [String] {
    var names: [String] = []
    var run: [Word] = []
    let sorted = taken.sorted { $0.lowerBound < $1.lowerBound }
    var next = 0
    for word in words(of: Array(text.utf8)) {
      while next < sorted.count, sorted[next].upperBound <= word.range.lowerBound { next += 1 }
      let isTaken = next < sorted.count && sorted[next].overlaps(word.range)
      let goesOn = word.isCapitalised || (!run.isEmpty && links.contains(word.text))
      if isTaken || !word.isJoined || !goesOn { end(&run, &names) }
      guard !isTaken, word.isCapitalised || !run.isEmpty, goesOn else { continue }
      if run.isEmpty, openers.contains(word.text.lowercased()) { continue }
      run.append(word)
    }
    end(&run, &names)
    return names
  }

  private static func end(_ run: inout [Word], _ names: inout [String]) {
    while let last = run.last, !last.isCapitalised { run.removeLast() }
    if run.count >= 2 { names.append(run.map(\.text).joined(separator: " ")) }
    run.removeAll()
  }

  private static func words(of text: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < text.count {
      guard WordByte.isWord(text[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, WordByte.isWord(text[index]) || isInner(text, index) { index += 1 }
      let before = words.last?.range.upperBound ?? 0
      let isJoined = start == before + 1 && text[before] == UInt8(ascii: " ")
      words.append(
        Word(
          range: start..<index, text: String(decoding: text[start..<index], as: UTF8.self),
          isJoined: isJoined))
    }
    return words
  }

  /// Whether a hyphen or an apostrophe stands within a word.
  private static func isInner(_ text: [UInt8], _ index: Int) -> Bool {
    (text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "'"))
      && index + 1 < text.count && WordByte.isWord(text[index + 1])
  }
}
