/// Reads the dates of feeds, in every standard's form and with the damage each of them comes with.
///
/// The standards are RFC 822, 850, 1036, 1123, 2822 and 5322, C's `asctime`, RFC 3339, W3CDTF and
/// ISO 8601 (calendar, week and ordinal dates, basic and extended); then what people and their
/// programs write: months in some thirty languages, the forms of East Asia, slashes and dots, Unix
/// time. It is written by hand over bytes, as a general date formatter costs milliseconds a date.
/// The time is linear in the text's length.
///
/// It never guesses. What cannot be read is nil, and where two readings are possible a rule decides
/// that is written down beside the code:
/// - Numbers alone are day, month, year, as in Britain, unless only month, day, year is a date.
/// - Without a time a date is the start of its day, without a day the start of its month, without a
///   zone it is UTC.
/// - The weekday is ignored, as it is wrong more often than the date is.
/// - A zone named after a place (`Europe/London`) is not read, as the law that decides its clocks
///   changes every year somewhere. After an offset it is ignored: the offset says enough (RFC
///   9557).
public enum FeedDateParser {
  /// Longer than any date, even one in Greek with everything spelt out; a longer text is prose.
  private static let longestDate = 200

  /// The instant in seconds since 1970-01-01T00:00:00Z, nil where the text is no date.
  ///
  /// The result is within the years 0001 to 9999 of the Gregorian calendar, which RFC 3339 can
  /// write. Fractions of a second are dropped.
  public static func parse(_ text: String) -> Int64? {
    let bytes = text.utf8Span.span
    let range = trimmed(bytes)
    if let seconds = CommonDate.secondsSince1970(bytes, in: range) { return seconds }
    if DateMarkup.isFound(in: bytes, range) { return DateMarkup(text).secondsSince1970 }
    return secondsSince1970(bytes, in: range)
  }

  /// The same, of a text that has no markup left.
  static func parsePlain(_ text: String) -> Int64? {
    let bytes = text.utf8Span.span
    return secondsSince1970(bytes, in: trimmed(bytes))
  }

  private static func secondsSince1970(_ text: Span<UInt8>, in range: Range<Int>) -> Int64? {
    guard !range.isEmpty, range.count <= longestDate else { return nil }
    var reader = DateReader(DateTokenizer.tokens(of: text, in: range))
    return reader.secondsSince1970()
  }

  private static func trimmed(_ text: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = text.count
    while start < end, text[start] <= 0x20 { start += 1 }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
