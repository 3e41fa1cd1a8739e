import Testing

/// Something that goes wrong with feeds and must change nothing in what a reader sees.
struct Damage: Sendable, CustomTestStringConvertible {
  /// What happened, in a few words.
  let name: String
  /// Does it to a feed; says whether there was anything that it could be done to.
  let apply: @Sendable (_ feed: inout TestFeed, _ random: inout RandomSource) -> Bool

  init(
    _ name: String,
    _ apply: @escaping @Sendable (_ feed: inout TestFeed, _ random: inout RandomSource) -> Bool
  ) {
    self.name = name
    self.apply = apply
  }

  var testDescription: String { name }

  /// All of them: what stands in texts, in tags, around them, and how characters become bytes.
  static let all = inText + inTags + ofNesting + aroundTheDocument + ofEncoding
}

extension TestFeed {
  /// Changes each text of the fields, and says whether any changed.
  mutating func changeTexts(_ change: (_ text: String, _ isCDATA: Bool) -> String) -> Bool {
    var hasChanged = false
    for index in pieces.indices where pieces[index].field != nil {
      switch pieces[index].token {
      case .text(let text):
        let changed = change(text, false)
        hasChanged = hasChanged || changed != text
        pieces[index].token = .text(changed)
      case .cdata(let text):
        let changed = change(text, true)
        hasChanged = hasChanged || changed != text
        pieces[index].token = .cdata(changed)
      case .start, .end, .raw: break
      }
    }
    return hasChanged
  }

  /// Changes one start tag that can be changed, any of them.
  mutating func changeTag(
    _ random: inout RandomSource,
    _ change: (_ tag: inout TestTag, _ random: inout RandomSource) -> Bool
  ) -> Bool {
    for index in pieces.indices.shuffled(using: &random) {
      guard case .start(var tag) = pieces[index].token, change(&tag, &random) else { continue }
      pieces[index].token = .start(tag)
      return true
    }
    return false
  }
}
