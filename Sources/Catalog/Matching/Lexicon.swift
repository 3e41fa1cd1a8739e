/// Everything of a catalog that is looked for in texts, in one automaton.
struct Lexicon: Sendable {
  /// The entries, in the order of the catalog.
  let entries: [LexiconEntry]
  private let automaton: Automaton
  private let patterns: [Pattern]
  /// The entries that fold to the patterns, those of one pattern together.
  private let numbers: [Int32]
  /// What a match looks at of each entry, without touching the entry.
  private let shapes: [Shape]

  /// What entries fold to.
  private struct Pattern {
    /// In folded bytes.
    var length: Int32
    /// Where its entries stand in ``numbers``.
    var first: Int32
    var count: Int32
  }

  /// What the text around the folded bytes of an entry must be like.
  private struct Shape {
    var isStem: Bool
    var isPossessive: Bool
    var needsCapital: Bool
    var keepsCase: Bool
  }

  /// Builds the automaton; entries that fold to nothing are never found.
  ///
  /// - Complexity: O(*n*) in the bytes of all entries.
  init(_ entries: [LexiconEntry]) {
    var numbers: [[UInt8]: Int] = [:]
    var patterns: [[UInt8]] = []
    var entriesOfPattern: [[Int32]] = []
    for (index, entry) in entries.enumerated() where !entry.folded.isEmpty {
      if let number = numbers[entry.folded] {
        entriesOfPattern[number].append(Int32(index))
      } else {
        numbers[entry.folded] = patterns.count
        patterns.append(entry.folded)
        entriesOfPattern.append([Int32(index)])
      }
    }
    self.entries = entries
    var flat: [Int32] = []
    self.patterns = zip(patterns, entriesOfPattern).map { pattern, entries in
      defer { flat += entries }
      return Pattern(
        length: Int32(pattern.count), first: Int32(flat.count), count: Int32(entries.count))
    }
    self.numbers = flat
    shapes = entries.map {
      Shape(
        isStem: $0.isStem, isPossessive: $0.isPossessive, needsCapital: $0.needsCapital,
        keepsCase: $0.capitals != nil)
    }
    automaton = AutomatonBuilder.automaton(of: patterns)
  }

  /// All the entries that stand in a text as whole words, the overlapping ones too.
  ///
  /// - Complexity: O(*n* + *m*) in the length of the text and the number of matches, however many
  ///   entries there are.
  func matches(in text: FoldedText) -> [LexiconMatch] {
    var matches: [LexiconMatch] = []
    automaton.scan(text.bytes) { pattern, end in
      let found = patterns[pattern]
      let range = end - Int(found.length)..<end
      for place in Int(found.first)..<Int(found.first + found.count) {
        if let match = match(of: Int(numbers[place]), at: range, in: text) { matches.append(match) }
      }
    }
    return matches
  }

  /// The match of an entry whose folded bytes stand at a range, if the rest agrees too.
  private func match(
    of index: Int, at range: Range<Int>, in text: FoldedText
  ) -> LexiconMatch? {
    let shape = shapes[index]
    var end = range.upperBound
    if WordByte.isWord(text.bytes[end - 1]) {
      while shape.isStem, end < text.bytes.count, WordByte.isWord(text.bytes[end]) {
        end += 1
      }
      guard end == text.bytes.count || !WordByte.isWord(text.bytes[end]) else { return nil }
    }
    if shape.keepsCase, let capitals = entries[index].capitals {
      for (offset, isCapital) in capitals.enumerated()
      where text.isCapital(at: range.lowerBound + offset) != isCapital {
        return nil
      }
    }
    if shape.needsCapital, !text.isCapital(at: range.lowerBound) { return nil }
    let folded = range.lowerBound..<end
    var source = text.sourceRange(of: folded)
    if shape.isPossessive {
      guard let end = text.endOfPossessive(at: source.upperBound) else { return nil }
      source = source.lowerBound..<end
    }
    return LexiconMatch(entry: index, folded: folded, source: source)
  }
}

/// An entry that stands in a text.
struct LexiconMatch: Sendable {
  /// The index of the entry.
  let entry: Int
  /// Where it stands in the folded text.
  let folded: Range<Int>
  /// Where it stands in the text itself.
  let source: Range<Int>
}

/// Some words of the catalog and what it means where a text has them.
struct LexiconEntry: Sendable {
  /// What finding an entry means.
  enum Meaning: Sendable {
    /// The partner at an index is named.
    case partner(Int, rule: NameRule)
    /// The partner at an index is not meant.
    case exclusion(Int)
    /// A body of the sort at an index of ``References/nouns`` is meant, and the context says which.
    case reference(noun: Int)
    /// Whoever was named last is meant: "its director".
    case pronoun
    /// A phrase speaks for the topic at an index.
    case phrase(topic: Int, weight: Int)
    /// What the topic at an index must have besides stands there.
    case required(topic: Int)
    /// What the topic at an index must not have stands there.
    case forbidden(topic: Int)
    /// The boilerplate rule at an index may apply.
    case boilerplate(rule: Int, BoilerplateUse)
  }

  /// What finding it means.
  let meaning: Meaning
  /// The words as the catalog has them.
  let name: String
  /// When the words mean it.
  let period: Period
  /// Folded words of which one must stand in the document too; none asks for nothing.
  let context: [[UInt8]]
  /// The folded words.
  let folded: [UInt8]
  /// For each folded byte whether it has to be a capital; `nil` where case does not matter.
  let capitals: [Bool]?
  /// Whether the last word may go on: the entry ends in `*`.
  let isStem: Bool
  /// Whether the text must have the possessive too, so that "Jimmy's" is not any Jimmy.
  let isPossessive: Bool
  /// Whether the first letter has to be a capital, so that "Nexus" is not any nexus.
  let needsCapital: Bool

  /// Folds the words of an entry.
  ///
  /// - Parameters:
  ///   - words: The words that are looked for.
  ///   - meaning: What finding them means.
  ///   - name: The words as the catalog has them, where they are others.
  ///   - period: When they mean it.
  ///   - context: Words of which one must stand in the document too.
  ///   - keepsCase: Whether the capitals have to be the same.
  ///   - needsCapital: Whether the first letter has to be a capital.
  ///   - allowsStem: Whether a `*` at the end stands for any ending of the last word.
  init(
    _ words: String, _ meaning: Meaning, name: String? = nil, period: Period = .always,
    context: [String] = [], keepsCase: Bool = false, needsCapital: Bool = false,
    allowsStem: Bool = false
  ) {
    isStem = allowsStem && words.hasSuffix("*")
    let text = FoldedText(isStem ? String(words.dropLast()) : words)
    let folded = text.words
    self.name = name ?? words
    self.context = context.map { FoldedText($0).words }
    self.needsCapital = needsCapital
    self.meaning = meaning
    self.period = period
    self.folded = folded
    capitals = keepsCase ? folded.indices.map { text.isCapital(at: $0) } : nil
    isPossessive =
      !folded.isEmpty
      && text.endOfPossessive(at: text.sourceRange(of: 0..<folded.count).upperBound) != nil
  }
}

/// By what kind of entry a partner was found; mentions carry the raw value.
enum NameRule: String, Sendable {
  case name, acronym, site
  /// A word that stands for the partner in its context: "the Trust".
  case reference
}

/// What a boilerplate rule does with the words that it looks for.
enum BoilerplateUse: Sendable {
  case line, start, within, cut, phrase
}
