/// A field of a document without boilerplate, and what the lexicon found in it.
struct ReadField: Sendable {
  /// Which field it is.
  let field: Mention.Field
  /// Its value without boilerplate.
  let text: String
  /// The folded value.
  let folded: FoldedText
  /// All that was found, the overlapping matches too.
  let matches: [LexiconMatch]
  /// What was stripped.
  let removed: [RemovedPassage]

  /// The words at a range of the value.
  func words(_ range: Range<Int>) -> String {
    String(decoding: folded.source[range], as: UTF8.self)
  }
}

extension Classifier {
  /// Strips a field and looks everything up in what is left.
  ///
  /// One pass does for a field without boilerplate, which is the rule; another has a second.
  func read(_ text: String, _ field: Mention.Field) -> ReadField {
    let folded = FoldedText(text)
    let matches = lexicon.matches(in: folded)
    let passages = boilerplate(matches, in: folded, isTitle: field == .title)
    guard !passages.isEmpty else {
      return ReadField(field: field, text: text, folded: folded, matches: matches, removed: [])
    }
    let kept = Boilerplate.removing(passages.map(\.range), from: folded.source)
    let rest = FoldedText(utf8: kept)
    return ReadField(
      field: field, text: String(decoding: kept, as: UTF8.self), folded: rest,
      matches: lexicon.matches(in: rest),
      removed: passages.map { passage in
        RemovedPassage(
          rule: catalog.boilerplate[passage.rule].id,
          words: String(decoding: folded.source[passage.range], as: UTF8.self))
      })
  }

  /// The passages that the rules remove, in the order of the text and apart from each other.
  ///
  /// In a title only phrases are removed: a title of two words is no heading of a block.
  private func boilerplate(
    _ matches: [LexiconMatch], in text: FoldedText, isTitle: Bool
  ) -> [Boilerplate.Passage] {
    var passages: [Boilerplate.Passage] = []
    for match in matches {
      guard case .boilerplate(let rule, let use) = lexicon.entries[match.entry].meaning,
        !isTitle || use == .phrase,
        let range = Boilerplate.range(
          of: match.source, use, isBeginning: lexicon.entries[match.entry].isStem, in: text.source)
      else { continue }
      passages.append(Boilerplate.Passage(rule: rule, range: range))
    }
    return Boilerplate.disjoint(passages)
  }
}
