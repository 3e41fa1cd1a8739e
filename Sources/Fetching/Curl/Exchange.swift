internal import CCurl

/// One request and its answer: a hop of a fetch, on a libcurl handle of its own.
///
/// Redirects are not libcurl's to follow, so that each hop has its own address policy and nothing of
/// one hop (a password, a field, a body) is left over for the next. Connections live in the
/// ``MultiHandle`` and are used again all the same.
final class Exchange {
  let handle: EasyHandle
  private let collector: AnswerCollector
  private let url: FetchURL
  private let limits: FetchLimits

  /// Prepares the request for the current URL of an itinerary.
  init(_ itinerary: Itinerary, userAgent: String, timeout: Duration) {
    url = itinerary.current
    limits = itinerary.request.limits
    collector = AnswerCollector(addresses: itinerary.addresses, limits: limits)
    var handle = EasyHandle()
    handle.setFields(RequestFields.lines(for: itinerary.request.validators))
    handle.set(CURLOPT_URL, to: url.text)
    handle.set(CURLOPT_USERAGENT, to: userAgent)
    handle.setFixedOptions()
    handle.setLimits(limits, timeout: timeout)
    collector.attach(to: handle)
    self.handle = handle
  }

  /// The answer, once libcurl has said how the transfer ended.
  func answer(after result: CURLcode) throws(FetchError) -> Answer {
    // A status that brings no document says more than what became of its page.
    if result != CURLE_OK, !(collector.head.isComplete && collector.head.status >= 400) {
      throw failure(result)
    }
    return Answer(head: collector.head, location: handle.redirectURL, body: collector.body)
  }

  private func failure(_ result: CURLcode) -> FetchError {
    let url = url.publicText
    if let address = collector.refused,
      result == CURLE_COULDNT_CONNECT || result == CURLE_ABORTED_BY_CALLBACK
    {
      return .forbiddenAddress(host: self.url.host, address: address.description, url: url)
    }
    switch collector.stop {
    case .bodyTooLarge: return .tooLarge(limit: limits.bodyBytes, url: url)
    case .headerTooLarge: return .malformedAnswer(url: url, reason: "its header has no end")
    case nil: break
    }
    if result == CURLE_FILESIZE_EXCEEDED { return .tooLarge(limit: limits.bodyBytes, url: url) }
    return FetchError(
      result, at: self.url, reason: handle.message(for: result),
      answerHasBegun: collector.head.isComplete)
  }
}

extension EasyHandle {
  /// What holds for every request.
  fileprivate func setFixedOptions() {
    set(CURLOPT_HTTPGET, to: 1)
    // All content codings that this libcurl was built with.
    set(CURLOPT_ACCEPT_ENCODING, to: "")
    set(CURLOPT_HTTP_VERSION, to: CURL_HTTP_VERSION_2TLS)
    set(CURLOPT_PROTOCOLS_STR, to: "http,https")
    set(CURLOPT_FOLLOWLOCATION, to: 0)
    set(CURLOPT_REDIR_PROTOCOLS_STR, to: "http,https")
    // An empty name turns off the proxies of the environment, behind which no address can be checked.
    set(CURLOPT_PROXY, to: "")
    // No signals: the resolver runs on its own thread, and SIGALRM would go to the whole process.
    set(CURLOPT_NOSIGNAL, to: 1)
    // A transfer that ends while its name is still looked up must not wait for the resolver: all
    // other transfers on this thread would wait with it. The lookup's thread cleans up after itself.
    set(CURLOPT_QUICK_EXIT, to: 1)
  }

  fileprivate func setLimits(_ limits: FetchLimits, timeout: Duration) {
    set(CURLOPT_MAXFILESIZE_LARGE, toOffset: max(0, limits.bodyBytes))
    set(CURLOPT_CONNECTTIMEOUT_MS, to: limits.connectTimeout.count(of: .milliseconds(1)))
    set(CURLOPT_TIMEOUT_MS, to: timeout.count(of: .milliseconds(1)))
    set(CURLOPT_LOW_SPEED_LIMIT, to: max(0, limits.lowSpeedBytesPerSecond))
    set(CURLOPT_LOW_SPEED_TIME, to: limits.lowSpeedTime.count(of: .seconds(1)))
  }
}

extension Duration {
  /// The duration for libcurl, to which 0 would mean "without end" and too large a number nothing.
  fileprivate func count(of unit: Duration) -> Int {
    max(1, Int(min(self / unit, Double(Int32.max))))
  }
}
