/// What speaks for a topic in a document, and against it.
private struct TopicEvidence {
  /// Where each phrase was found first, by its entry.
  var phrases: [Int: (field: Int, match: LexiconMatch)] = [:]
  /// The first large amount of money.
  var amount: (field: Int, range: Range<Int>)?
  var hasRequired = false
  var hasForbidden = false
}

extension Classifier {
  /// The topics that the words of a document give it.
  ///
  /// A phrase within a longer name of a partner does not count: the department of health and social
  /// care may speak of anything. One that is the whole name does. Of one topic's phrases that overlap
  /// only the longest counts.
  ///
  /// - Parameter fields: The fields that were read, the title first.
  /// - Returns: For each topic that reaches the threshold a mention of each phrase that counted,
  ///   in the title if it stands there and else where it stands first.
  func topicMentions(in fields: [ReadField]) -> [Mention] {
    var evidence: [Int: TopicEvidence] = [:]
    for (number, field) in fields.enumerated() {
      gather(field, number: number, into: &evidence)
      gatherAmounts(field, number: number, into: &evidence)
    }
    return evidence.flatMap { index, evidence -> [Mention] in
      let topic = catalog.topics[index]
      guard !evidence.hasForbidden, topic.must.isEmpty || evidence.hasRequired,
        weight(of: evidence, for: topic, in: fields) >= Topic.threshold
      else { return [] }
      let phrases = evidence.phrases.values.map { found in
        mention(of: topic, at: found.match, in: fields[found.field])
      }
      return phrases
        + (evidence.amount.map { [mention(of: topic, at: $0.range, in: fields[$0.field])] } ?? [])
    }
  }

  private func gather(
    _ field: ReadField, number: Int, into evidence: inout [Int: TopicEvidence]
  ) {
    var phrases: [Int: [LexiconMatch]] = [:]
    let names = ExclusionCover(
      field.matches.filter { match in
        if case .partner = lexicon.entries[match.entry].meaning { true } else { false }
      })
    for match in field.matches where !names.exceeds(match.folded) {
      switch lexicon.entries[match.entry].meaning {
      case .phrase(let topic, _): phrases[topic, default: []].append(match)
      case .required(let topic): evidence[topic, default: TopicEvidence()].hasRequired = true
      case .forbidden(let topic): evidence[topic, default: TopicEvidence()].hasForbidden = true
      case .partner, .exclusion, .reference, .pronoun, .boilerplate: break
      }
    }
    for (topic, matches) in phrases {
      for match in LongestMatches.chosen(from: matches) {
        let isNew = evidence[topic]?.phrases[match.entry] == nil
        if isNew {
          evidence[topic, default: TopicEvidence()].phrases[match.entry] = (number, match)
        }
      }
    }
  }

  /// Takes the first large amount of money as a phrase, for the topics that ask for it.
  private func gatherAmounts(
    _ field: ReadField, number: Int, into evidence: inout [Int: TopicEvidence]
  ) {
    guard !topicsOfAmounts.isEmpty, let range = MoneyAmounts.first(in: field.folded.source) else {
      return
    }
    for topic in topicsOfAmounts where evidence[topic]?.amount == nil {
      evidence[topic, default: TopicEvidence()].amount = (number, range)
    }
  }

  private func weight(
    of evidence: TopicEvidence, for topic: Topic, in fields: [ReadField]
  ) -> Int {
    func counted(_ weight: Int, in field: Int) -> Int {
      fields[field].field == .title ? 2 * weight : weight
    }
    let amount = evidence.amount.map { counted(topic.amounts, in: $0.field) } ?? 0
    return evidence.phrases.reduce(amount) { sum, found in
      guard case .phrase(_, let weight) = lexicon.entries[found.key].meaning else { return sum }
      return sum + counted(weight, in: found.value.field)
    }
  }

  private func mention(of topic: Topic, at amount: Range<Int>, in field: ReadField) -> Mention {
    Mention(
      target: .topic(topic.id), role: .subject, field: field.field, start: amount.lowerBound,
      end: amount.upperBound, words: field.words(amount), name: "amounts", rule: "amount")
  }

  private func mention(
    of topic: Topic, at match: LexiconMatch, in field: ReadField
  ) -> Mention {
    Mention(
      target: .topic(topic.id), role: .subject, field: field.field,
      start: match.source.lowerBound, end: match.source.upperBound,
      words: field.words(match.source), name: lexicon.entries[match.entry].name, rule: "phrase")
  }

  /// The topics that each item of the document's subscription has.
  func subscriptionTopics(of document: Document) -> [Mention] {
    guard let subscription = subscription(of: document) else { return [] }
    return subscription.topics.compactMap { id in
      guard let topic = topicIndex[id].map({ catalog.topics[$0] }) else { return nil }
      return Mention(
        target: .topic(id), role: .subject, field: .feed, start: 0,
        end: subscription.id.utf8.count, words: subscription.id, name: topic.name,
        rule: "subscription")
    }
  }

  /// The topics that the publisher's own categories mean, each with the first category.
  func categoryTopics(of document: Document) -> [Mention] {
    var seen: Set<Int> = []
    return document.categories.flatMap { category in
      let words = FoldedText(category).words
      return (topicsOfCategory[words] ?? []).filter { seen.insert($0).inserted }.map { index in
        let topic = catalog.topics[index]
        let name = topic.categories.first { FoldedText($0).words == words } ?? category
        return Mention(
          target: .topic(topic.id), role: .subject, field: .category, start: 0,
          end: category.utf8.count, words: category, name: name, rule: "category")
      }
    }
  }
}
