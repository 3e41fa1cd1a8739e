/// What is given of an article besides its file.
public struct ArticleFields: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// A date in any form that a feed may have.
  public var published: String?
  /// The article's page.
  public var link: String?
  /// Whose article it is.
  public var publisher: String?

  /// Fields of which none need be given.
  public init(
    title: String? = nil, published: String? = nil, link: String? = nil, publisher: String? = nil
  ) {
    self.title = title
    self.published = published
    self.link = link
    self.publisher = publisher
  }
}
