/// The evidence that ties an announcement to a partner or a topic.
public struct Mention: Hashable, Sendable {
  /// Who or what is tied to the announcement.
  public var target: Target
  /// As what.
  public var role: Role
  /// Where the evidence stands.
  public var field: Field
  /// The first byte of the words, as an offset into the UTF-8 of the field's value.
  ///
  /// The value is the title, summary or text without boilerplate, the link, the category, or for
  /// `Field.feed` the subscription's id or the publisher that the source gave.
  public var start: Int
  /// The byte after the words.
  public var end: Int
  /// The words themselves: exactly the bytes from `start` to `end`.
  public var words: String
  /// The entry of the catalog that matched, as it is written there.
  public var name: String
  /// What kind of entry matched: `name`, `acronym`, `site`, `reference` ("the Trust"), `domain`,
  /// `subscription`, `given`, `phrase`, `amount` or `category`.
  public var rule: String

  /// A mention from its parts.
  ///
  /// - Parameters:
  ///   - target: Who or what is tied to the announcement.
  ///   - role: As what.
  ///   - field: Where the evidence stands.
  ///   - start: The first byte of the words.
  ///   - end: The byte after the words.
  ///   - words: The words.
  ///   - name: The entry of the catalog.
  ///   - rule: What kind of entry it is.
  public init(
    target: Target, role: Role, field: Field, start: Int, end: Int, words: String, name: String,
    rule: String
  ) {
    self.target = target
    self.role = role
    self.field = field
    self.start = start
    self.end = end
    self.words = words
    self.name = name
    self.rule = rule
  }

  /// Who or what a mention is of, by id.
  public enum Target: Hashable, Sendable {
    /// The partner with an id.
    case partner(String)
    /// The topic with an id.
    case topic(String)
  }

  /// As what a partner or topic is tied to an announcement.
  public enum Role: String, CaseIterable, Hashable, Sendable {
    /// The partner published it.
    case publisher
    /// The partner stands in it.
    case mentioned
    /// The partner, or somebody for it, is quoted in it.
    case quoted
    /// It is about the topic.
    case subject
  }

  /// Where evidence stands, in the order in which mentions are listed.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case title, summary, text, link, feed, category
  }
}
