/// Words that stand for a body that the context knows: "the Trust", "the Council".
///
/// They mean the publisher where its name has the word, or else the one body whose name has it and
/// stands before; where there are several or none, nobody. So they never tag somebody who is not
/// tagged already, but they tell for whom somebody speaks.
enum References {
  /// The words, as they end names ("Leeds City Council") or begin them ("University of Leeds").
  static let nouns = [
    "trust", "foundation trust", "council", "university", "charity", "college", "academy",
    "authority", "combined authority", "partnership", "confederation", "agency", "commission",
    "integrated care board", "icb", "ccg", "network", "service", "ambulance service", "centre",
    "group", "institute", "hospital", "hospitals", "infirmary", "alliance", "hub", "programme",
    "department",
  ]

  private static let determiners = ["the", "our", "this"]

  /// What somebody is for a body that was named just before: "its director".
  private static let posts = [
    "director", "deputy director", "medical director", "managing director", "chief", "deputy chief",
    "chair", "chairman", "chairwoman", "head", "leader", "president", "dean", "vice chancellor",
    "spokesperson", "spokesman", "spokeswoman", "founder", "manager", "lead", "clinical lead",
    "executive director", "programme director", "research director", "clinical director",
  ]

  /// Words behind a reference that make it something else: "the council tax".
  private static let others: Set<String> = [
    "of", "for", "tax", "house", "houses", "housing", "home", "homes", "estate", "estates",
    "sector",
    "shop", "shops", "hospital", "hospitals", "ward", "deed", "fund",
  ]

  /// What is looked for in texts.
  static let entries =
    nouns.indices.flatMap { noun in
      determiners.map { LexiconEntry("\($0) \(nouns[noun])", .reference(noun: noun)) }
    } + posts.map { LexiconEntry("its \($0)", .pronoun) }

  /// For each noun whether a partner answers to it.
  static func answers(_ partner: Partner) -> [Bool] {
    let names = (partner.names.flatMap { NameForms.forms(of: $0.name) } + partner.sites.map(\.name))
      .map { FoldedText($0).words }
    return nouns.map { noun in
      let ending = Array(" \(noun)".utf8)
      let beginning = Array("\(noun) of ".utf8)
      return names.contains { $0.ends(with: ending) || $0.starts(with: beginning) }
    }
  }

  /// Whether a reference at a range of the folded text goes on as something else.
  static func goesOn(_ range: Range<Int>, in text: FoldedText) -> Bool {
    let rest = text.bytes[range.upperBound...].drop { $0 == UInt8(ascii: " ") }
    let word = rest.prefix { WordByte.isWord($0) }
    return others.contains(String(decoding: word, as: UTF8.self))
  }
}

extension [UInt8] {
  fileprivate func ends(with ending: [UInt8]) -> Bool {
    count > ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
