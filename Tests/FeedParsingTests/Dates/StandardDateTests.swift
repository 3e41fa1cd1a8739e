import FeedParsing
import Testing

/// Dates as the standards have them.
@Suite struct StandardDateTests {
  private static let nine = "2024-01-20T09:00:00Z"
  private static let midnight = "2024-01-20T00:00:00Z"

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "Sat, 20 Jan 2024 09:00:00 GMT", "Sat, 20 Jan 2024 09:00:00 +0000",
        "Sat, 20 Jan 2024 10:00:00 +0100", "Sat, 20 Jan 2024 04:00:00 -0500",
        "20 Jan 2024 09:00:00 GMT", "20 Jan 24 09:00 GMT", "Sat, 20 Jan 24 09:00:00 UT",
        "Sat, 20 Jan 124 09:00:00 +0000", "Sat, 20 Jan 2024 09:00 Z",
        "Saturday, 20-Jan-24 09:00:00 GMT", "Sat, 20-Jan-2024 09:00:00 GMT",
        "Sat Jan 20 09:00:00 2024", "Sat Jan 20 09:00:00 UTC 2024",
        "Sat Jan 20 09:00:00 +0000 2024", "Sat Jan 20 04:00:00 EST 2024",
        "Sat, 20 Jan 2024 09:00:00 +0000 (UTC)", "Sat, 20 Jan 2024 09:00:00 -0000",
        "20 January 2024 09:00:00 GMT", "sat, 20 jan 2024 09:00:00 gmt",
        "SAT, 20 JAN 2024 09:00:00 GMT",
      ]) + [
        DateCase("Sat, 6 Jan 2024 09:00:00 GMT", "2024-01-06T09:00:00Z"),
        DateCase("Sat,  6 Jan 2024 09:00:00 GMT", "2024-01-06T09:00:00Z"),
        DateCase("Fri, 08 May 2026 18:15:00 Z", "2026-05-08T18:15:00Z"),
        DateCase("31 Dec 99 23:59:59 +0000", "1999-12-31T23:59:59Z"),
        DateCase("1 Feb 49 00:00 GMT", "2049-02-01T00:00:00Z"),
        DateCase("1 Feb 50 00:00 GMT", "1950-02-01T00:00:00Z"),
        DateCase("Thu, 04 Jul 1776 18:30:02 GMT", "1776-07-04T18:30:02Z"),
        DateCase("Thu, 09 Feb 2006 21:25:45 -0234", "2006-02-09T23:59:45Z"),
      ])
  func `the dates of mail and news are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "2024-01-20T09:00:00Z", "2024-01-20t09:00:00z", "2024-01-20 09:00:00Z",
        "2024-01-20T10:00:00+01:00", "2024-01-20T04:00:00-05:00", "2024-01-20T09:00:00.123Z",
        "2024-01-20T10:00:00.999999999+01:00", "2024-01-20T09:00:00,5Z", "2024-01-20T09:00Z",
        "2024-01-20T10:00+01:00", "2024-01-20T09:00:00-00:00", "2024-01-20T09:00:00",
        "2024-01-20T14:30:00+05:30", "2024-01-20T09:00:00.12345678901234567890123Z",
        "2024-01-20T09:00:00Z[Europe/London]", "2024-01-20T10:00:00+01:00[Europe/Paris][u-ca=iso]",
      ]) + [
        DateCase("2024", "2024-01-01T00:00:00Z"), DateCase("2024-02", "2024-02-01T00:00:00Z"),
        DateCase("2024-02-29", "2024-02-29T00:00:00Z"),
        DateCase("2024-01-20T23:59:60Z", "2024-01-21T00:00:00Z"),
        DateCase("2024-01-20T24:00:00Z", "2024-01-21T00:00:00Z"),
        DateCase("2024-12-31T24:00Z", "2025-01-01T00:00:00Z"),
        DateCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
        DateCase("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        DateCase("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
        DateCase("2000-02-29T12:00:00Z", "2000-02-29T12:00:00Z"),
      ])
  func `the dates of the internet and of the web are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "20240120T090000Z", "20240120T0900Z", "20240120T09Z", "20240120T100000+0100",
        "20240120T10+01", "20240120T090000.5Z", "20240120 09:00:00", "20240120090000",
        "20240120090000Z", "202401200900", "2024-01-20T09Z", "2024-01-20T0900",
        "2024-01-20T090000Z",
        "2024-020T09:00:00Z", "2024020T090000Z", "2024-W03-6T09:00:00Z", "2024W036T090000Z",
        "20240120T09:00:00.45Z",
      ])
      + DateCase.all(
        midnight, ["2024-01-20", "20240120", "2024-020", "2024020", "2024-W03-6", "2024W036"])
      + [
        DateCase("2024-W03", "2024-01-15T00:00:00Z"), DateCase("2024W03", "2024-01-15T00:00:00Z"),
        DateCase("2020-W53-7", "2021-01-03T00:00:00Z"),
        DateCase("2025-W01-1", "2024-12-30T00:00:00Z"),
        DateCase("2024-366", "2024-12-31T00:00:00Z"), DateCase("2023-001", "2023-01-01T00:00:00Z"),
        DateCase("2024-01-20Z", midnight), DateCase("2024-01-20+01:00", "2024-01-19T23:00:00Z"),
        DateCase("2024-01-20-05:00", "2024-01-20T05:00:00Z"),
      ])
  func `the dates of ISO 8601 and XML Schema are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(arguments: [
    DateCase("1705741200", nine), DateCase("1705741200000", nine),
    DateCase("1705741200999", nine), DateCase("1705741200.123456", nine),
    DateCase("1000000000", "2001-09-09T01:46:40Z"),
    DateCase("1899999999", "2030-03-17T17:46:39Z"),
  ])
  func `seconds and milliseconds since 1970 are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(arguments: [
    DateCase("Sat Jan 20 2024 09:00:00 GMT+0000 (Greenwich Mean Time)", nine),
    DateCase("Sat Jan 20 2024 10:00:00 GMT+0100 (Central European Standard Time)", nine),
    DateCase("2024-01-20 09:00:00 +0000 UTC", nine),
    DateCase("2024-01-20 10:00:00 +0100 CET", nine),
    DateCase("2024-01-20 09:00:00.000000", nine),
    DateCase("2024-07-08 23:56:58.0", "2024-07-08T23:56:58Z"),
    DateCase("20/Jan/2024:10:00:00 +0100", nine), DateCase("Jan 20 2024 09:00:00:123AM", nine),
    DateCase("Fri, 2006/09/15 08:19:53 EDT", "2006-09-15T12:19:53Z"),
    DateCase("Sat, 01/20/2024 - 09:00", nine), DateCase("2024-01-20 09:00:00+00", nine),
    DateCase("20-JAN-24 09.00.00 AM", nine), DateCase("1/20/2024 9:00:00 AM", nine),
    DateCase("20/01/2024 09:00:00", nine), DateCase("2024/01/20 09:00:00", nine),
  ])
  func `the dates of programs and databases are read`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }
}
