/// A subject in the catalog and the words that give it away.
public struct Topic: Hashable, Sendable, Identifiable {
  /// The short id that queries and mentions use: lower-case letters, digits and hyphens.
  public var id: String
  /// What a person reads.
  public var name: String
  /// The side from which it looks at an announcement.
  public var facet: Facet
  /// The phrases that speak for the topic.
  public var phrases: [WeightedPhrase]
  /// What a large amount of money counts, as a phrase does; 0 for nothing.
  public var amounts: Int
  /// At least one of these phrases must occur too, where there are any.
  public var must: [String]
  /// None of these phrases may occur: `must-not:`.
  public var mustNot: [String]
  /// What publishers call the topic in their own categories.
  public var categories: [String]
  /// Codes of the IPTC Media Topics, such as `medtop:07000000`.
  public var iptc: [String]
  /// Names of health categories of the Health Research Classification System.
  public var hrcs: [String]

  /// The side from which a topic looks at an announcement.
  public enum Facet: String, CaseIterable, Hashable, Sendable {
    /// What field of the economy or of administration it is about.
    case sector
    /// What field of health it is about.
    case health
  }

  /// The sum of weights at which a topic is tagged; see `WeightedPhrase`.
  public static let threshold = 2
}

/// A phrase with what it counts for its topic.
///
/// Each phrase counts once, in the title double: one phrase of weight 1 in the title, two in the
/// text or one of weight 2 anywhere reach the threshold.
public struct WeightedPhrase: Hashable, Sendable {
  /// The words; a `*` at the end stands for any ending of the last word.
  public var phrase: String
  /// What it counts, 1 to 9.
  public var weight: Int

  /// A phrase with its weight.
  ///
  /// - Parameters:
  ///   - phrase: The words.
  ///   - weight: What it counts.
  public init(_ phrase: String, weight: Int = 1) {
    self.phrase = phrase
    self.weight = weight
  }
}
