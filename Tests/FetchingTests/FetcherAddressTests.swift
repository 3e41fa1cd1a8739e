import FeedServer
import Fetching
import Testing

/// What is refused here is refused before a request is sent: the server's own record shows it.
@Suite(.timeLimit(.minutes(15))) struct FetcherAddressTests {
  private let fetcher = Fetcher()

  @Test func `localhost may be asked where the user names it`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    let url = "http://localhost:\(server.port)/"
    #expect(try await fetcher.fetch(FetchRequest(url: url)).head.url == url)
  }

  @Test func `a name that stands for a private address is refused`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    // libcurl gives every name under `localhost` the loopback addresses (RFC 6761, section 6.3).
    let url = "http://feeds.localhost:\(server.port)/"
    let error = await #expect(throws: FetchError.self) {
      try await fetcher.fetch(FetchRequest(url: url))
    }
    guard case .forbiddenAddress(host: "feeds.localhost", _, url) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test func `an address is refused before it is connected to`() async throws {
    let server = try FeedServer(routes: [:])
    server.stop()
    // Had a connection been tried, the closed port would make this host unreachable.
    let url = "http://feeds.localhost:\(server.port)/"
    let error = await #expect(throws: FetchError.self) {
      try await fetcher.fetch(FetchRequest(url: url))
    }
    guard case .forbiddenAddress(host: "feeds.localhost", _, url) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(arguments: ["http://2130706433", "http://0x7f.1", "http://127.1"])
  func `an address in disguise is refused`(_ origin: String) async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    let url = "http://127.0.0.1:\(server.port)/"
    await #expect(
      throws: FetchError.forbiddenAddress(host: "127.0.0.1", address: "127.0.0.1", url: url)
    ) {
      try await fetcher.fetch(FetchRequest(url: "\(origin):\(server.port)/"))
    }
    #expect(server.requests.isEmpty)
  }

  @Test(
    arguments: [
      ("localhost", nil), ("127.0.0.2", "127.0.0.2"), ("[::1]", "::1"), ("feeds.localhost", nil),
      ("2130706434", "127.0.0.2"), ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
    ] as [(String, String?)])
  func `a redirect to another private host is refused`(
    _ host: String, _ expected: String?
  ) async throws {
    let server = try FeedServer { request in
      request.path == "/" ? .redirect(to: "http://\(host):\(request.port)/next") : .text("<rss/>")
    }
    let error = await #expect(throws: FetchError.self) {
      try await fetcher.fetch(FetchRequest(url: server.url))
    }
    guard case .forbiddenAddress(_, let address, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(expected == nil || address == expected)
    #expect(server.requests.map(\.path) == ["/"])
  }

  @Test func `a redirect to the host that the user named is followed`() async throws {
    let server = try FeedServer { request in
      request.path == "/"
        ? .redirect(to: "http://127.0.0.1:\(request.port)/next") : .text("<rss/>")
    }
    let head = try await fetcher.fetch(FetchRequest(url: server.url)).head
    #expect(head.url == server.url("/next"))
  }

  @Test func `an open connection to a private host is no way around the policy`() async throws {
    let server = try FeedServer { request in
      request.path == "/" ? .redirect(to: "http://localhost:\(request.port)/next") : .text("<rss/>")
    }
    // This leaves a connection to localhost open, which the redirect below could use.
    _ = try await fetcher.fetch(FetchRequest(url: "http://localhost:\(server.port)/next"))
    let error = await #expect(throws: FetchError.self) {
      try await fetcher.fetch(FetchRequest(url: server.url))
    }
    guard case .forbiddenAddress(host: "localhost", _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.map(\.path) == ["/next", "/"])
  }
}

extension HTTPRequest {
  /// The port that the request was sent to.
  fileprivate var port: Substring {
    self["host"]?.split(separator: ":").last ?? ""
  }
}
