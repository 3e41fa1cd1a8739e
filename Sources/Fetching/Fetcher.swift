/// Fetches documents over HTTP.
///
/// A fetcher keeps its connections and uses them again, so one is enough for a process. Any number of
/// fetches may run at once; they share one thread of their own and none of Swift's. How many do run
/// at once, and how often a host is asked, is for the caller to decide.
///
/// The address that a host name stands for is checked before a byte is sent: what is not on the
/// public internet is refused, unless the request itself names an IP address or `localhost`. Proxies
/// named by the environment are not used, because behind one nobody can tell which address is asked.
///
/// ```swift
/// let fetcher = Fetcher()
/// switch try await fetcher.fetch(FetchRequest(url: "https://example.org/feed")) {
/// case .fetched(let document): parse(document.bytes)
/// case .notModified: break
/// }
/// ```
public struct Fetcher: Sendable {
  /// What Presslog calls itself, with a page that says what it does, as publishers ask of readers.
  public static let defaultUserAgent = "Presslog/0.1.0"

  private let userAgent: String
  private let engine = TransferEngine()

  /// Creates a fetcher, which opens nothing before its first fetch.
  public init(userAgent: String = Fetcher.defaultUserAgent) {
    self.userAgent = userAgent
  }

  /// Fetches a document, or learns that it has not changed.
  ///
  /// Redirects are followed and recorded. Cancelling the task aborts the transfer.
  ///
  /// - Throws: ``FetchError``, or `CancellationError` where the task was cancelled.
  public func fetch(_ request: FetchRequest) async throws -> FetchOutcome {
    let itinerary = try Itinerary(request)
    return try await engine.run(itinerary, userAgent: userAgent)
  }
}
