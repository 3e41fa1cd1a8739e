import Fetching
import Testing

@Suite struct FetchURLTests {
  @Test(arguments: [
    ("https://Example.ORG", "https://Example.ORG/", "example.org"),
    ("http://example.org/a b#part", "http://example.org/a%20b", "example.org"),
    ("HTTP://user:secret@example.org:80/?é", "http://example.org:80/?%C3%A9", "example.org"),
    ("http://0x7f.1/", "http://127.0.0.1/", "127.0.0.1"),
    ("http://[::1]:80/x", "http://[::1]:80/x", "[::1]"),
  ])
  func `a URL is read as libcurl reads it`(
    _ text: String, _ publicText: String, _ host: String
  ) throws {
    let url = try FetchURL(text)
    #expect(url.publicText.lowercased() == publicText.lowercased())
    #expect(url.host == host)
  }

  @Test(arguments: [
    "", "example.org/feed", "/feed", "http://", "https://exa mple.org/", "http://[::1/",
    "http://example.org:99999/", "http://example.org/\n", "http://example.org/\0x",
  ])
  func `text that is no URL is refused`(_ text: String) {
    #expect {
      try FetchURL(text)
    } throws: { error in
      if case .badURL? = error as? FetchError { true } else { false }
    }
  }

  @Test(arguments: [
    ("file:///etc/passwd", "file"), ("ftp://example.org/", "ftp"),
    ("gopher://example.org/", "gopher"), ("feed://example.org/", "feed"),
    ("dict://127.0.0.1:11211/", "dict"),
  ])
  func `any scheme but http and https is refused`(_ text: String, _ scheme: String) {
    #expect(throws: FetchError.unsupportedScheme(scheme, url: text)) { try FetchURL(text) }
  }

  @Test func `a password is sent and never shown`() throws {
    let url = try FetchURL("https://user:secret@example.org/feed")
    #expect(url.text == "https://user:secret@example.org/feed")
    #expect(url.publicText == "https://example.org/feed")
    #expect {
      try FetchURL("user:secret@example.org")
    } throws: { error in
      !"\(error)".contains("secret")
    }
  }
}
