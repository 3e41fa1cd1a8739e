import Catalog
import Testing

/// The simplest matcher that is right: it folds scalar by scalar and tries each name everywhere.
private struct NaiveMatcher {
  /// A folded letter with the bytes that it came from.
  struct Letter {
    let value: Character
    let range: Range<Int>
  }

  static func letters(of text: String) -> [Letter] {
    var letters: [Letter] = []
    var offset = 0
    for character in text {
      let range = offset..<offset + character.utf8.count
      offset = range.upperBound
      switch character {
      case " ", "\n", "\r\n", "-", "–", "\u{A0}":
        if let last = letters.last, last.value != " " {
          letters.append(Letter(value: " ", range: range))
        }
      case "é", "É", "e\u{301}": letters.append(Letter(value: "e", range: range))
      case "“", "”", "€", "🏥": letters.append(Letter(value: ".", range: range))
      default:
        for small in character.lowercased() { letters.append(Letter(value: small, range: range)) }
      }
    }
    return letters
  }

  /// All whole-word occurrences of a name, the leftmost of the longest first.
  static func ranges(of names: [String], in text: String) -> [Range<Int>] {
    let letters = letters(of: text)
    var found: [(start: Int, count: Int)] = []
    for name in names {
      let wanted = self.letters(of: name).map(\.value)
      for start in letters.indices where start + wanted.count <= letters.count {
        let end = start + wanted.count
        guard letters[start..<end].map(\.value) == wanted,
          start == 0 || !isWord(letters[start - 1].value),
          end == letters.count || !isWord(letters[end].value)
        else { continue }
        found.append((start, wanted.count))
      }
    }
    found.sort { ($1.count, $0.start) < ($0.count, $1.start) }
    var chosen: [Range<Int>] = []
    for (start, count) in found
    where !chosen.contains(where: { $0.overlaps(start..<start + count) }) {
      chosen.append(start..<start + count)
    }
    return chosen.sorted { $0.lowerBound < $1.lowerBound }.map {
      letters[$0.lowerBound].range.lowerBound..<letters[$0.upperBound - 1].range.upperBound
    }
  }

  private static func isWord(_ value: Character) -> Bool { value.isLetter || value.isNumber }
}

@Suite struct OffsetTests {
  private static let names = [
    "aé", "aé b", "b a", "b aé ab", "ab ab", "b", "é é é", "ba éa", "a b a b a b",
  ]

  /// What texts are made of: letters with and without accents, spaces of all kinds, marks.
  private static let pieces = [
    "a", "b", "é", "É", "A", "B", "e\u{301}", "a b", "aé", " ", " ", " ", "\n", "-", "–", "\u{A0}",
    "“",
    ".", "€", "🏥", "ж",
  ]

  private static func classifier() throws -> Classifier {
    let list = names.enumerated().map { "  - {id: n\($0), kind: group, names: [\"\($1)\"]}" }
    return Classifier(
      try makeCatalog(partners: "partners:\n" + list.joined(separator: "\n")))
  }

  @Test func `matches and offsets are those of a naive matcher`() throws {
    let classifier = try Self.classifier()
    for seed in UInt64(0)..<3000 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...24, using: &generator)
      let text = (0..<count).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }.joined()
      let expected = NaiveMatcher.ranges(of: Self.names, in: text)
      let limited = classifier.classify(Document(feed: "f", title: "", text: text)).mentions
      let counts = Dictionary(grouping: limited, by: \.target).mapValues(\.count)
      guard counts.values.allSatisfy({ $0 < 5 }) else { continue }
      #expect(
        limited.map { $0.start..<$0.end } == expected, "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func `the words are the bytes from start to end`() throws {
    let classifier = try Self.classifier()
    for seed in UInt64(0)..<500 {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<40).map { _ in
        Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
      }.joined()
      let result = classifier.classify(Document(feed: "f", title: text, summary: text, text: text))
      for mention in result.mentions {
        let bytes = Array(text.utf8)[mention.start..<mention.end]
        #expect(String(decoding: bytes, as: UTF8.self) == mention.words, "seed \(seed)")
      }
    }
  }

  @Test func `twenty thousand names do not get into each other's way`() throws {
    let list = (0..<20_000).map { "  - {id: p\($0), kind: group, names: [Body Number \($0)]}" }
    let classifier = Classifier(
      try makeCatalog(partners: "partners:\n" + list.joined(separator: "\n")))
    let result = classifier.classify(
      Document(feed: "f", title: "", text: "body number 4, Body Number 19999, Body Number 20000"))
    #expect(result.named == ["p4 body number 4", "p19999 Body Number 19999"])
  }
}
