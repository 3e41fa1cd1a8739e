/// An announcement as the classifier sees it.
public struct Document: Hashable, Sendable {
  /// The id of the feed that it came from.
  public var feed: String
  /// The id of the subscription; `nil` takes the feed's id where that is a subscription's.
  public var subscription: String?
  /// Who published it as the source itself said, such as a column of a CSV file; an id or a name.
  public var publisher: String?
  /// The title.
  public var title: String
  /// The publisher's summary as plain text.
  public var summary: String?
  /// The whole text as plain text, a line for each paragraph.
  public var text: String
  /// The address of the announcement.
  public var link: String?
  /// What the publisher filed it under.
  public var categories: [String]
  /// The day of publication, against which dated names are held; `nil` makes all of them count.
  public var day: Day?

  /// A document from its parts.
  ///
  /// - Parameters:
  ///   - feed: The id of the feed.
  ///   - subscription: The id of the subscription.
  ///   - publisher: Who published it as the source said.
  ///   - title: The title.
  ///   - summary: The summary as plain text.
  ///   - text: The whole text as plain text.
  ///   - link: The address.
  ///   - categories: What the publisher filed it under.
  ///   - day: The day of publication.
  public init(
    feed: String, subscription: String? = nil, publisher: String? = nil, title: String,
    summary: String? = nil, text: String, link: String? = nil, categories: [String] = [],
    day: Day? = nil
  ) {
    self.feed = feed
    self.subscription = subscription
    self.publisher = publisher
    self.title = title
    self.summary = summary
    self.text = text
    self.link = link
    self.categories = categories
    self.day = day
  }
}
