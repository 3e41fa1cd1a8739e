/// Words in a field that mean a partner, chosen among the overlapping ones.
private struct Named {
  let partner: Int
  let field: Int
  let match: LexiconMatch
  let rule: NameRule
  /// Whether it is an acronym, or a site like one, that another partner has too.
  let isAmbiguous: Bool
}

/// What a field has where partners are looked for.
private enum Found {
  case named(Named)
  /// A word that stands for a body of some sort.
  case reference(noun: Int, field: Int, match: LexiconMatch)
  /// Whoever was named last.
  case pronoun(field: Int, match: LexiconMatch)
}

extension Classifier {
  /// How many mentions of one partner are kept in one field.
  private static let limitPerField = 5

  /// The partners that the fields of a document name.
  ///
  /// - Parameters:
  ///   - fields: The fields that were read.
  ///   - day: The day of publication; names that were not in use on it do not count.
  ///   - publisher: The index of the partner that published the document.
  /// - Returns: At most five mentions for each partner and field, of which one is the quotation
  ///   if the field has any.
  func partnerMentions(in fields: [ReadField], at day: Day?, publisher: Int?) -> [Mention] {
    let found = fields.indices.flatMap { number in
      self.found(in: fields, number: number, at: day, publisher: publisher)
    }
    guard !found.isEmpty else { return [] }
    var known = publisher.map { Set([$0]) } ?? []
    for case .named(let name) in found where !name.isAmbiguous { known.insert(name.partner) }
    var mentions: [MentionKey: [Mention]] = [:]
    let attributions = fields.map { Attribution(in: $0.folded.source) }
    var before: [Int] = publisher.map { [$0] } ?? []
    for found in found {
      guard let name = resolved(found, publisher: publisher, before: before),
        !name.isAmbiguous || known.contains(name.partner)
      else { continue }
      if name.rule == .name || name.rule == .acronym { before.append(name.partner) }
      let key = MentionKey(partner: name.partner, field: name.field)
      let role = role(
        of: name, by: attributions[name.field], had: mentions[key, default: []])
      // A reference tells nothing new but for whom somebody speaks.
      guard let role, name.rule != .reference || role == .quoted else { continue }
      let mention = mention(of: name, in: fields[name.field], role: role)
      Self.add(mention, to: &mentions[key, default: []])
    }
    return mentions.values.flatMap { $0 }
  }

  /// Who is meant: of a reference the publisher, or else the one body of its sort that was named.
  private func resolved(_ found: Found, publisher: Int?, before: [Int]) -> Named? {
    switch found {
    case .named(let name): return name
    case .reference(let noun, let field, let match):
      let partner: Int
      if let publisher, answers[publisher][noun] {
        partner = publisher
      } else {
        let named = Set(before.filter { answers[$0][noun] })
        guard let one = named.first, named.count == 1 else { return nil }
        partner = one
      }
      return Named(
        partner: partner, field: field, match: match, rule: .reference, isAmbiguous: false)
    case .pronoun(let field, let match):
      guard let partner = before.last else { return nil }
      return Named(
        partner: partner, field: field, match: match, rule: .reference, isAmbiguous: false)
    }
  }

  private struct MentionKey: Hashable {
    let partner: Int
    let field: Int
  }

  /// The role of a mention, or `nil` where it would be one too many.
  private func role(
    of name: Named, by attribution: Attribution, had: [Mention]
  ) -> Mention.Role? {
    let isFull = had.count == Self.limitPerField
    if isFull, had.contains(where: { $0.role == .quoted }) { return nil }
    if attribution.isQuoted(name.match.source) { return .quoted }
    return isFull ? nil : .mentioned
  }

  /// Adds a mention; the first quotation takes the last place where all are taken.
  private static func add(_ mention: Mention, to mentions: inout [Mention]) {
    if mentions.count == limitPerField { mentions.removeLast() }
    mentions.append(mention)
  }

  private func mention(of name: Named, in field: ReadField, role: Mention.Role) -> Mention {
    Mention(
      target: .partner(catalog.partners[name.partner].id), role: role, field: field.field,
      start: name.match.source.lowerBound, end: name.match.source.upperBound,
      words: field.words(name.match.source),
      name: name.rule == .reference
        ? catalog.partners[name.partner].name : lexicon.entries[name.match.entry].name,
      rule: name.rule.rawValue)
  }

  /// What one field has, in the order of the text.
  private func found(
    in fields: [ReadField], number: Int, at day: Day?, publisher: Int?
  ) -> [Found] {
    let field = fields[number]
    var names: [LexiconMatch] = []
    var exclusions: [LexiconMatch] = []
    for match in field.matches {
      switch lexicon.entries[match.entry].meaning {
      case .partner(let partner, _)
      where lexicon.entries[match.entry].period.contains(day)
        && (partner == publisher || hasContext(of: match, in: fields)):
        names.append(match)
      case .reference where !References.goesOn(match.folded, in: field.folded):
        names.append(match)
      case .pronoun: names.append(match)
      case .exclusion: exclusions.append(match)
      default: break
      }
    }
    if !exclusions.isEmpty { names = excluding(exclusions, from: names) }
    let chosen = LongestMatches.chosen(from: names)
    var found: [Found] = []
    var index = 0
    while index < chosen.count {
      let range = chosen[index].folded
      let group = chosen[index...].prefix { $0.folded == range }
      switch lexicon.entries[chosen[index].entry].meaning {
      case .reference(let noun):
        found.append(.reference(noun: noun, field: number, match: chosen[index]))
      case .pronoun: found.append(.pronoun(field: number, match: chosen[index]))
      default: found += named(at: group, field: number).map(Found.named)
      }
      index = group.endIndex
    }
    return found
  }

  /// Whether the words that a name must have with it stand in the document.
  private func hasContext(of match: LexiconMatch, in fields: [ReadField]) -> Bool {
    let context = lexicon.entries[match.entry].context
    return context.isEmpty
      || context.contains { words in
        fields.contains { $0.folded.bytes.firstRange(of: words) != nil }
      }
  }

  /// The partners of the matches at one range, each once.
  private func named(at group: ArraySlice<LexiconMatch>, field: Int) -> [Named] {
    let partners = Set(group.compactMap { partner(of: $0)?.index })
    var seen: Set<Int> = []
    return group.compactMap { match in
      guard let (partner, rule) = partner(of: match), seen.insert(partner).inserted else {
        return nil
      }
      let isAcronym = lexicon.entries[match.entry].capitals != nil
      return Named(
        partner: partner, field: field, match: match, rule: rule,
        isAmbiguous: isAcronym && partners.count > 1)
    }
  }

  private func partner(of match: LexiconMatch) -> (index: Int, rule: NameRule)? {
    guard case .partner(let index, let rule) = lexicon.entries[match.entry].meaning else {
      return nil
    }
    return (index, rule)
  }

  /// The names that no phrase excludes.
  ///
  /// A phrase that holds a name and more excludes it whosoever it is; one that equals a name only
  /// excludes the partner that it stands with. So "Leeds Children's Hospital" may be a site of one
  /// partner and a phrase that is not another.
  private func excluding(
    _ exclusions: [LexiconMatch], from names: [LexiconMatch]
  ) -> [LexiconMatch] {
    let cover = ExclusionCover(exclusions)
    return names.filter { name in
      guard !cover.exceeds(name.folded) else { return false }
      return !cover.equalling(name.folded).contains { exclusion in
        guard case .exclusion(let partner) = lexicon.entries[exclusion.entry].meaning else {
          return false
        }
        return partner == self.partner(of: name)?.index
      }
    }
  }
}
