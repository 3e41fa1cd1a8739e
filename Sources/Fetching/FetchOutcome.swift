/// What a server answered.
///
/// "Not modified" is an answer like any other; a status that brings no document is thrown as
/// ``FetchError/httpStatus(_:url:)``.
public enum FetchOutcome: Hashable, Sendable {
  /// The document as it stands now.
  case fetched(FetchedDocument)
  /// The document is what the request's validators describe (status 304).
  case notModified(FetchedHead)

  /// What the server said about the document.
  public var head: FetchedHead {
    switch self {
    case .fetched(let document): document.head
    case .notModified(let head): head
    }
  }
}

/// A document with what the server said about it.
public struct FetchedDocument: Hashable, Sendable {
  /// The body with any content coding undone; its character encoding is as it was sent.
  public var bytes: [UInt8]
  /// What the server said about the body.
  public var head: FetchedHead

  public init(bytes: [UInt8], head: FetchedHead) {
    self.bytes = bytes
    self.head = head
  }
}

/// What a server said about a document.
///
/// The values of header fields are as they were sent, without the white space around them.
public struct FetchedHead: Hashable, Sendable {
  /// The status of the last answer.
  public var status: Int
  /// The URL that answered, after all redirects and without user name and password.
  public var url: String
  /// The redirects in the order they were followed.
  public var redirects: [Redirect]
  /// `Content-Type`, with its charset.
  public var contentType: String?
  /// `Content-Location`, as sent: it may be relative to `url`.
  public var contentLocation: String?
  /// `Content-Language`.
  public var contentLanguage: String?
  /// `ETag`.
  public var etag: String?
  /// `Last-Modified`.
  public var lastModified: String?

  public init(
    status: Int, url: String, redirects: [Redirect] = [], contentType: String? = nil,
    contentLocation: String? = nil, contentLanguage: String? = nil, etag: String? = nil,
    lastModified: String? = nil
  ) {
    self.status = status
    self.url = url
    self.redirects = redirects
    self.contentType = contentType
    self.contentLocation = contentLocation
    self.contentLanguage = contentLanguage
    self.etag = etag
    self.lastModified = lastModified
  }

  /// What to send with the next request for the same document, `nil` where the server named nothing.
  public var validators: Validators? {
    guard etag != nil || lastModified != nil else { return nil }
    return Validators(etag: etag, lastModified: lastModified)
  }
}

/// A redirect that was followed.
public struct Redirect: Hashable, Sendable {
  /// The URL that answered with the redirect.
  public var from: String
  /// The absolute URL that it named.
  public var to: String
  /// 301 and 308 are permanent; 302, 303 and 307 are not.
  public var status: Int

  public init(from: String, to: String, status: Int) {
    self.from = from
    self.to = to
    self.status = status
  }

  /// Whether the publisher says that the document has moved for good.
  public var isPermanent: Bool { status == 301 || status == 308 }
}
