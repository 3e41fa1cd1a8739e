import Fetching
import Testing

@Suite struct FetchErrorTests {
  private static let url = "https://example.org/feed"

  @Test(arguments: [
    FetchError.badURL(url, reason: "r"), .unsupportedScheme("ftp", url: url),
    .unresolvable(host: "h", url: url), .unreachable(host: "h", url: url, reason: "r"),
    .forbiddenAddress(host: "h", address: "10.0.0.1", url: url), .tlsFailure(url: url, reason: "r"),
    .httpStatus(404, url: url), .httpStatus(418, url: url), .tooLarge(limit: 1, url: url),
    .timedOut(url: url, reason: "r"), .tooManyRedirects(limit: 10, url: url),
    .insecureRedirect(from: url, to: "http://example.org/"), .truncated(url: url, reason: "r"),
    .malformedAnswer(url: url, reason: "r"),
  ])
  func `an error names its URL in one sentence that says what to do`(_ error: FetchError) {
    #expect(error.url == Self.url)
    #expect(error.description.contains(Self.url))
    #expect(error.description.hasSuffix("."))
    #expect(error.description.contains(": "))
    #expect(!error.description.contains("\n"))
  }
}
