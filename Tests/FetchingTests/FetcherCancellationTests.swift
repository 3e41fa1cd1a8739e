import FeedServer
import Fetching
import Testing

@Suite(.timeLimit(.minutes(15))) struct FetcherCancellationTests {
  private let fetcher = Fetcher()

  @Test func `cancelling the task ends a running transfer`() async throws {
    let (arrivals, arrival) = AsyncStream.makeStream(of: Void.self)
    let server = try FeedServer { _ in
      arrival.yield()
      return HTTPResponse(body: .stalled(after: Array("<rss>".utf8)))
    }
    let fetch = Task {
      try await fetcher.fetch(FetchRequest(url: server.url, limits: .patient))
    }
    var arrived = arrivals.makeAsyncIterator()
    await arrived.next()
    fetch.cancel()
    await #expect(throws: CancellationError.self) { try await fetch.value }
  }

  @Test func `a task that is cancelled already fetches nothing`() async throws {
    let server = try FeedServer(routes: ["/": HTTPResponse(body: .stalled(after: []))])
    await withThrowingTaskGroup(of: FetchOutcome.self) { group in
      group.cancelAll()
      group.addTask { try await fetcher.fetch(FetchRequest(url: server.url)) }
      await #expect(throws: CancellationError.self) { try await group.next() }
    }
  }

  @Test func `what comes after a cancelled fetch is fetched`() async throws {
    let server = try FeedServer(routes: [
      "/": .text("<rss/>"), "/stuck": HTTPResponse(body: .stalled(after: [])),
    ])
    let stuck = Task {
      try await fetcher.fetch(FetchRequest(url: server.url("/stuck"), limits: .patient))
    }
    stuck.cancel()
    await #expect(throws: CancellationError.self) { try await stuck.value }
    #expect(try await fetcher.fetch(FetchRequest(url: server.url)).head.status == 200)
  }
}
