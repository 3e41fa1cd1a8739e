/// Finds the partner that a person means by an id, a name or an acronym.
struct NameIndex: Sendable {
  /// For each way to name a partner, the best first, who is meant; `nil` where several are.
  private var tiers: [[[UInt8]: Int?]] = []

  /// Indexes partners.
  ///
  /// - Complexity: O(*n*) in the number of names.
  init(_ partners: [Partner]) {
    let ways: [(Partner) -> [String]] = [
      { [$0.id] }, { [$0.name] }, { $0.names.map(\.name) }, { $0.acronyms.map(\.name) },
    ]
    for way in ways {
      var tier: [[UInt8]: Int?] = [:]
      for (index, partner) in partners.enumerated() {
        for key in Set(way(partner).map(Self.key)) {
          tier.updateValue(tier.keys.contains(key) ? nil : index, forKey: key)
        }
      }
      tiers.append(tier)
    }
  }

  /// The index of the partner that a text means; `nil` if it means nobody or several.
  func partner(named text: String) -> Int? {
    let key = Self.key(text)
    guard !key.isEmpty else { return nil }
    for tier in tiers {
      if let found = tier[key] { return found }
    }
    return nil
  }

  /// What stays of a name when everything that people write in different ways is taken away.
  private static func key(_ text: String) -> [UInt8] {
    let folded = FoldedText(text).words
    let article = Array("the ".utf8)
    return folded.starts(with: article) ? Array(folded.dropFirst(article.count)) : folded
  }
}
