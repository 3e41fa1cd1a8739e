/// Turns the characters of a string into a Swift string, once.
extension JSONPullReader {
  /// A string's text; nil, and an issue, where it is longer than ``FeedLimits/textBytes``.
  ///
  /// U+0000 becomes U+FFFD, as in HTML: not everything that reads a text goes on behind it.
  mutating func string(_ string: JSONString) -> String? {
    if string.isPlain {
      guard string.range.count <= limits.textBytes else { return tooLong(string) }
      return text.string(in: string.range)
    }
    builder.removeAll()
    var index = string.range.lowerBound
    while index < string.range.upperBound {
      let stop = min(
        text.endOfRun(from: index, quote: UInt8(ascii: "\\")), string.range.upperBound)
      builder.append(index..<stop, of: text)
      guard builder.count <= limits.textBytes else { return tooLong(string) }
      guard stop < string.range.upperBound else { break }
      index = appendSpecial(at: stop, before: string.range.upperBound)
    }
    guard builder.count <= limits.textBytes else { return tooLong(string) }
    return builder.string
  }

  private mutating func tooLong(_ string: JSONString) -> String? {
    let limit = limits.textBytes
    report(
      .limitExceeded, at: string.range.lowerBound,
      "A text is left out: it has more than \(limit) bytes.")
    return nil
  }

  /// Appends what a control character or an escape means; returns the offset behind it.
  private mutating func appendSpecial(at offset: Int, before last: Int) -> Int {
    let byte = bytes[offset]
    guard byte == UInt8(ascii: "\\") else {
      append(UInt32(byte))
      return offset + 1
    }
    guard offset + 1 < last else { return keep(offset..<last) }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      append(UInt32(bytes[offset + 1]))
    case UInt8(ascii: "n"): append(0x0A)
    case UInt8(ascii: "r"): append(0x0D)
    case UInt8(ascii: "t"): append(0x09)
    case UInt8(ascii: "b"): append(0x08)
    case UInt8(ascii: "f"): append(0x0C)
    case UInt8(ascii: "u"): return appendUnicode(at: offset, before: last)
    default: return appendForeign(at: offset, before: last)
    }
    return offset + 2
  }

  // MARK: Escapes that JSON does not have

  /// Appends what an escape of JavaScript's means; any other backslash is text.
  ///
  /// Those of JavaScript's are `\'`, `\xE9` and a backslash at the end of a line.
  private mutating func appendForeign(at offset: Int, before last: Int) -> Int {
    switch bytes[offset + 1] {
    case UInt8(ascii: "'"):
      reportEscape(offset)
      append(0x27)
      return offset + 2
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(offset + 2..<offset + 4, before: last) else { break }
      reportEscape(offset)
      append(value)
      return offset + 4
    case 0x0A, 0x0D:
      reportEscape(offset)
      return offset + 1
    default: break
    }
    return keep(offset..<offset + 1)
  }

  /// Keeps characters that mean nothing as they are.
  private mutating func keep(_ range: Range<Int>) -> Int {
    reportEscape(range.lowerBound)
    builder.append(range, of: text)
    return range.upperBound
  }

  private mutating func reportEscape(_ offset: Int) {
    report(.badEscape, at: offset, "A backslash starts nothing that JSON knows.")
  }

  // MARK: Code points

  /// Appends the character of `\u00E9`, of two such units in UTF-16, or of JavaScript's `\u{1F600}`.
  private mutating func appendUnicode(at offset: Int, before last: Int) -> Int {
    if byte(at: offset + 2) == UInt8(ascii: "{") { return appendBraced(at: offset, before: last) }
    guard let unit = hexadecimal(offset + 2..<offset + 6, before: last) else {
      return keep(offset..<offset + 1)
    }
    guard unit & 0xF800 == 0xD800 else {
      append(unit)
      return offset + 6
    }
    if unit < 0xDC00, let low = lowSurrogate(at: offset + 6, before: last) {
      append(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
      return offset + 12
    }
    report(.badEscape, at: offset, "Half of a surrogate pair is no character; it becomes U+FFFD.")
    append(unit)
    return offset + 6
  }

  private func lowSurrogate(at offset: Int, before last: Int) -> UInt32? {
    guard offset + 6 <= last, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u"),
      let unit = hexadecimal(offset + 2..<offset + 6, before: last), unit & 0xFC00 == 0xDC00
    else { return nil }
    return unit
  }

  private mutating func appendBraced(at offset: Int, before last: Int) -> Int {
    let digits = offset + 3
    var index = digits
    while index < last, index < digits + 7, bytes[index] != UInt8(ascii: "}") { index += 1 }
    guard index < last, bytes[index] == UInt8(ascii: "}"),
      let value = hexadecimal(digits..<index, before: last)
    else { return keep(offset..<offset + 1) }
    reportEscape(offset)
    append(value)
    return index + 1
  }

  private func hexadecimal(_ range: Range<Int>, before last: Int) -> UInt32? {
    guard !range.isEmpty, range.upperBound <= last else { return nil }
    var value: UInt32 = 0
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
      default: return nil
      }
    }
    return value
  }

  private mutating func append(_ codePoint: UInt32) {
    builder.append(codePoint: codePoint == 0 ? 0xFFFD : codePoint)
  }
}
