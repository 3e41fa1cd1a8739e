import Announcements
import JSONBytes
import Testing

@Suite struct IdentifierTests {
  @Test(arguments: [
    ("https://example.org/feed?a=1&b=[2]#c", "https://example.org/feed?a=1&b=[2]#c"),
    ("leeds-news", "leeds-news"), ("Feeds/samples/a b.xml", "Feeds/samples/a%20b.xml"),
    ("Béziers", "B%C3%A9ziers"), ("a\nb\"<>", "a%0Ab%22%3C%3E"), ("", "."),
    ("a%20b", "a%20b"), ("100% Leeds", "100%25%20Leeds"), ("50%", "50%25"), ("%é1", "%25%C3%A91"),
  ])
  func `a feed's id becomes a URI reference`(_ id: String, _ reference: String) {
    #expect(FeedID(id).uriReference == reference)
  }

  @Test(arguments: [
    ([UInt8](repeating: 0, count: 32), "aaaaaaaaaaaaaaaaaaaaaaaaaa"),
    ([UInt8](repeating: 255, count: 32), "77777777777777777777777774"),
    (Array("foobarfoobarfoobarfoobarfoobarfo".utf8), "mzxw6ytbojtg633cmfzgm33pmi"),
  ])
  func `an id is base32 of the hash's first 128 bits`(_ hash: [UInt8], _ id: String) {
    #expect(Hashing { _ in hash }.identifier(of: [UInt8]()) == id)
  }

  @Test func `the parts of an id are kept apart`() {
    let hashing = History.hashing
    let ids = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"]].map {
      hashing.identifier(of: $0)
    }
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.utf8.count == 26 })
  }

  @Test func `an event's id is the subject with the revision`() {
    var revision = Revision(
      announcement: AnnouncementID("abc"), feed: "news", number: 3,
      identity: Identity(candidate: Candidate(.guid, "1"), counter: 0, also: []),
      entry: ReceivedEntry(), content: "", document: "")
    #expect(AnnouncementEvent.revised(revision).id(History.hashing) == "abc.3")
    revision.number = 1
    #expect(AnnouncementEvent.published(revision).id(History.hashing) == "abc.1")
    let withdrawal = Withdrawal(
      announcement: AnnouncementID("abc"), feed: "news", revision: 3, date: nil)
    #expect(AnnouncementEvent.withdrawn(withdrawal).id(History.hashing) == "abc.w3")
  }

  @Test func `the same document read again later is another event`() {
    func id(_ feed: FeedID, _ ordinal: Int, _ document: String) -> String {
      AnnouncementEvent.feedRetrieved(
        Retrieval(
          feed: feed, source: "-", ordinal: ordinal, document: document, bytes: 1, format: "rss",
          encoding: "utf-8")
      ).id(History.hashing)
    }
    let ids = [id("a", 0, "x"), id("a", 1, "x"), id("a", 0, "y"), id("b", 0, "x")]
    #expect(Set(ids).count == ids.count)
    #expect(id("a", 0, "x") == ids[0])
  }
}

@Suite struct DateClaimTests {
  private static let received = Timestamp("2024-03-01T12:00:00Z")

  @Test(arguments: [
    ("2024-03-01T12:00:00Z", nil), ("2024-03-02T12:00:00Z", nil),
    ("2024-03-02T12:00:01Z", DateClaim.Flag.future), ("1990-01-01T00:00:00Z", nil),
    ("1989-12-31T23:59:59Z", .ancient), ("0001-01-01T00:00:00Z", .ancient), ("noon", nil),
  ])
  func `a date after the next day or before 1990 is doubtful`(
    _ raw: String, _ flag: DateClaim.Flag?
  ) throws {
    let claim = DateClaim(raw: raw, time: Timestamp(raw), source: .item)
    #expect(claim.flag(received: try #require(Self.received)) == flag)
  }
}
