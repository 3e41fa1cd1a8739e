internal import CCurl

extension FetchError {
  /// What libcurl's result means to whoever asked for the URL.
  ///
  /// - Parameters:
  ///   - result: Any result but `CURLE_OK`.
  ///   - url: The URL that was asked.
  ///   - reason: What libcurl says of it.
  ///   - answerHasBegun: Whether the head of an answer had arrived.
  init(_ result: CURLcode, at url: FetchURL, reason: String, answerHasBegun: Bool) {
    let text = url.publicText
    switch result {
    case CURLE_URL_MALFORMAT:
      self = .badURL(text, reason: reason)
    case CURLE_UNSUPPORTED_PROTOCOL:
      self = .unsupportedScheme(url.scheme, url: text)
    case CURLE_COULDNT_RESOLVE_HOST:
      self = .unresolvable(host: url.host, url: text)
    case CURLE_OPERATION_TIMEDOUT:
      self = .timedOut(url: text, reason: reason)
    case CURLE_BAD_CONTENT_ENCODING, CURLE_WEIRD_SERVER_REPLY, CURLE_WRITE_ERROR:
      self = .malformedAnswer(url: text, reason: reason)
    case _ where Self.tlsResults.contains(result.rawValue):
      self = .tlsFailure(url: text, reason: reason)
    case _ where answerHasBegun:
      self = .truncated(url: text, reason: reason)
    default:
      self = .unreachable(host: url.host, url: text, reason: reason)
    }
  }

  private static let tlsResults: Set<CURLcode.RawValue> = Set(
    [
      CURLE_SSL_CONNECT_ERROR, CURLE_SSL_ENGINE_NOTFOUND, CURLE_SSL_ENGINE_SETFAILED,
      CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_PEER_FAILED_VERIFICATION,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CRL_BADFILE, CURLE_SSL_ISSUER_ERROR,
      CURLE_SSL_INVALIDCERTSTATUS,
    ].map(\.rawValue))
}
