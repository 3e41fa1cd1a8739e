import FeedParsing
import Testing

@Suite struct UnreadableDateTests {
  @Test(arguments: [
    "", " ", "yesterday", "now", "T", "Z", "--", "-", "+", ":", "()", "insert date here",
    "12:15 PM",
    "09:00:00", "Jan", "Jan Jan Jan", "Saturday", "20 January", "May 10", "Q1 2024", "Spring 2024",
    "Saturday 2024", "0113 243 2000", "020 7946 0000", "10.0.0.1", "1.2.3", "ISBN 9781234567897",
    "<p></p>", "&nbsp;",
  ])
  func `what is no date is none`(text: String) {
    #expect(DateCase.read(text) == nil)
  }

  @Test(arguments: [
    "31 Feb 2024", "30 Feb 2024", "29 Feb 2023", "31/06/2024", "0 Jan 2024", "32 Jan 2024",
    "2024-13-01", "2024-00-01", "2024-01-00", "2024-20-01", "2023-366", "2024-367", "2024-000",
    "2024-W00-1", "2021-W53-1", "2024-W03-8", "13/13/2024", "02/30/2024", "20240230",
    "Sat, 20 Jan 2024 25:00:00 GMT", "2024-01-20T09:60:00Z", "2024-01-20T09:00:61Z",
    "2024-01-20T24:00:01Z", "20 Jan 2024 24:30", "20 Jan 2024 13:00 AM", "20 Jan 2024 11 noon",
    "2024-01-20T09:00:00+99:00", "2024-01-20T09:00:00+16:00", "2024-01-20T09:00:00+01:60",
    "Mar 10, 2024 02:30 ET", "Nov 3, 2024 01:30 ET", "0000-01-01", "10000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00",
  ])
  func `a day or a time that there never was is none`(text: String) {
    #expect(DateCase.read(text) == nil)
  }

  @Test(arguments: [
    "20-01-24", "03-12-31", "1900010100", "2034010100", "9781234567897", "99999999999999999999",
    "123456", "240120", "20 Jan 4", "20 Jan 0024", "0312", "01 02 2024", "2024-01.20", "20/01-2024",
    "20-21 January 2024", "20/21 January 2024", "20 January - 21 January 2024",
    "2024-01-20/2024-01-21",
    "20 Jan 2024 09:00 - 10:30", "20 Jan 2024 09:00 to 17:00", "2024-01-20T09:00:00 01:00",
    "-2024-01-20", "--01-20", "07-01T01:55:07-05:00", "2024-01-20T09:00:00-",
    "2024-01-20T09:00:00- (UTC)",
    "2024-01-20T09:00:00[Europe/London]", "20 Jan 2024 09:00 Europe/London",
    "20 Jan 2024 09:00 (Europe/London)", "20 Jan 2024 at 9", "20 Jan 2024 midnight",
    "20 Jan 2024 09:00 pt", "mar 2024-01", "Saturday, January 2024",
    "20 čer 2024", "20 kolovoza 2024", "before 20 January 2024", "Deadline, 20 January 2024",
    "not 20 January 2024", "2024-01-20T09:00:00Z and more", "20 Jan 2024 09:00 soon",
    "20 Jan 2024 (09:00)", "20 Jan 2024 (Saturday, 9.30",
    "20 Jan 2024 09:00 (Eastern Standard Time)",
    "20 Jan 2024 09:00 EST+0100", "20 Jan 2024 09:00 Z+01:00", "20 Jan 2024 09:00 CET GMT",
    "20 Jan 2024 09:00 +0100 +0200", "6年1月20日", "1月20日", "2024年1月20日 25:00", "20 Jan 2024?",
    "2024 2025", "January 2024 09:00",
  ])
  func `what could be several dates, or hides a part, is none`(text: String) {
    #expect(DateCase.read(text) == nil)
  }

  @Test func `a text is too long to be a date`() {
    let blanks = String(repeating: " ", count: 10_000)
    #expect(DateCase.read(blanks + "2024-01-20" + blanks) == "2024-01-20T00:00:00Z")
    #expect(DateCase.read("2024-01-20" + blanks + "09:00") == nil)
    #expect(DateCase.read(String(repeating: "1 Jan 2024 ", count: 10_000)) == nil)
    #expect(DateCase.read(String(repeating: "(", count: 190)) == nil)
    #expect(DateCase.read("<" + String(repeating: "=\"", count: 50_000)) == nil)
  }
}
