import FeedParsing
import Testing

@Suite struct DateTests {
  /// 2024-01-20T09:00:00Z.
  private static let nine: Int64 = 1_705_741_200

  @Test(arguments: [
    "Sat, 20 Jan 2024 09:00:00 GMT", "Sat, 20 Jan 2024 09:00:00 +0000",
    "20 Jan 2024 10:00:00 +0100", "Sat, 20 January 2024 09:00 GMT", "Sat 20 Jan 2024 09:00:00 Z",
    "Monday, 20 Jan 24 09:00:00 UT", "Sat, 20 Jan 2024 04:00:00 EST", "Sat Jan 20 09:00:00 2024",
    "Jan 20, 2024 9:00 AM", "20-Jan-2024 09:00:00 GMT", "2024-01-20T09:00:00Z",
    "2024-01-20T10:00:00.123+01:00", "2024-01-20 09:00:00", "2024-01-20T09:00Z", "20240120T090000Z",
    "20/01/2024 09:00", "2024-020T09:00:00Z", "Saturday 20th January 2024 at 9:00am",
    "Sat, 20 Jan 2024 09:00:00 GMT (UTC)", " 2024-01-20T09:00:00Z ",
  ])
  func `an instant is read however it is written`(text: String) {
    #expect(FeedDateParser.parse(text) == Self.nine)
  }

  @Test(arguments: [
    "2024-01-20", "20/01/2024", "20 Jan 2024", "20240120", "Fri, 19 Jan 2024 24:00:00 GMT",
  ])
  func `a date is the start of its day`(text: String) {
    #expect(FeedDateParser.parse(text) == Self.nine - 9 * 3600)
  }

  @Test(arguments: [
    "", "yesterday", "31 Feb 2024", "2024-13-01", "Sat, 20 Jan 2024 25:00:00 GMT", "12:15 PM",
    "20 January", "2024-01-20T09:00:00+99:00", "Jan Jan Jan", "99999999999999999999", "--", "T",
  ])
  func `what is no date is none`(text: String) {
    #expect(FeedDateParser.parse(text) == nil)
  }

  @Test(arguments: 0..<200)
  func `no bytes make the parser fail`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var bytes: [UInt8] = []
    let alphabet = Array("0123456789:-+/., TZGMTJanSat()".utf8)
    for _ in 0..<40 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      bytes.append(alphabet[Int(state % UInt64(alphabet.count))])
    }
    let seconds = FeedDateParser.parse(String(decoding: bytes, as: UTF8.self)) ?? 0
    #expect(abs(seconds) < 1 << 40, "seed \(seed)")
  }
}

@Suite struct DateLineTests {
  @Test(arguments: [
    ("A title\n date 2024-01-20\n\nWords.", "2024-01-20"),
    ("Published: 20 January 2024\n\nWords.", "20 January 2024"),
    ("A title\n20 Jan 2024\nWords.", "20 Jan 2024"),
    ("A title\n\nLEEDS, 20 January 2024 - The council said.", "20 January 2024"),
    ("A title\nWords.\n\nPosted on 20/01/2024", "20/01/2024"),
  ])
  func `a line that is a date dates the text`(text: String, raw: String) throws {
    let date = try #require(DateLine.find(in: text))
    #expect(date.raw == raw)
    #expect(date.secondsSince1970 == 1_705_708_800)
  }

  @Test(arguments: [
    "A title\nThe meeting on 20 January 2024 was good.", "2024\nWords.", "0113 243 2000\nWords.",
    "20 Jan 2024\n21 Jan 2024\nWords.", "",
  ])
  func `a text is not dated where in doubt`(text: String) {
    #expect(DateLine.find(in: text) == nil)
  }
}
