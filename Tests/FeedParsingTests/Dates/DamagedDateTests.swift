import FeedParsing
import Testing

/// Dates as people and programs write them, against every standard.
@Suite struct DamagedDateTests {
  private static let nine = "2024-01-20T09:00:00Z"
  private static let midnight = "2024-01-20T00:00:00Z"

  @Test(
    arguments: DateCase.all(
      nine,
      [
        " \n\t 2024-01-20T09:00:00Z \r\n", "Sat,20 Jan 2024 09:00:00 GMT",
        "Sat ,  20  Jan\t2024   09:00:00\r\n +0000", "Sat,, 20 Jan, 2024, 09:00:00 GMT",
        "Sat 20 Jan 2024 09:00:00 GMT", "Sat. 20 Jan. 2024 09:00:00 GMT",
        "Sat, 20Jan2024 09:00:00GMT", "2024-01-20 T 09:00:00Z", "2024-01-20T 09:00:00 Z",
        "2024-01-20T09:00:00 +00:00", "2024-01-20, 09:00:00", "2024-01-20_09:00:00",
        "2024-01-20 | 09:00", "2024-01-20 - 09:00", "20 January 2024 @ 09:00",
        "Sat, 20 Jan 2024\u{A0}09:00:00 GMT", "20\u{202F}January\u{2009}2024 9:00",
        "\u{FEFF}2024-01-20T09:00:00Z", "\u{200E}20\u{200E}/\u{200E}01\u{200E}/\u{200E}2024 09:00",
        "2024\u{2010}01\u{2010}20 09:00", "20\u{2013}Jan\u{2013}2024 09:00",
        "20 January 2024 \u{2014} 09:00", "20 January 2024 \u{B7} 09:00",
        "2024\u{2212}01\u{2212}20 9:00",
        "\"2024-01-20T09:00:00Z\"",
      ]))
  func `blanks, commas and dashes may be missing, doubled or typographic`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "Sat, 20 Jan 2024&nbsp;09:00:00&#160;GMT", "20 January 2024 &ndash; 09:00",
        "2024&#45;01&#x2d;20T09&#58;00&#x3a;00Z", "<p>20 January 2024, 9am</p>",
        "<time datetime=\"2024-01-20T10:00:00+01:00\">Saturday, January 20, 2024 - 10:00</time>",
        "<span class='date' property='dc:date' content='2024-01-20T09:00:00+00:00'>Today</span>",
        "<![CDATA[Sat, 20 Jan 2024 09:00:00 GMT]]>",
        "<time class=\"x\">20 Jan 2024<br/>09:00</time>", "20 J&auml;nner 2024, 9 Uhr",
      ]))
  func `what is left of HTML does no harm`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "Monday, 20 Jan 2024 09:00:00 GMT", "Wendesday, 20 Jan 2024 09:00:00 GMT",
        "Saterday 20 January 2024 09:00", "Sut, 20 Jan 2024 09:00:00 GMT",
        "Xx, 20 Jan 2024 09:00:00 GMT", "S\u{FFFD}t, 20 Jan 2024 09:00:00 GMT",
        "Tues, 20 Jan 2024 09:00:00 GMT", "Thurs 20 Jan 2024 09:00 GMT",
        "20 Jan 2024 (Saturday) 09:00", "20 Jan 2024 09:00, Saturday",
      ]))
  func `the weekday is not what counts`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      nine,
      [
        "Jan 20, 2024 9:00 AM", "Jan 20, 2024 9:00AM", "Jan 20, 2024 9:00 a.m.",
        "Jan 20, 2024 9:00 a. m.", "January 20, 2024, 9 am", "20 January 2024 9am",
        "20 January 2024 9.00am", "9.00am, 20 January 2024", "9am 20 January 2024",
        "Saturday 20th January 2024 at 9:00am", "Saturday the 20th of January, 2024 at 09:00",
        "09:00 20/01/2024", "09:00 on Saturday, 20 January 2024", "20 January 2024 0900",
        "20 January 2024 0900 hrs", "20 January 2024 09:00hrs", "20.01.2024 09.00",
        "2024-01-20 09.00.00", "2024 Jan 20 09:00", "2024 January 20th, 09:00",
        "20 January 2024 09:00:00.5", "2024-01-20 09", "Jan. 20, '24 9:00", "2024-01-20 AM 9:00",
      ]) + [
        DateCase("Jan 20, 2024 12:30 AM", "2024-01-20T00:30:00Z"),
        DateCase("Jan 20, 2024 12:30 PM", "2024-01-20T12:30:00Z"),
        DateCase("Jan 20, 2024 3:04:05 p.m.", "2024-01-20T15:04:05Z"),
        DateCase("Jan 20, 2024 15:04 PM", "2024-01-20T15:04:00Z"),
        DateCase("20 January 2024, 12 noon", "2024-01-20T12:00:00Z"),
        DateCase("20 January 2024 24:00", "2024-01-21T00:00:00Z"),
        DateCase("20 January 2024 9:05", "2024-01-20T09:05:00Z"),
        DateCase("1st Sept 2024 9:00", "2024-09-01T09:00:00Z"),
        DateCase("Sept. 2nd, 2024 9:00", "2024-09-02T09:00:00Z"),
        DateCase("March 3rd 2024", "2024-03-03T00:00:00Z"),
        DateCase("1\u{BA} January 2024", "2024-01-01T00:00:00Z"),
      ])
  func `times and days are read as people write them`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(
    arguments: DateCase.all(
      midnight,
      [
        "20 Jan 2024", "20 January 2024", "January 20 2024", "January 20, 2024", "20-Jan-2024",
        "20/Jan/2024", "2024-Jan-20", "20.Jan.2024", "Sat, 20 Jan 2024", "20 Jan 24",
        "20/01/2024", "20.01.2024", "20-01-2024", "20. 01. 2024", "20/1/2024", "20/01/24",
        "20.1.24",
        "01/20/2024", "1-20-2024", "01/20/24", "2024/01/20", "2024.01.20", "2024. 1. 20.",
        "2024 01 20", "Fri, 19 Jan 2024 24:00:00 GMT",
      ]) + [
        DateCase("01/02/2024", "2024-02-01T00:00:00Z"),
        DateCase("13/02/2024", "2024-02-13T00:00:00Z"),
        DateCase("02/13/2024", "2024-02-13T00:00:00Z"),
        DateCase("31-12-99", "1999-12-31T00:00:00Z"),
        DateCase("99-12-31", "1999-12-31T00:00:00Z"), DateCase("05-05-05", "2005-05-05T00:00:00Z"),
        DateCase("01/02/03", "2003-02-01T00:00:00Z"), DateCase("99 Jan 20", "1999-01-20T00:00:00Z"),
        DateCase("24 Jan 20", "2020-01-24T00:00:00Z"),
        DateCase("January 2024", "2024-01-01T00:00:00Z"),
      ])
  func `day, month and year are told apart by their size and their place`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }

  @Test(arguments: [
    DateCase("Thu(a comment), 9(th) Feb(ruary) 2006 23:59:45 +0000(GMT)", "2006-02-09T23:59:45Z"),
    DateCase("Thu, 09 (in (a comment) Mar)Feb 2006() 23:59:45 +0000", "2006-02-09T23:59:45Z"),
    DateCase("9 Feb(a \\) bracket) 2006 23:59:45 +0000", "2006-02-09T23:59:45Z"),
    DateCase("20 Jan 2024 09:00:00 +0000 (never closed", "2024-01-20T09:00:00Z"),
    DateCase("20 Jan 2024 09:00:00 (EST)", "2024-01-20T14:00:00Z"),
    DateCase("20 Jan 2024 09:00:00 (UTC+01:00)", "2024-01-20T08:00:00Z"),
    DateCase("20 Jan 2024 09:00:00 -0500 (GMT)", "2024-01-20T14:00:00Z"),
    DateCase("20 Jan 2024 09:00:00 [UTC]", "2024-01-20T09:00:00Z"),
    DateCase("20 Jan 2024 (morning edition) 09:00:00", "2024-01-20T09:00:00Z"),
  ])
  func `a comment says nothing but perhaps the zone`(_ date: DateCase) {
    #expect(date.read == date.instant)
  }
}
