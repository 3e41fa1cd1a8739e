import Fetching
import Testing

@Suite struct AnswerHeadTests {
  private func head(_ lines: String...) -> AnswerHead {
    var head = AnswerHead()
    for line in lines { head.receive(line + "\r\n") }
    return head
  }

  @Test func `names are read in any case and values without the space around them`() {
    let head = head("HTTP/1.1 200 OK", "ETAG:\t \"a\"  ", "content-type:text/xml; charset=x", "")
    #expect(head.status == 200)
    #expect(head["etag"] == "\"a\"")
    #expect(head["content-type"] == "text/xml; charset=x")
    #expect(head.isComplete)
  }

  @Test(arguments: [("HTTP/2 304", 304), ("HTTP/1.0 404 Not Found", 404), ("HTTP/1.1", 0)])
  func `a status line need not have a phrase`(_ line: String, _ status: Int) {
    #expect(head(line).status == status)
  }

  @Test func `an interim answer leaves nothing behind`() {
    let head = head("HTTP/1.1 103 Early Hints", "ETag: \"early\"", "", "HTTP/1.1 200 OK", "Link: x")
    #expect(head.status == 200)
    #expect(head["etag"] == nil)
    #expect(!head.isComplete)
  }

  @Test func `the first of repeated fields stands and an empty one is none`() {
    let head = head("HTTP/1.1 200 OK", "ETag:", "ETag: \"a\"", "ETag: \"b\"", "no field")
    #expect(head["etag"] == "\"a\"")
  }

  @Test func `a trailer is not part of the head`() {
    let head = head("HTTP/1.1 200 OK", "", "ETag: \"late\"")
    #expect(head["etag"] == nil)
  }
}
