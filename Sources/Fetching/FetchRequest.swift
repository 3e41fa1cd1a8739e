/// What to fetch, and what is known of it already.
public struct FetchRequest: Hashable, Sendable {
  /// An absolute `http` or `https` URL.
  public var url: String
  /// What the last answer said of itself, so that the server may answer "not modified".
  public var validators: Validators?
  /// What the answer may cost.
  public var limits: FetchLimits

  public init(
    url: String, validators: Validators? = nil, limits: FetchLimits = .standard
  ) {
    self.url = url
    self.validators = validators
    self.limits = limits
  }
}

/// What a server said to recognise one version of a document by (RFC 9110, section 8.8).
///
/// Both values are sent back exactly as they came: Apache's `"…-gzip"` and a date in a form of the
/// server's own only match when nobody tidies them.
public struct Validators: Hashable, Sendable {
  /// The `ETag`, its quotes and its `W/` included; sent as `If-None-Match`.
  public var etag: String?
  /// The `Last-Modified` date as text; sent as `If-Modified-Since`.
  public var lastModified: String?

  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag
    self.lastModified = lastModified
  }
}
