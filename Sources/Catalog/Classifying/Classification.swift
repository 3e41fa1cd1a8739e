/// What the catalog says about a document.
public struct Classification: Hashable, Sendable {
  /// The id of the partner that published it, where one is known.
  public var publisher: String?
  /// All the evidence: the publisher first, then by field and in the order of the text.
  public var mentions: [Mention]
  /// The title without boilerplate.
  public var title: String
  /// The summary without boilerplate.
  public var summary: String?
  /// The text without boilerplate.
  public var text: String
  /// What was stripped, in the order of the fields and the text.
  public var removed: [RemovedPassage]

  /// The ids of all the partners that are tied to the document, sorted.
  public var partners: [String] {
    Set(
      mentions.compactMap { if case .partner(let id) = $0.target { id } else { nil } }
    ).sorted()
  }

  /// The ids of all the topics of the document, sorted.
  public var topics: [String] {
    Set(
      mentions.compactMap { if case .topic(let id) = $0.target { id } else { nil } }
    ).sorted()
  }
}

/// Words that a boilerplate rule took out of a document.
public struct RemovedPassage: Hashable, Sendable {
  /// The id of the rule.
  public var rule: String
  /// The words as they stood.
  public var words: String

  /// A passage with the rule that removed it.
  ///
  /// - Parameters:
  ///   - rule: The id of the rule.
  ///   - words: The words as they stood.
  public init(rule: String, words: String) {
    self.rule = rule
    self.words = words
  }
}
