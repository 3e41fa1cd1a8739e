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
  /// key that it would swallow.
  mutating func stringValue() -> JSONValue {
    let quote = byte(at: position)
    var string = StringScan(start: position + 1, quote: quote)
    while let found = nextQuote(&string) {
      if missing.contains(.end(quote)) { return finish(string, at: found, next: found + 1) }
      switch role(ofQuoteAt: found) {
      case .end: return finish(string, at: found, next: found + 1)
      case .endOfKey:
        if let last = string.lastStray, let end = endBeforeKey(at: last, from: string.start) {
          report(.unclosedMarkup, at: position, "A string has no quote at its end.")
          string.firstStray = string.firstStray.flatMap { $0 < end ? $0 : nil }
          return finish(string, at: end, next: end)
        }
      case .text: break
      }
      string.firstStray = string.firstStray ?? found
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

    init(start: Int, quote: UInt8) {
      self.start = start
      self.quote = quote
      position = start
    }
  }

  /// The next quote of the string's kind that no backslash stands before.
  private func nextQuote(_ string: inout StringScan) -> Int? {
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

  /// Without any quote that ends it, the string ends at the first one; without one the document does.
  private mutating func unclosed(_ string: StringScan) -> JSONValue {
    missing.insert(.end(string.quote))
    guard let first = string.firstStray else {
      position = end
      return .null
    }
    return finish(string, at: first, next: first + 1)
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

// MARK: - Keys

extension JSONPullReader {
  /// Reads the key whose quote stands at `position`; where it is none, the quote alone is skipped.
  ///
  /// A key has a colon behind it, or is at least a name. Anything else shows that the quotes have come
  /// out of step, and reading on behind the first one brings them back.
  mutating func quotedKey() -> JSONString? {
    let quote = byte(at: position)
    var string = StringScan(start: position + 1, quote: quote)
    if !missing.contains(.pair(quote)) {
      if let last = nextQuote(&string) {
        let key = JSONString(range: string.start..<last, isPlain: string.isPlain)
        if byte(at: endOfGap(from: last + 1)) == UInt8(ascii: ":") || isName(key.range) {
          if quote == UInt8(ascii: "'") {
            report(.looseQuoting, at: position, "A key stands in single quotes.")
          }
          position = last + 1
          return key
        }
      } else {
        missing.insert(.pair(quote))
      }
    }
    report(.strayQuote, at: position, "A quote belongs to no string.")
    position += 1
    return nil
  }

  /// Whether a quote starts a key with a colon behind it.
  func startsKey(_ quote: Int) -> Bool {
    var string = StringScan(start: quote + 1, quote: byte(at: quote))
    guard let last = nextQuote(&string) else { return false }
    return byte(at: endOfGap(from: last + 1)) == UInt8(ascii: ":")
  }

  func isName(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range].allSatisfy(Self.isNameByte)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "$"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
