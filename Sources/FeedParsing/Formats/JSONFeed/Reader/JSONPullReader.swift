/// Reads a JSON document value by value, as it is asked for, and mends what breaks RFC 8259.
///
/// It builds no tree and knows nothing of feeds. Whoever opens an object asks for its keys with
/// ``nextKey(at:)``, whoever opens an array for its elements with ``hasElement(at:)``, and both either
/// read each value or skip it. Brackets that are missing are made up where something else shows that
/// the object or array has ended; that is why the loops name the depth at which they stand.
///
/// A valid document is never read otherwise than RFC 8259 says. All rules look at most as far ahead
/// as reading goes next, so that any bytes are read in linear time.
struct JSONPullReader {
  /// The document.
  let text: ValidText
  let limits: FeedLimits
  /// The offset of what is read next.
  var position = 0
  /// Which objects and arrays are open.
  var nesting = JSONNesting()
  /// Whether a comma must stand before the next key or element.
  var needsComma = false
  /// Where the value that was read last starts.
  var valueStart = 0
  /// Where the value that was read last ends, its closing bracket included.
  var valueEnd = 0
  /// What was wrong so far.
  var issues: IssueList
  /// Whether nothing is reported, as in a look ahead.
  var isSilent = false
  /// The limit that ended the reading.
  private(set) var failure: String?
  /// Whether the outermost array has ended in the middle of an object.
  var hasLostBracket = false
  /// Whether a `}` was met that may have been the document's last.
  var mayHaveEnded = false
  /// What was looked for in vain up to the end, and need not be looked for again.
  var missing: Set<MissingQuote> = []
  /// Where strings with escapes are decoded.
  var builder = ValidTextBuilder()
  private var lines = LineCounter()

  init(_ text: ValidText, limits: FeedLimits, issues: IssueList) {
    self.text = text
    self.limits = limits
    self.issues = issues
  }

  var bytes: [UInt8] { text.bytes }
  var end: Int { text.bytes.count }
  /// How many objects and arrays are open.
  var depth: Int { nesting.depth }

  /// The byte at an offset; 0 behind the end.
  func byte(at offset: Int) -> UInt8 {
    offset < text.bytes.count ? text.bytes[offset] : 0
  }

  /// Notes what is wrong at an offset; a message that nobody will see is not put together.
  mutating func report(
    _ kind: FeedIssue.Kind, at offset: Int, _ message: @autoclosure () -> String
  ) {
    guard !isSilent else { return }
    guard issues.issues.count < limits.issues else { return issues.add(kind, message: "") }
    let place = line(at: offset)
    issues.add(kind, line: place, message: message())
  }

  /// The line of an offset, from 1.
  mutating func line(at offset: Int) -> Int { lines.line(at: offset, in: bytes) }

  /// Ends the reading at a limit.
  mutating func stop(_ message: String) {
    failure = failure ?? message
    position = end
  }
}

// MARK: - Values

extension JSONPullReader {
  /// Reads a value; of an object or array only its opening bracket.
  mutating func value() -> JSONValue {
    while true {
      skipSpace()
      valueStart = position
      guard position < end else { return .null }
      switch byte(at: position) {
      case UInt8(ascii: "{"): return open(.object)
      case UInt8(ascii: "["): return open(.array)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if let string = stringValue() { return finish(string) }
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
        report(.structure, at: position, "A value is missing.")
        needsComma = true
        return .null
      case UInt8(ascii: ":"):
        report(.structure, at: position, "There is a colon too many.")
        position += 1
      default: return finish(word())
      }
    }
  }

  /// Reads a value and all that is in it, and keeps nothing.
  mutating func skipValue() {
    let level = depth
    switch value() {
    case .object, .array: skip(to: level)
    case .string, .number, .boolean, .null: break
    }
  }

  /// Reads on until no more than `level` objects and arrays are open.
  mutating func skip(to level: Int) {
    while depth > level, position < end {
      let inner = depth
      if nesting.isInArray {
        if hasElement(at: inner) { _ = value() }
      } else if nextKey(at: inner) != nil {
        _ = value()
      }
    }
  }

  private mutating func open(_ value: JSONValue) -> JSONValue {
    guard depth < limits.depth else {
      stop("values nest deeper than \(limits.depth) levels")
      return .null
    }
    if case .array = value { nesting.openArray() } else { nesting.openObject() }
    position += 1
    needsComma = false
    return value
  }

  private mutating func finish(_ value: JSONValue) -> JSONValue {
    needsComma = true
    valueEnd = position
    return value
  }
}
