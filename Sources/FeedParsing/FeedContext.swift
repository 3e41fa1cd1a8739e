/// What is known of a document besides its bytes.
public struct FeedContext: Hashable, Sendable {
  /// The `Content-Type` that the server sent, with its charset.
  public var contentType: String?
  /// The `Content-Location` that the server sent: the base of relative links before `url`.
  public var contentLocation: String?
  /// The `Content-Language` that the server sent.
  public var contentLanguage: String?
  /// Where the document came from: the base of relative links.
  public var url: String?

  /// A context of whatever is known.
  public init(
    contentType: String? = nil, contentLocation: String? = nil, contentLanguage: String? = nil,
    url: String? = nil
  ) {
    self.contentType = contentType
    self.contentLocation = contentLocation
    self.contentLanguage = contentLanguage
    self.url = url
  }
}
