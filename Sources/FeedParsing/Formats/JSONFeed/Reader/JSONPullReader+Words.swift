/// Reads what stands without quotes: numbers, literals, and the texts and keys that should have some.
extension JSONPullReader {
  /// Reads a value without quotes, up to a comma, a closing bracket, a quote or the end of the line.
  mutating func word() -> JSONValue {
    let start = position
    let number = endOfNumber(from: start)
    if number > start, endsWord(number) {
      position = number
      return .number(start..<number)
    }
    var last = start + 1
    while last < end, !isEndOfWord(last) { last += 1 }
    while last > start + 1, bytes[last - 1] == 0x20 { last -= 1 }
    position = last
    return meaning(of: start..<last)
  }

  /// Reads a key without quotes; a word that has no colon behind it is none, and is skipped.
  mutating func unquotedKey() -> JSONString? {
    let start = position
    position += 1
    while position < end, !isEndOfKey(bytes[position]) { position += 1 }
    guard byte(at: endOfGap(from: position)) == UInt8(ascii: ":") else {
      report(.structure, at: start, "There is a word that is no key.")
      return nil
    }
    report(.looseQuoting, at: start, "A key has no quotes.")
    return JSONString(range: start..<position, isPlain: true)
  }

  /// Whether `true`, `false` or `null` stands in a range.
  func isLiteral(_ range: Range<Int>) -> Bool {
    guard range.count == 4 || range.count == 5 else { return false }
    let word = bytes[range]
    return word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8)
      || word.elementsEqual("null".utf8)
  }

  private mutating func meaning(of range: Range<Int>) -> JSONValue {
    if isLiteral(range) {
      switch bytes[range.lowerBound] {
      case UInt8(ascii: "t"): return .boolean(true)
      case UInt8(ascii: "f"): return .boolean(false)
      default: return .null
      }
    }
    if let value = looseLiteral(range) {
      report(.badLiteral, at: range.lowerBound, "A number or literal is none of JSON's.")
      return value
    }
    report(.looseQuoting, at: range.lowerBound, "A text has no quotes.")
    return .string(JSONString(range: range, isPlain: true))
  }

  /// Longer than any number or literal that a program writes.
  private static let longestLiteral = 40

  /// What JavaScript and Python write where JSON has a literal, or has none.
  private func looseLiteral(_ range: Range<Int>) -> JSONValue? {
    guard range.count <= Self.longestLiteral else { return nil }
    let word = text.string(in: range)
    switch word.lowercased() {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null", "none", "nil", "undefined", "nan", "-nan", "infinity", "+infinity", "-infinity",
      "inf", "-inf":
      return .null
    default: return Double(word) == nil ? nil : .number(range)
    }
  }

  // MARK: Where words end

  /// The end of a number as RFC 8259, section 6, writes it; `start` where there is none.
  private func endOfNumber(from start: Int) -> Int {
    var last = start
    if byte(at: last) == UInt8(ascii: "-") { last += 1 }
    let whole = endOfDigits(from: last)
    guard whole > last, byte(at: last) != UInt8(ascii: "0") || whole == last + 1 else {
      return start
    }
    last = whole
    if byte(at: last) == UInt8(ascii: ".") {
      let fraction = endOfDigits(from: last + 1)
      guard fraction > last + 1 else { return start }
      last = fraction
    }
    if byte(at: last) | 0x20 == UInt8(ascii: "e") {
      var digits = last + 1
      let sign = byte(at: digits)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { digits += 1 }
      let exponent = endOfDigits(from: digits)
      guard exponent > digits else { return start }
      last = exponent
    }
    return last
  }

  private func endOfDigits(from start: Int) -> Int {
    var last = start
    while last < end, bytes[last] >= UInt8(ascii: "0"), bytes[last] <= UInt8(ascii: "9") {
      last += 1
    }
    return last
  }

  private func endsWord(_ offset: Int) -> Bool {
    let next = byte(at: offset)
    return offset >= end || next == 0x20 && isEndOfWord(endOfSpaces(from: offset))
      || next != 0x20 && isEndOfWord(offset)
  }

  private func isEndOfWord(_ offset: Int) -> Bool {
    guard offset < end else { return true }
    switch bytes[offset] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""), 0..<0x20:
      return true
    case UInt8(ascii: "/"):
      // A comment; but not in `https://`.
      let next = byte(at: offset + 1)
      return bytes[offset - 1] <= 0x20
        && (next == UInt8(ascii: "/") || next == UInt8(ascii: "*"))
    default: return false
    }
  }

  private func isEndOfKey(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: Self.isPunctuation(byte)
    }
  }
}
