import FeedServer
import Fetching
import Testing

@Suite(.timeLimit(.minutes(15))) struct FetcherTests {
  private let fetcher = Fetcher()

  @Test func `a document comes with what the server said of it`() async throws {
    let server = try FeedServer(routes: [
      "/feed": .text(
        "<rss/>", type: "application/rss+xml; charset=utf-8",
        fields: [
          HTTPField("ETag", "\"v1\""), HTTPField("Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT"),
          HTTPField("Content-Language", "en-GB"), HTTPField("Content-Location", "/feed.rss"),
        ])
    ])
    let outcome = try await fetcher.fetch(FetchRequest(url: server.url("/feed#top")))
    let head = FetchedHead(
      status: 200, url: server.url("/feed"), contentType: "application/rss+xml; charset=utf-8",
      contentLocation: "/feed.rss", contentLanguage: "en-GB", etag: "\"v1\"",
      lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(outcome == .fetched(FetchedDocument(bytes: Array("<rss/>".utf8), head: head)))
  }

  @Test func `a request says who asks, what for, and which codings it reads`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    _ = try await fetcher.fetch(FetchRequest(url: server.url))
    let request = try #require(server.requests.first)
    #expect(request.method == "GET")
    #expect(request["user-agent"] == Fetcher.defaultUserAgent)
    #expect(request["accept"]?.hasPrefix("application/atom+xml, application/rss+xml") == true)
    #expect(request["accept-encoding"]?.contains("gzip") == true)
    #expect(request["if-none-match"] == nil)
    #expect(request["if-modified-since"] == nil)
    #expect(request["cookie"] == nil)
  }

  @Test func `what has not changed is not sent again`() async throws {
    let server = try FeedServer { request in
      request["if-none-match"] == "W/\"v1\"" && request["if-modified-since"] == "then"
        ? .notModified(fields: [HTTPField("ETag", "W/\"v1\"")])
        : .text(
          "<rss/>", fields: [HTTPField("ETag", "W/\"v1\""), HTTPField("Last-Modified", "then")])
    }
    let first = try await fetcher.fetch(FetchRequest(url: server.url))
    #expect(first.head.status == 200)
    let again = FetchRequest(url: server.url, validators: first.head.validators)
    let second = try await fetcher.fetch(again)
    #expect(
      second == .notModified(FetchedHead(status: 304, url: server.url, etag: "W/\"v1\"")))
  }

  @Test func `redirects are followed, recorded and asked with the validators`() async throws {
    let server = try FeedServer(routes: [
      "/old": .redirect(to: "/newer", status: 301), "/newer": .redirect(to: "new?x=1", status: 307),
      "/new": .text("<rss/>"),
    ])
    let request = FetchRequest(url: server.url("/old"), validators: Validators(etag: "\"v0\""))
    let head = try await fetcher.fetch(request).head
    #expect(head.url == server.url("/new?x=1"))
    #expect(
      head.redirects == [
        Redirect(from: server.url("/old"), to: server.url("/newer"), status: 301),
        Redirect(from: server.url("/newer"), to: server.url("/new?x=1"), status: 307),
      ])
    #expect(server.requests.map { $0["if-none-match"] } == ["\"v0\"", "\"v0\"", "\"v0\""])
  }

  @Test func `a connection is used again`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>"), "/gone": .status(404)])
    _ = try await fetcher.fetch(FetchRequest(url: server.url))
    // The page of an error is read as well, or its connection would be lost.
    _ = try? await fetcher.fetch(FetchRequest(url: server.url("/gone")))
    _ = try await fetcher.fetch(FetchRequest(url: server.url))
    #expect(server.requests.map(\.connection) == [1, 1, 1])
  }

  @Test func `a password is sent to the host that it is for and recorded nowhere`() async throws {
    let server = try FeedServer(routes: [
      "/a": .redirect(to: "/b"), "/b": .text("<rss/>"),
    ])
    let url = "http://user:secret@127.0.0.1:\(server.port)/a"
    let head = try await fetcher.fetch(FetchRequest(url: url)).head
    let secret = "Basic dXNlcjpzZWNyZXQ="
    #expect(server.requests.map { $0["authorization"] } == [secret, secret])
    #expect(!"\(head)".contains("secret"))
  }

  @Test func `compressed bodies are decompressed`() async throws {
    let server = try FeedServer(routes: ["/": .compressed(Compressed.zeros)])
    let outcome = try await fetcher.fetch(FetchRequest(url: server.url))
    guard case .fetched(let document) = outcome else {
      Issue.record("no document")
      return
    }
    #expect(document.bytes == [UInt8](repeating: 0, count: Compressed.zeroCount))
  }

  @Test func `many fetches run at once while another one is stuck`() async throws {
    let server = try FeedServer { request in
      request.path == "/stuck" ? HTTPResponse(body: .stalled(after: [])) : .text(request.target)
    }
    try await withThrowingTaskGroup(of: String?.self) { group in
      group.addTask {
        _ = try await fetcher.fetch(FetchRequest(url: server.url("/stuck"), limits: .patient))
        return nil
      }
      for number in 0..<50 {
        group.addTask {
          let outcome = try await fetcher.fetch(
            FetchRequest(url: server.url("/?\(number)"), limits: .patient))
          guard case .fetched(let document) = outcome else { return nil }
          return String(decoding: document.bytes, as: UTF8.self)
        }
      }
      var bodies: Set<String> = []
      while bodies.count < 50, let body = try await group.next() {
        bodies.insert(try #require(body))
      }
      #expect(bodies == Set((0..<50).map { "/?\($0)" }))
      group.cancelAll()
      await #expect(throws: CancellationError.self) { try await group.next() }
    }
  }

  @Test func `a copy of a fetcher outlives the original`() async throws {
    let server = try FeedServer(routes: ["/": .text("<rss/>")])
    func copy() -> Fetcher { Fetcher(userAgent: "Reader/2") }
    _ = try await copy().fetch(FetchRequest(url: server.url))
    #expect(server.requests.first?["user-agent"] == "Reader/2")
  }
}
