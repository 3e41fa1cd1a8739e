/// What of a catalog is looked for in texts.
enum CatalogEntries {
  /// The entries of partners, topics and boilerplate, in this order, and those that stand for
  /// partners.
  static func all(of catalog: Catalog) -> [LexiconEntry] {
    let partners = catalog.partners.enumerated().flatMap { entries(of: $1, at: $0) }
    let topics = catalog.topics.enumerated().flatMap { entries(of: $1, at: $0) }
    let boilerplate = catalog.boilerplate.enumerated().flatMap { entries(of: $1, at: $0) }
    return partners + topics + boilerplate + References.entries
  }

  private static func entries(of partner: Partner, at index: Int) -> [LexiconEntry] {
    var entries: [LexiconEntry] = []
    for name in partner.names {
      for form in NameForms.forms(of: name.name) {
        entries.append(
          LexiconEntry(
            form, .partner(index, rule: .name), name: name.name, period: name.period,
            context: name.context,
            needsCapital: isCapitalisedWord(form)))
      }
    }
    for acronym in partner.acronyms {
      entries.append(
        LexiconEntry(
          acronym.name, .partner(index, rule: .acronym), period: acronym.period,
          context: acronym.context, keepsCase: true))
    }
    for site in partner.sites {
      entries.append(
        LexiconEntry(
          site.name, .partner(index, rule: .site), period: site.period, context: site.context,
          keepsCase: isAllCapitals(site.name)))
    }
    for phrase in partner.exclusions { entries.append(LexiconEntry(phrase, .exclusion(index))) }
    return entries
  }

  private static func entries(of topic: Topic, at index: Int) -> [LexiconEntry] {
    topic.phrases.map { phrase($0.phrase, .phrase(topic: index, weight: $0.weight)) }
      + topic.must.map { phrase($0, .required(topic: index)) }
      + topic.mustNot.map { phrase($0, .forbidden(topic: index)) }
  }

  private static func entries(of rule: BoilerplateRule, at index: Int) -> [LexiconEntry] {
    let uses: [(BoilerplateUse, [String])] = [
      (.line, rule.lines), (.start, rule.starts),
      (.within, rule.linesWith), (.cut, rule.cutFrom), (.phrase, rule.phrases),
    ]
    return uses.flatMap { use, phrases in
      phrases.map { LexiconEntry($0, .boilerplate(rule: index, use), allowsStem: use == .cut) }
    }
  }

  /// A topic's phrase, whose last word may go on where it ends in `*`.
  private static func phrase(_ text: String, _ meaning: LexiconEntry.Meaning) -> LexiconEntry {
    LexiconEntry(text, meaning, allowsStem: true)
  }

  /// Whether a name is one word and has a capital: without it, texts may mean the word.
  private static func isCapitalisedWord(_ text: String) -> Bool {
    text.first?.isUppercase == true && !FoldedText(text).words.contains(UInt8(ascii: " "))
  }

  private static func isAllCapitals(_ text: String) -> Bool {
    text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
  }
}
