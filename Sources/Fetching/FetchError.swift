/// Why nothing could be fetched.
///
/// URLs in it carry no user name and no password, so that an error can be printed and logged.
/// Cancellation is no fetch error: it is thrown as `CancellationError`.
public enum FetchError: Error, Hashable, Sendable {
  /// The text is no absolute URL.
  case badURL(String, reason: String)
  /// The URL has a scheme other than `http` and `https`.
  case unsupportedScheme(String, url: String)
  /// The host has no address.
  case unresolvable(host: String, url: String)
  /// Nothing answers at the host's address, or the connection broke before the answer began.
  case unreachable(host: String, url: String, reason: String)
  /// The host's address belongs to a network that feeds do not come from.
  case forbiddenAddress(host: String, address: String, url: String)
  /// TLS could not be agreed on, or the certificate is not valid for the host.
  case tlsFailure(url: String, reason: String)
  /// The server answered with a status that brings no document.
  case httpStatus(Int, url: String)
  /// The body, after decompression, has more bytes than the limit.
  case tooLarge(limit: Int, url: String)
  /// A timeout ran out, or the transfer stalled.
  case timedOut(url: String, reason: String)
  /// The server redirects more often than the limit allows.
  case tooManyRedirects(limit: Int, url: String)
  /// An `https` URL redirects to an `http` URL.
  case insecureRedirect(from: String, to: String)
  /// The connection ended before the body did.
  case truncated(url: String, reason: String)
  /// The answer is not HTTP, or its body is not in the coding that it names.
  case malformedAnswer(url: String, reason: String)

  /// The URL that failed, which after a redirect is not the one that was asked for.
  public var url: String {
    switch self {
    case .badURL(let url, _), .unsupportedScheme(_, let url), .unresolvable(_, let url),
      .unreachable(_, let url, _), .forbiddenAddress(_, _, let url), .tlsFailure(let url, _),
      .httpStatus(_, let url), .tooLarge(_, let url), .timedOut(let url, _),
      .tooManyRedirects(_, let url), .insecureRedirect(let url, _), .truncated(let url, _),
      .malformedAnswer(let url, _):
      url
    }
  }
}

extension FetchError: CustomStringConvertible {
  /// One sentence that names the URL, and what to do.
  public var description: String {
    switch self {
    case .badURL(let url, let reason):
      "“\(url)” is no URL (\(reason)): give an absolute one, such as https://example.org/feed."
    case .unsupportedScheme(let scheme, let url):
      "\(url) has the scheme “\(scheme)”: only http and https can be fetched."
    case .unresolvable(let host, let url):
      "\(url) cannot be fetched, because “\(host)” has no address: check its spelling and the network."
    case .unreachable(let host, let url, let reason):
      "\(url) cannot be fetched, because “\(host)” does not answer (\(reason)): try again later."
    case .forbiddenAddress(let host, let address, let url):
      """
      \(url) is not fetched, because “\(host)” is at \(address), which is no public address: \
      name the address itself or localhost if you mean it.
      """
    case .tlsFailure(let url, let reason):
      "\(url) cannot be fetched safely (\(reason)): check its certificate and this machine's clock."
    case .httpStatus(let status, let url):
      "\(url) answered with status \(status): \(Self.advice(onStatus: status))."
    case .tooLarge(let limit, let url):
      "\(url) is larger than \(limit) bytes: raise the limit if it is really a feed."
    case .timedOut(let url, let reason):
      "\(url) took too long (\(reason)): try again later."
    case .tooManyRedirects(let limit, let url):
      "\(url) redirects more than \(limit) times: open it in a browser and use the URL it ends at."
    case .insecureRedirect(let from, let to):
      "\(from) redirects to \(to), which is not encrypted: ask for that URL itself if you trust it."
    case .truncated(let url, let reason):
      "\(url) broke off before its end (\(reason)): try again later."
    case .malformedAnswer(let url, let reason):
      "\(url) gave an answer that cannot be read (\(reason)): tell its publisher."
    }
  }

  private static func advice(onStatus status: Int) -> String {
    switch status {
    case 401, 403, 407: "the publisher does not let us read it"
    case 404: "check the URL, the feed may have moved"
    case 410: "the publisher has ended it, so remove the subscription"
    case 429: "we asked too often, so try again later"
    case 500...: "the server has a fault, so try again later"
    default: "no document came with it"
    }
  }
}
