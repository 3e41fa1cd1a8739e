public import Catalog

/// An announcement of the evaluation set, with what a careful reader says about it.
public struct GoldAnnouncement: Decodable, Sendable {
  public var id: String
  /// Who publishes it, as a subscription says.
  var publisher: String?
  var link: String?
  var published: String
  public var title: String
  var categories: [String]?
  var text: String
  public var gold: Gold
  /// What is hard about it.
  public var trap: String?

  /// What is right.
  public struct Gold: Decodable, Sendable {
    public var publisher: String?
    public var partners: [String]
    public var quoted: [String]
    public var topics: [String]
  }

  /// The announcement as the classifier is given it.
  public var document: Document {
    Document(
      feed: "evaluation", publisher: publisher, title: title, text: text, link: link,
      categories: categories ?? [], day: Day(published))
  }
}
