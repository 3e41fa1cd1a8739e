/// The date that a press release carries in its own text, where its feed or file gives none.
public enum DateLine {
  /// How many lines from the start and from the end of a text may be the date's.
  private static let linesFromStart = 6
  private static let linesFromEnd = 4
  /// A date with its label is short; a longer line is a sentence.
  private static let longestLine = 70

  private static let labels = [
    "date of publication", "publication date", "release date", "published on", "published",
    "date published", "released", "posted on", "posted", "issued", "date",
  ]

  /// The date of the line that says nothing else, such as ` date 2024-01-20`,
  /// `Published: 20 January 2024` or `20 Jan 2024`, or of a dateline: `LEEDS, 20 January 2024 -`.
  ///
  /// - Returns: nil where in doubt: a date inside a sentence, or two lines that disagree.
  public static func find(in text: String) -> FeedDate? {
    let lines = text.split(whereSeparator: \.isNewline).filter { line in
      line.contains { !$0.isWhitespace }
    }
    let isShort = lines.count <= linesFromStart + linesFromEnd
    let candidates = isShort ? lines : lines.prefix(linesFromStart) + lines.suffix(linesFromEnd)
    let labelled = candidates.compactMap(labelledDate(in:))
    if !labelled.isEmpty { return agreed(labelled) }
    return agreed(candidates.compactMap { wholeDate($0) ?? dateline($0) })
  }

  private static func agreed(_ dates: [FeedDate]) -> FeedDate? {
    guard let first = dates.first else { return nil }
    return dates.allSatisfy { $0.secondsSince1970 == first.secondsSince1970 } ? first : nil
  }

  private static func labelledDate(in line: Substring) -> FeedDate? {
    guard line.utf8.count <= longestLine else { return nil }
    let line = trimmed(line)
    let lowercased = line.lowercased()
    for label in labels where lowercased.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      guard let next = rest.first, next == ":" || next.isWhitespace else { continue }
      if let date = wholeDate(rest.drop { $0 == ":" || $0.isWhitespace }) { return date }
    }
    return nil
  }

  /// A text that is a date and nothing else, with day, month and year of four digits.
  private static func wholeDate(_ text: Substring) -> FeedDate? {
    let raw = trimmed(text)
    guard raw.utf8.count <= longestLine, hasDayMonthAndYear(raw) else { return nil }
    guard let seconds = FeedDateParser.parse(String(raw)) else { return nil }
    return FeedDate(raw: String(raw), secondsSince1970: seconds)
  }

  /// A year alone, a telephone number or `20240120` may mean anything.
  private static func hasDayMonthAndYear(_ text: Substring) -> Bool {
    let parts = text.split { !$0.isLetter && !$0.isNumber }
    return parts.count >= 3 && parts.contains { $0.count == 4 && $0.allSatisfy(\.isNumber) }
  }

  /// The place in capitals and the date before the first words of a report.
  private static func dateline(_ line: Substring) -> FeedDate? {
    let head = trimmed(line).prefix(longestLine)
    guard
      let dash = head.firstIndex(where: { $0 == "\u{2013}" || $0 == "\u{2014}" })
        ?? spacedHyphen(in: head)
    else { return nil }
    let start = head[..<dash]
    guard let digit = start.firstIndex(where: \.isNumber) else { return nil }
    let place = start[..<digit]
    let isPlace =
      place.contains { $0.isLetter } && place.allSatisfy { !$0.isLetter || $0.isUppercase }
    return isPlace ? wholeDate(start[digit...]) : nil
  }

  private static func spacedHyphen(in text: Substring) -> Substring.Index? {
    text.indices.first { index in
      text[index] == "-" && index > text.startIndex && text[text.index(before: index)] == " "
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }),
      let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return text[start...end]
  }
}
