import Fetching
import Testing

@Suite struct ItineraryTests {
  private func answer(_ status: Int, location: String? = nil, etag: String? = nil) -> Answer {
    var head = AnswerHead()
    head.receive("HTTP/1.1 \(status)")
    if let etag { head.receive("ETag: \(etag)") }
    head.receive("")
    return Answer(head: head, location: location, body: Array("body".utf8))
  }

  @Test func `redirects are recorded in their order, without passwords`() throws {
    var itinerary = try Itinerary(FetchRequest(url: "http://user:secret@example.org/a"))
    #expect(try itinerary.receive(answer(301, location: "https://example.org/b")) == .follow)
    #expect(try itinerary.receive(answer(302, location: "https://u:p@example.net/c#d")) == .follow)
    #expect(itinerary.current.text == "https://u:p@example.net/c")
    let step = try itinerary.receive(answer(200, etag: "\"x\""))
    guard case .finish(.fetched(let document)) = step else {
      Issue.record("\(step)")
      return
    }
    #expect(document.bytes == Array("body".utf8))
    #expect(document.head.url == "https://example.net/c")
    #expect(document.head.validators == Validators(etag: "\"x\""))
    #expect(
      document.head.redirects == [
        Redirect(from: "http://example.org/a", to: "https://example.org/b", status: 301),
        Redirect(from: "https://example.org/b", to: "https://example.net/c", status: 302),
      ])
    #expect(document.head.redirects.map(\.isPermanent) == [true, false])
  }

  @Test func `a redirect from https to http is refused`() throws {
    var itinerary = try Itinerary(FetchRequest(url: "https://example.org/"))
    let refusal = FetchError.insecureRedirect(
      from: "https://example.org/", to: "http://example.org/feed")
    #expect(throws: refusal) {
      try itinerary.receive(answer(301, location: "http://example.org/feed"))
    }
  }

  @Test(arguments: ["file:///etc/passwd", "gopher://127.0.0.1:25/x"])
  func `a redirect to another scheme is refused`(_ location: String) throws {
    var itinerary = try Itinerary(FetchRequest(url: "http://example.org/"))
    #expect {
      try itinerary.receive(answer(302, location: location))
    } throws: { error in
      if case .unsupportedScheme? = error as? FetchError { true } else { false }
    }
  }

  @Test func `ten redirects are followed and no eleventh`() throws {
    var itinerary = try Itinerary(FetchRequest(url: "http://example.org/0"))
    for number in 1...10 {
      let answer = answer(307, location: "http://example.org/\(number)")
      #expect(try itinerary.receive(answer) == .follow)
    }
    #expect(throws: FetchError.tooManyRedirects(limit: 10, url: "http://example.org/0")) {
      try itinerary.receive(answer(307, location: "http://example.org/11"))
    }
  }

  @Test(arguments: [304, 400, 403, 404, 410, 429, 500, 503, 300, 305, 301])
  func `a status without a document, or a redirect to nowhere, is an error`(_ status: Int) throws {
    var itinerary = try Itinerary(FetchRequest(url: "http://example.org/"))
    #expect(throws: FetchError.httpStatus(status, url: "http://example.org/")) {
      try itinerary.receive(answer(status))
    }
  }

  @Test func `not modified is an answer where validators were sent`() throws {
    let request = FetchRequest(url: "http://example.org/", validators: Validators(etag: "\"x\""))
    var itinerary = try Itinerary(request)
    let step = try itinerary.receive(answer(304, etag: "\"x\""))
    #expect(
      step
        == .finish(
          .notModified(FetchedHead(status: 304, url: "http://example.org/", etag: "\"x\""))))
  }
}
