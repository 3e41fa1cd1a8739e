import FeedParsing
import Testing

@Suite struct RandomDateTests {
  private static let years: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  private static let pieces = [
    "20", "01", "2024", "24", "09", "9", "0", "99", "123", "1705741200", "20240120", "366", ":",
    "-", "/",
    ".", ",", " ", " ", " ", "+", "(", ")", "[", "]", "\\", "'", "T", "Z", "W", "h", "AM", "p.m.",
    "Jan",
    "mar", "Sat", "Février", "марта", "年", "月", "日", "오후", "下午3", "GMT", "EST", "ET", "PT", "+0100",
    "&nbsp;",
    "<b>", "&#", "st", "of", "\u{301}", "\u{200E}", "\u{A0}", "\u{2212}", "１", "👍🏽", "\u{FFFD}",
    "\0",
  ]

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `no text makes the reader fail, and none leaves the years that can be written`(seed: UInt64)
  {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        text += Self.pieces.randomElement(using: &generator) ?? ""
      }
      if let seconds = FeedDateParser.parse(text) {
        #expect(Self.years.contains(seconds), "seed \(seed): \(text)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `no bytes make the reader fail`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let seconds = FeedDateParser.parse(String(decoding: bytes, as: UTF8.self)) ?? 0
      #expect(Self.years.contains(seconds), "seed \(seed)")
    }
  }

  /// A comment behind a date changes nothing but the way on which it is read.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `the straight way and the long one give the same`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0123456789 :-+/.,TZGMUCJanFebrysSt".utf8)
    let dates = [
      "Sat, 20 Jan 2024 09:00:00 +0000", "Sat, 6 Feb 2024 09:00:00 GMT", "2024-01-20T09:00:00Z",
      "2024-01-20T09:00:00.123+01:00", "Thu, 31 Dec 1998 23:59:60 -0500",
    ]
    for date in dates {
      for _ in 0..<20 {
        var bytes = Array(date.utf8)
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          let index = Int.random(in: 0..<bytes.count, using: &generator)
          bytes[index] = alphabet.randomElement(using: &generator) ?? 0
        }
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(DateCase.read(text) == DateCase.read(text + " ()"), "seed \(seed): \(text)")
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `a byte changed or lost in a date does no harm`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let dates = [
      "Sat, 20 Jan 2024 09:00:00 +0000", "2024-01-20T09:00:00.123+01:00", "2024年1月20日 下午3:04",
      "samedi 20 février 2024 à 9h30", "20 Ιανουαρίου 2024, 9:00 π.μ.",
    ]
    for date in dates {
      var bytes = Array(date.utf8)
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      if Bool.random(using: &generator) {
        bytes[index] = UInt8.random(in: 0...255, using: &generator)
      } else {
        bytes.removeSubrange(index...)
      }
      let seconds = FeedDateParser.parse(String(decoding: bytes, as: UTF8.self)) ?? 0
      #expect(Self.years.contains(seconds), "seed \(seed): \(date)")
    }
  }
}
