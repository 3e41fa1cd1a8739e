extension Classifier {
  /// Who published a document, with the one mention that says why.
  ///
  /// What the source itself says goes first, then the subscription's publisher, then the link's
  /// domain. Where the source names somebody whom the catalog does not know, the subscription is
  /// not asked: it would give the item to another than the source does.
  func publisherMention(of document: Document) -> (partner: Int, mention: Mention)? {
    if let given = document.publisher, !FoldedText(given).words.isEmpty {
      return publisher(given: given) ?? publisher(ofLink: document)
    }
    return publisher(ofSubscription: document) ?? publisher(ofLink: document)
  }

  private func publisher(given: String) -> (partner: Int, mention: Mention)? {
    guard let index = names.partner(named: given) else { return nil }
    return publisher(index, words: given, rule: "given")
  }

  private func publisher(ofSubscription document: Document) -> (partner: Int, mention: Mention)? {
    guard let subscription = subscription(of: document),
      let index = subscription.publisher.flatMap({ partnerIndex[$0] })
    else { return nil }
    return publisher(index, words: subscription.id, rule: "subscription")
  }

  private func publisher(ofLink document: Document) -> (partner: Int, mention: Mention)? {
    guard let link = document.link, let owner = domains.owner(of: link, at: document.day) else {
      return nil
    }
    let words = String(decoding: Array(link.utf8)[owner.range], as: UTF8.self)
    let mention = Mention(
      target: .partner(catalog.partners[owner.partner].id), role: .publisher, field: .link,
      start: owner.range.lowerBound, end: owner.range.upperBound, words: words,
      name: owner.domain, rule: "domain")
    return (owner.partner, mention)
  }

  private func publisher(
    _ index: Int, words: String, rule: String
  ) -> (partner: Int, mention: Mention) {
    let partner = catalog.partners[index]
    let mention = Mention(
      target: .partner(partner.id), role: .publisher, field: .feed, start: 0,
      end: words.utf8.count, words: words, name: partner.name, rule: rule)
    return (index, mention)
  }

  /// The subscription of a document, by its id or that of the feed.
  func subscription(of document: Document) -> Subscription? {
    subscriptionIndex[document.subscription ?? document.feed].map { catalog.feeds[$0] }
  }
}
