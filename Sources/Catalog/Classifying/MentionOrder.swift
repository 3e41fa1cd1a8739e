/// The order in which mentions are listed.
///
/// The publisher goes first, then fields and offsets, the longer words before the shorter,
/// partners before topics and then ids: the same for the same document at any time.
enum MentionOrder {
  /// Sorts mentions.
  static func sorted(_ mentions: [Mention]) -> [Mention] {
    let keys = mentions.indices.map { Key(mentions[$0], index: $0) }
    let sorted = keys.sorted { one, other in
      let (left, right) = (one.ranks, other.ranks)
      return left == right ? precedes(mentions[one.index], mentions[other.index]) : left < right
    }
    return sorted.map { mentions[$0.index] }
  }

  /// What nearly always decides, apart from the mention because moving that about is slow.
  private struct Key {
    let ranks: (field: Int, start: Int, end: Int)
    let index: Int

    init(_ mention: Mention, index: Int) {
      let field = mention.role == .publisher ? -1 : Self.rank(of: mention.field)
      ranks = (field, mention.start, -mention.end)
      self.index = index
    }

    private static func rank(of field: Mention.Field) -> Int {
      switch field {
      case .title: 0
      case .summary: 1
      case .text: 2
      case .link: 3
      case .feed: 4
      case .category: 5
      }
    }
  }

  private static func precedes(_ one: Mention, _ other: Mention) -> Bool {
    (target(of: one), one.name, one.rule) < (target(of: other), other.name, other.rule)
  }

  /// Partners sort before topics, and both by id.
  private static func target(of mention: Mention) -> String {
    switch mention.target {
    case .partner(let id): "partner \(id)"
    case .topic(let id): "topic \(id)"
    }
  }
}
