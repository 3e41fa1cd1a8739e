import FeedParsing
import Testing

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
