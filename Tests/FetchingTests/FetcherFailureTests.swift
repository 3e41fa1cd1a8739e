import FeedServer
import Fetching
import Testing

@Suite(.timeLimit(.minutes(15))) struct FetcherFailureTests {
  private let fetcher = Fetcher()

  /// The error of a fetch, which must have one.
  private func error(_ url: String, limits: FetchLimits = .standard) async -> FetchError? {
    await #expect(throws: FetchError.self) {
      try await fetcher.fetch(FetchRequest(url: url, limits: limits))
    }
  }

  private func server(_ body: HTTPResponse.Body) throws -> FeedServer {
    try FeedServer(routes: ["/": HTTPResponse(body: body)])
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "scp://127.0.0.1/x"])
  func `only http and https are fetched`(_ url: String) async {
    let scheme = String(url.prefix { $0 != ":" })
    #expect(await error(url) == .unsupportedScheme(scheme, url: url))
  }

  @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/"])
  func `a redirect leads to no other scheme`(_ location: String) async throws {
    let server = try FeedServer(routes: ["/": .redirect(to: location)])
    let scheme = String(location.prefix { $0 != ":" })
    #expect(await error(server.url) == .unsupportedScheme(scheme, url: location))
  }

  @Test(arguments: [401, 403, 404, 410, 429, 500, 503])
  func `a status without a document is an error`(_ status: Int) async throws {
    let server = try FeedServer(routes: ["/": .status(status)])
    #expect(await error(server.url) == .httpStatus(status, url: server.url))
  }

  @Test func `an error page without end is still that error`() async throws {
    let server = try FeedServer(routes: ["/": HTTPResponse(status: 500, body: .endless([0x20]))])
    var limits = FetchLimits()
    limits.bodyBytes = 1_000
    #expect(await error(server.url, limits: limits) == .httpStatus(500, url: server.url))
  }

  @Test func `an endless redirect is given up`() async throws {
    let server = try FeedServer(routes: ["/": .redirect(to: "/")])
    #expect(await error(server.url) == .tooManyRedirects(limit: 10, url: server.url))
    #expect(server.requests.count == 11)
  }

  @Test(
    arguments: [
      .endless([0x61, 0x62, 0x63]), .bytes([UInt8](repeating: 0x61, count: 1_001)),
      .misdeclared([], length: 1_001),
    ] as [HTTPResponse.Body])
  func `a body over the limit is given up`(_ body: HTTPResponse.Body) async throws {
    let server = try server(body)
    var limits = FetchLimits()
    limits.bodyBytes = 1_000
    #expect(await error(server.url, limits: limits) == .tooLarge(limit: 1_000, url: server.url))
  }

  @Test func `the limit counts what has been decompressed`() async throws {
    let server = try FeedServer(routes: ["/": .compressed(Compressed.zeros)])
    var limits = FetchLimits()
    limits.bodyBytes = Compressed.zeroCount - 1
    #expect(
      await error(server.url, limits: limits)
        == .tooLarge(limit: Compressed.zeroCount - 1, url: server.url))
    limits.bodyBytes = Compressed.zeroCount
    _ = try await fetcher.fetch(FetchRequest(url: server.url, limits: limits))
  }

  @Test func `a header without end is given up`() async throws {
    let field = HTTPField("X-Padding", String(repeating: "x", count: 1_000))
    let fields = [HTTPField](repeating: field, count: 10)
    let server = try FeedServer(routes: ["/": HTTPResponse(fields: fields)])
    var limits = FetchLimits()
    limits.headerBytes = 9_000
    guard case .malformedAnswer = await error(server.url, limits: limits) else {
      Issue.record("not malformed")
      return
    }
  }

  @Test func `bytes that are not in the coding they name are malformed`() async throws {
    let server = try FeedServer(routes: ["/": .compressed(Array("<rss/>".utf8))])
    guard case .malformedAnswer = await error(server.url) else {
      Issue.record("not malformed")
      return
    }
  }

  @Test func `a body that breaks off is no document`() async throws {
    let server = try server(.misdeclared(Array("<rss>".utf8), length: 100))
    guard case .truncated = await error(server.url) else {
      Issue.record("not truncated")
      return
    }
  }

  @Test func `a stalled body times out`() async throws {
    let server = try server(.stalled(after: []))
    var limits = FetchLimits()
    limits.lowSpeedTime = .seconds(1)
    guard case .timedOut = await error(server.url, limits: limits) else {
      Issue.record("not timed out")
      return
    }
  }

  @Test func `a body that drips without end times out`() async throws {
    let server = try server(.dripping(Array("<rss/>".utf8)))
    var limits = FetchLimits()
    limits.totalTimeout = .milliseconds(200)
    guard case .timedOut = await error(server.url, limits: limits) else {
      Issue.record("not timed out")
      return
    }
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .seconds(Int64.max)])
  func `a timeout of any length is taken`(_ timeout: Duration) async throws {
    let server = try server(.hangUp)
    var limits = FetchLimits()
    limits.connectTimeout = timeout
    limits.totalTimeout = timeout
    limits.lowSpeedTime = timeout
    #expect(await error(server.url, limits: limits) != nil)
  }

  @Test func `the total time covers all hops`() async throws {
    let server = try FeedServer { request in
      request.path == "/" ? .redirect(to: "/stuck") : HTTPResponse(body: .stalled(after: []))
    }
    var limits = FetchLimits()
    limits.totalTimeout = .milliseconds(200)
    guard case .timedOut(let url, _) = await error(server.url, limits: limits) else {
      Issue.record("not timed out")
      return
    }
    #expect(url == server.url("/stuck"))
  }

  @Test func `a server that hangs up is unreachable`() async throws {
    let server = try server(.hangUp)
    guard case .unreachable(host: "127.0.0.1", server.url, _) = await error(server.url) else {
      Issue.record("not unreachable")
      return
    }
  }

  @Test func `a closed port is unreachable`() async throws {
    let server = try FeedServer(routes: [:])
    server.stop()
    guard case .unreachable(host: "127.0.0.1", server.url, _) = await error(server.url) else {
      Issue.record("not unreachable")
      return
    }
  }

  @Test func `a host without an address is unresolvable`() async {
    #expect(
      await error("http://host.invalid/feed")
        == .unresolvable(host: "host.invalid", url: "http://host.invalid/feed"))
  }

  @Test func `a server without TLS cannot be asked with it`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    guard case .tlsFailure = await error("https://127.0.0.1:\(server.port)/") else {
      Issue.record("no TLS failure")
      return
    }
    #expect(server.requests.isEmpty)
  }
}
