/// Finds where strings end, whose quotes may be missing, too many, or of the wrong kind.
extension JSONPullReader {
  /// A quote of which the rest of the document has none that fits.
  enum MissingQuote: Hashable {
    /// One that ends a value.
    case end(UInt8)
    /// A second one behind a key.
    case pair(UInt8)
  }

  /// Reads the string whose quote stands at `position`.
  ///
  /// A quote ends it where the document can go on behind it; any other is text: templates write
  /// `"title": "The "best" ward"`. Where the quote at the end is missing, the string ends before the
  /// key that it would swallow. Nil where there is no string: its quote is then skipped, or the rest of
  /// the document.
  mutating func stringValue() -> JSONValue? {
    let quote = byte(at: position)
    var string = StringScan(start: position + 1, quote: quote)
    while let found = nextQuote(&string) {
      if missing.contains(.end(quote)) { return finish(string, at: found, next: found + 1) }
      switch role(ofQuoteAt: found) {
      case .end: return finish(string, at: found, next: found + 1)
      case .endOfKey:
        if let last = string.lastStray {
          if let end = endBeforeKey(at: last, from: string.start) {
            return finish(string, beforeKey: end)
          }
        } else if nesting.isInArray {
          // The object around it has lost its opening bracket.
          return finish(string, at: found, next: found + 1)
        }
      case .text: break
      }
      string.firstStray = string.firstStray ?? found
      string.strayBeforeLast = string.lastStray
      string.lastStray = found
      string.position = found + 1
    }
    return unclosed(string)
  }

  /// What is known of a string while its end is looked for.
  struct StringScan {
    var start: Int
    var quote: UInt8
    var position: Int
    var isPlain = true
    var firstControl: Int?
    var firstStray: Int?
    var lastStray: Int?
    var strayBeforeLast: Int?

    init(start: Int, quote: UInt8) {
      self.start = start
      self.quote = quote
      position = start
    }
  }

  /// The next quote of the string's kind that no backslash stands before.
  func nextQuote(_ string: inout StringScan) -> Int? {
    while true {
      let stop = text.endOfRun(from: string.position, quote: string.quote)
      guard stop < end else { return nil }
      let byte = bytes[stop]
      if byte == string.quote { return stop }
      if byte == UInt8(ascii: "\\") {
        string.isPlain = false
        string.position = min(stop + 2, end)
      } else {
        if byte == 0 { string.isPlain = false }
        string.firstControl = string.firstControl ?? stop
        string.position = stop + 1
      }
    }
  }

  private mutating func finish(_ string: StringScan, at last: Int, next: Int) -> JSONValue {
    if string.quote == UInt8(ascii: "'") {
      report(.looseQuoting, at: position, "A string stands in single quotes.")
    }
    if let control = string.firstControl, control < last {
      report(
        .illegalCharacter, at: control, "A string has a control character or line break in it.")
    }
    if let stray = string.firstStray, stray < last {
      report(.strayQuote, at: stray, "A quote inside a string has no backslash.")
    }
    position = next
    return .string(JSONString(range: string.start..<last, isPlain: string.isPlain))
  }

  /// Ends a string that has swallowed a key.
  ///
  /// What stands behind a quote at that end was not JSON, but the quote may well be the string's.
  private mutating func finish(_ string: StringScan, beforeKey end: Int) -> JSONValue {
    report(.unclosedMarkup, at: position, "A string has no quote at its end.")
    return finish(string, at: string.strayBeforeLast == end - 1 ? end - 1 : end, next: end)
  }

  /// Without a quote that can end it, the string ends at the next one; without any, the document does.
  ///
  /// A single quote is rather one too many than the start of all the rest.
  private mutating func unclosed(_ string: StringScan) -> JSONValue? {
    missing.insert(.end(string.quote))
    if string.quote == UInt8(ascii: "'") {
      report(.strayQuote, at: position, "A quote belongs to no string.")
      position += 1
      return nil
    }
    if let first = string.firstStray { return finish(string, at: first, next: first + 1) }
    guard let last = startOfLastBrackets, last > string.start else {
      position = end
      return nil
    }
    report(.unclosedMarkup, at: position, "A string has no quote at its end.")
    return finish(string, at: last, next: last)
  }

  /// Where the brackets start that end the document and close all that is open; nil where it ends
  /// otherwise.
  private var startOfLastBrackets: Int? {
    var last = end
    for bracket in nesting.closingBrackets {
      while last > position, Self.isSpace(bytes[last - 1]) { last -= 1 }
      guard last > position, bytes[last - 1] == bracket else { return nil }
      last -= 1
    }
    return last
  }

  /// Where a string ends that has swallowed the key whose first quote stands at an offset; nil where
  /// nothing before the key shows that it is one.
  private func endBeforeKey(at quote: Int, from start: Int) -> Int? {
    var last = quote
    while last > start, Self.isSpace(bytes[last - 1]) { last -= 1 }
    guard last > start else { return nil }
    guard bytes[last - 1] == UInt8(ascii: ",") || bytes[last - 1] == UInt8(ascii: "{") else {
      return nil
    }
    while last > start, Self.isSpace(bytes[last - 1]) || Self.isPunctuation(bytes[last - 1]) {
      last -= 1
    }
    return last
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: ","):
      true
    default: false
    }
  }
}
