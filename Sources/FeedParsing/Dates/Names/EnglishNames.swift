/// The months and weekdays of English, told from the bytes themselves.
///
/// Nearly every name in a feed is English, even where the text is not, so these come before the
/// tables of ``DateVocabulary`` and need no string.
enum EnglishNames {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ].map { Array($0.utf8) }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ].map { Array($0.utf8) }

  /// The month or weekday that a word is, in full or cut off after three letters at least, two for
  /// a weekday.
  static func word(_ text: Span<UInt8>, in range: Range<Int>) -> DateWord? {
    // In French, Spanish, Italian and Romanian `mar` is a Tuesday too, and the tables know.
    guard range.count >= 2, !isStart(range, of: mar, in: text) else { return nil }
    if range.count >= 3, let month = months.firstIndex(where: { isStart(range, of: $0, in: text) })
    {
      return DateWord(month: month + 1)
    }
    let isWeekday = weekdays.contains { isStart(range, of: $0, in: text) }
    return isWeekday ? DateWord(roles: .weekday) : nil
  }

  /// Whether the word ends as the weekdays do: `Wendesday`.
  static func endsLikeWeekday(_ text: Span<UInt8>, in range: Range<Int>) -> Bool {
    range.count >= 6 && isStart(range.upperBound - 3..<range.upperBound, of: day, in: text)
  }

  private static let day = Array("day".utf8)
  private static let mar = Array("mar".utf8)

  private static func isStart(_ word: Range<Int>, of name: [UInt8], in text: Span<UInt8>) -> Bool {
    word.count <= name.count
      && word.allSatisfy { text[$0] | 0x20 == name[$0 - word.lowerBound] }
  }
}
