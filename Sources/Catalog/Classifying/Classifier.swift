/// Finds the partners and topics of announcements.
///
/// Built once from a catalog, it may be used from any number of tasks. It is pure: one document
/// and one catalog always give the same classification, byte for byte.
public struct Classifier: Sendable {
  let catalog: Catalog
  let lexicon: Lexicon
  let domains: DomainIndex
  let names: NameIndex
  /// For each partner to which of ``References/nouns`` it answers.
  let answers: [[Bool]]
  let partnerIndex: [String: Int]
  let topicIndex: [String: Int]
  let subscriptionIndex: [String: Int]
  /// The topics for which amounts of money speak.
  let topicsOfAmounts: [Int]
  /// For each folded category of a publisher the topics that it means.
  let topicsOfCategory: [[UInt8]: [Int]]

  /// Builds the automaton and the indexes of a catalog.
  ///
  /// - Complexity: O(*n*) in the bytes of the catalog.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    lexicon = Lexicon(CatalogEntries.all(of: catalog))
    domains = DomainIndex(catalog.partners)
    names = NameIndex(catalog.partners)
    answers = catalog.partners.map(References.answers)
    partnerIndex = Self.index(catalog.partners.map(\.id))
    topicIndex = Self.index(catalog.topics.map(\.id))
    subscriptionIndex = Self.index(catalog.feeds.map(\.id))
    topicsOfAmounts = catalog.topics.indices.filter { catalog.topics[$0].amounts > 0 }
    var topicsOfCategory: [[UInt8]: [Int]] = [:]
    for (index, topic) in catalog.topics.enumerated() {
      for category in Set(topic.categories.map { FoldedText($0).words }) {
        topicsOfCategory[category, default: []].append(index)
      }
    }
    self.topicsOfCategory = topicsOfCategory
  }

  /// Finds who published a document, whom it mentions and quotes, and what it is about.
  ///
  /// Boilerplate is stripped first; offsets of mentions are offsets into what is left.
  ///
  /// - Parameter document: The announcement as plain text.
  /// - Returns: The classification; mentions are in a fixed order.
  /// - Complexity: O(*n*) in the length of the document, whatever the size of the catalog.
  public func classify(_ document: Document) -> Classification {
    let title = read(document.title, .title)
    let summary = document.summary.map { read($0, .summary) }
    let text = read(document.text, .text)
    let fields = [title, summary, text].compactMap { $0 }
    let publisher = publisherMention(of: document)
    var mentions = publisher.map { [$0.mention] } ?? []
    mentions += partnerMentions(in: fields, at: document.day, publisher: publisher?.partner)
    mentions += topicMentions(in: fields)
    mentions += subscriptionTopics(of: document)
    mentions += categoryTopics(of: document)
    return Classification(
      publisher: publisher.map { catalog.partners[$0.partner].id },
      mentions: MentionOrder.sorted(mentions), title: title.text, summary: summary?.text,
      text: text.text, removed: fields.flatMap(\.removed))
  }

  private static func index(_ ids: [String]) -> [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }
}

// MARK: - Figures

extension Classifier {
  /// How many entries are looked for: names in all their forms, phrases, boilerplate.
  public var entryCount: Int { lexicon.entries.count }

  /// How many entries stand in a text, overlapping ones included, before it is decided what they mean.
  ///
  /// - Complexity: O(*n* + *m*) in the length of the text and the number of matches.
  public func matchCount(in text: String) -> Int { lexicon.matches(in: FoldedText(text)).count }
}
