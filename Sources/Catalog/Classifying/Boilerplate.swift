/// Which bytes a boilerplate rule takes out of a text.
enum Boilerplate {
  /// Some bytes that a rule takes out.
  struct Passage {
    /// The index of the rule.
    let rule: Int
    /// The bytes.
    let range: Range<Int>
  }

  /// What goes where a rule's words stand, or `nil` where the rule does not apply there.
  ///
  /// - Parameters:
  ///   - words: Where the words stand.
  ///   - use: What the rule does with them.
  ///   - isBeginning: Whether a heading may go on behind them.
  ///   - text: The bytes of the text.
  /// - Returns: The bytes to remove.
  static func range(
    of words: Range<Int>, _ use: BoilerplateUse, isBeginning: Bool = false, in text: [UInt8]
  ) -> Range<Int>? {
    if use == .phrase { return words }
    if use == .within { return line(around: words, in: text) }
    guard let start = startOfLine(text, before: words.lowerBound) else { return nil }
    let rest = text[words.upperBound...]
    switch use {
    case .phrase, .within: return words
    case .start: return start..<(rest.firstIndex(of: newline) ?? text.count)
    case .line: return endOfFiller(rest, besides: nil).map { start..<$0 }
    case .cut:
      guard
        isBeginning
          ? isRestOfHeading(rest) : endOfFiller(rest, besides: UInt8(ascii: ":")) != nil,
        text[..<start].contains(where: { !isSpace($0) })
      else { return nil }
      return start..<text.count
    }
  }

  /// The line that holds some words, or `nil` where there is no other.
  private static func line(around words: Range<Int>, in text: [UInt8]) -> Range<Int>? {
    let start = text[..<words.lowerBound].lastIndex(of: newline).map { $0 + 1 } ?? 0
    let end = text[words.upperBound...].firstIndex(of: newline) ?? text.count
    let isAll = (text[..<start] + text[end...]).allSatisfy(isSpace)
    return isAll ? nil : start..<end
  }

  /// The passages without those that begin within an earlier or longer one.
  static func disjoint(_ passages: [Passage]) -> [Passage] {
    let sorted = passages.sorted { one, other in
      (one.range.lowerBound, other.range.upperBound, one.rule)
        < (other.range.lowerBound, one.range.upperBound, other.rule)
    }
    var kept: [Passage] = []
    for passage in sorted where (kept.last?.range.upperBound ?? 0) <= passage.range.lowerBound {
      kept.append(passage)
    }
    return kept
  }

  /// The text without some ranges, and without the white space that they leave behind.
  ///
  /// - Parameters:
  ///   - ranges: What goes, in order and without overlaps.
  ///   - text: The bytes of the text.
  /// - Returns: The bytes that stay.
  static func removing(_ ranges: [Range<Int>], from text: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    var position = 0
    for range in ranges where range.lowerBound >= position {
      kept.append(contentsOf: text[position..<range.lowerBound])
      position = range.upperBound
      if kept.isEmpty || kept.last == newline {
        while position < text.count, isSpace(text[position]) { position += 1 }
      } else if kept.last.map(isSpace) == true {
        while position < text.count, isSpace(text[position]), text[position] != newline {
          position += 1
        }
      }
    }
    kept.append(contentsOf: text[position...])
    while let last = kept.last, isSpace(last) { kept.removeLast() }
    return kept
  }

  private static let newline = UInt8(ascii: "\n")

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  /// Whether a line ends as a heading does: soon, and not like a sentence.
  private static func isRestOfHeading(_ rest: ArraySlice<UInt8>) -> Bool {
    let line = rest.prefix { $0 != newline }
    guard line.count <= longestHeading, line.endIndex < rest.endIndex else { return false }
    let last = line.last { !isSpace($0) }
    return last.map { !Array(".!?,;\"'".utf8).contains($0) } ?? true
  }

  /// How many bytes a heading has behind the words that it is known by.
  private static let longestHeading = 70

  /// Where the line begins if nothing but filler stands before an offset, else `nil`.
  private static func startOfLine(_ text: [UInt8], before offset: Int) -> Int? {
    var start = offset
    while start > 0, text[start - 1] != newline {
      var lead = start - 1
      while lead > 0, text[lead] & 0xC0 == 0x80 { lead -= 1 }
      guard isFiller(UTF8Scalar.decode(text, at: lead).scalar) else { return nil }
      start = lead
    }
    return start
  }

  /// Where the line ends if nothing but filler and perhaps another byte stand before, else `nil`.
  private static func endOfFiller(_ rest: ArraySlice<UInt8>, besides other: UInt8?) -> Int? {
    var index = rest.startIndex
    while index < rest.endIndex, rest[index] != newline {
      let length = min(UTF8Scalar.length(rest[index]), rest.endIndex - index)
      let scalar = UTF8Scalar.decode(Array(rest[index..<index + length]), at: 0).scalar
      guard isFiller(scalar) || scalar == other.map(UInt32.init) else { return nil }
      index += length
    }
    return index
  }

  /// Whether a character is white space, a dash or invisible.
  private static func isFiller(_ scalar: UInt32) -> Bool {
    switch Glyph(any: scalar) {
    case .gap, .nothing: true
    default: false
    }
  }
}
