import Fetching
import Testing

@Suite struct RequestFieldsTests {
  @Test func `validators are sent as they came`() {
    let lines = RequestFields.lines(
      for: Validators(etag: "W/\"a-gzip\"", lastModified: "yesterday"))
    #expect(lines.dropFirst() == ["If-None-Match: W/\"a-gzip\"", "If-Modified-Since: yesterday"])
  }

  @Test(arguments: ["", "\"a\"\r\nX-Evil: 1", "\"a\u{0}\""])
  func `a validator that cannot be a field value is not sent`(_ etag: String) {
    #expect(RequestFields.lines(for: Validators(etag: etag)).count == 1)
  }
}
