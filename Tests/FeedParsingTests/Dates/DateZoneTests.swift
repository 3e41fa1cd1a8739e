import FeedParsing
import Testing

@Suite struct DateZoneTests {
  private static let nine = "2024-01-20T09:00:00Z"

  /// The text behind `20 Jan 2024` and a time that makes it nine o'clock in Greenwich.
  @Test(arguments: [
    "10:00 +1", "10:00 +01", "10:00 +0100", "10:00 +01:00", "10:00 +1:00", "10:00 +100", "10:00+01",
    "10:00:00 + 0100", "04:00 -5", "04:00 -0500", "04:00 -05:00", "04:00 \u{2212}0500",
    "04:00 \u{2013}05:00", "04:00 - 0500", "14:45 +0545", "14:30 +5:30", "10:00 GMT+1",
    "10:00 GMT+01:00", "10:00 GMT +0100", "10:00 UTC+1", "10:00 UTC+01:00", "04:00 UTC-5",
    "04:00 GMT-0500", "09:00 GMT+0", "09:00 GMT", "09:00 UTC", "09:00 UT",
    "09:00 Z", "09:00 z", "09:00Z",
  ])
  func `an offset is read in all its shapes`(time: String) {
    #expect(DateCase.read("20 Jan 2024 " + time) == Self.nine)
    #expect(DateCase.read("2024-01-20 " + time) == Self.nine)
  }

  @Test(arguments: [
    ("09:00 WET", nine), ("10:00 CET", nine), ("10:00 MEZ", nine), ("11:00 EET", nine),
    ("10:00 BST", nine), ("11:00 CEST", nine), ("11:00 MESZ", nine), ("12:00 MSK", nine),
    ("04:00 EST", nine), ("05:00 EDT", nine), ("03:00 CST", nine), ("04:00 CDT", nine),
    ("02:00 MST", nine), ("03:00 MDT", nine), ("01:00 PST", nine), ("02:00 PDT", nine),
    ("05:00 AST", nine), ("05:30 NST", nine), ("00:00 AKST", nine), ("18:00 JST", nine),
    ("18:00 KST", nine), ("17:00 HKT", nine), ("17:00 SGT", nine), ("14:30 IST", nine),
    ("20:00 AEDT", nine), ("19:00 AEST", nine), ("19:30 ACDT", nine), ("22:00 NZDT", nine),
    ("11:00 SAST", nine), ("06:00 BRT", nine), ("02:00 pDt", nine),
  ])
  func `a zone that means one thing may have its name`(time: String, instant: String) {
    #expect(DateCase.read("Sat, 20 Jan 2024 \(time)") == instant)
  }

  /// RFC 822, section 5.1: `A` is one hour before Greenwich, `N` one hour after it.
  @Test(
    arguments: DateCase.all(
      nine,
      [
        "20 Jan 2024 08:00 A", "20 Jan 2024 02:00 G", "20 Jan 2024 00:00 I", "19 Jan 2024 23:00 K",
        "19 Jan 2024 22:00 L", "19 Jan 2024 21:00 M", "20 Jan 2024 10:00 N", "20 Jan 2024 13:00 Q",
        "20 Jan 2024 21:00 Y", "20 Jan 2024 09:00 Z",
      ]))
  func `the military zones are those of RFC 822`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test func `the observer's own zone is none`() {
    #expect(DateCase.read("20 Jan 2024 09:00 J") == nil)
  }

  @Test(arguments: [
    DateCase("20 Jan 2024 04:00 ET", nine), DateCase("Jan 20, 2024 1:00 a.m. PT", nine),
    DateCase("July 20, 2024, 9:00 AM ET", "2024-07-20T13:00:00Z"),
    DateCase("Mar 10, 2024 01:59 ET", "2024-03-10T06:59:00Z"),
    DateCase("Mar 10, 2024 03:00 ET", "2024-03-10T07:00:00Z"),
    DateCase("Nov 3, 2024 00:59 CT", "2024-11-03T05:59:00Z"),
    DateCase("Nov 3, 2024 02:00 CT", "2024-11-03T08:00:00Z"),
    DateCase("Apr 1, 2006 12:00 ET", "2006-04-01T17:00:00Z"),
    DateCase("Apr 2, 2006 12:00 ET", "2006-04-02T16:00:00Z"),
    DateCase("Oct 28, 2006 12:00 MT", "2006-10-28T18:00:00Z"),
    DateCase("Oct 29, 2006 12:00 MT", "2006-10-29T19:00:00Z"),
  ])
  func `a zone of North America without S or D is in summer what summer makes it`(
    _ date: DateCase
  ) {
    #expect(date.read == date.instant)
  }

  @Test(arguments: [
    "20 Jan 2024 10:00 +0100 CET", "20 Jan 2024 10:00 +0100 (CET)", "20 Jan 2024 09:00 +0000 GMT",
    "20 Jan 2024 09:00 +0000 Europe/London", "2024-01-20T10:00:00+01:00 Uhr",
    "2024-01-20T09:00:00+00:00Z", "Sat Jan 20 09:00:00 +0000 GMT 2024", "20 Jan 2024 09:00 XYZ",
    "20 Jan 2024 09:00 GMT UTC", "20 Jan 2024 04:00 EST -0500",
  ])
  func `behind an offset a name says nothing, and an unknown one is Greenwich's`(text: String) {
    #expect(DateCase.read(text) == Self.nine)
  }
}
