/// Tells the quote that ends a value from one that belongs to its text, by what stands behind it.
///
/// Behind the end of a value RFC 8259 allows few characters, and each of them leads to the next: a
/// comma in an object to a key with its colon, a bracket to a comma or bracket. What does so is the
/// end, so a valid string is never taken for longer than it is. What does not is text only where it looks
/// like it: `"yes", then` and not `"yes",then`, which is broken JSON.
extension JSONPullReader {
  /// What a quote means that stands in a value.
  enum QuoteRole {
    case end
    case text
    /// A colon stands behind it.
    case endOfKey
  }

  func role(ofQuoteAt quote: Int) -> QuoteRole {
    let next = endOfGap(from: quote + 1)
    guard next < end else { return .end }
    switch bytes[next] {
    case UInt8(ascii: ","): return canGoOn(behindComma: next) ? .end : .text
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return canGoOn(behindBracket: next) ? .end : .text
    case UInt8(ascii: ":"): return .endOfKey
    case UInt8(ascii: "/"): return startsComment(next) ? .end : .text
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // The comma may be missing.
      let isNext = nesting.isInArray ? next > quote + 1 : startsKey(next)
      return isNext ? .end : .text
    case UInt8(ascii: "{"): return next > quote + 1 && startsKeyOfObject(next) ? .end : .text
    default: return .text
    }
  }

  private func canGoOn(behindComma comma: Int) -> Bool {
    let next = endOfGap(from: comma + 1)
    guard next < end, isGapOfText(comma + 1..<next) else { return true }
    switch bytes[next] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return nesting.isInArray || startsKey(next)
    case UInt8(ascii: "["): return nesting.isInArray
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","): return true
    case UInt8(ascii: "/"): return startsComment(next)
    default: return nesting.isInArray ? isWholeWord(next) : isBareKey(next)
    }
  }

  /// Whether a gap behind a comma is one that people write in a text: a space and no line break.
  private func isGapOfText(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && !bytes[gap].contains { $0 == 0x0A || $0 == 0x0D }
  }

  private func canGoOn(behindBracket bracket: Int) -> Bool {
    guard nesting.isInArray != (bytes[bracket] == UInt8(ascii: "]")) else { return true }
    let next = endOfGap(from: bracket + 1)
    guard next < end else { return true }
    switch bytes[next] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): return true
    case UInt8(ascii: "{"): return startsKeyOfObject(next)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return startsKey(next)
    case UInt8(ascii: "/"): return startsComment(next)
    default: return false
    }
  }

  private func startsComment(_ slash: Int) -> Bool {
    byte(at: slash + 1) == UInt8(ascii: "/") || byte(at: slash + 1) == UInt8(ascii: "*")
  }

  private func startsKeyOfObject(_ brace: Int) -> Bool {
    let next = byte(at: endOfGap(from: brace + 1))
    return next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
  }

  /// Whether a key without quotes stands at an offset, with its colon.
  private func isBareKey(_ offset: Int) -> Bool {
    let last = endOfName(from: offset)
    return last > offset && byte(at: endOfGap(from: last)) == UInt8(ascii: ":")
  }

  /// Whether a number or literal stands at an offset, and nothing behind it but a comma or bracket.
  private func isWholeWord(_ offset: Int) -> Bool {
    var last = offset
    while last < end, bytes[last] == UInt8(ascii: "+") || Self.isNameByte(bytes[last]) { last += 1 }
    switch byte(at: endOfGap(from: last)) {
    case UInt8(ascii: ","), UInt8(ascii: "]"): break
    default: return false
    }
    let isNumeric = bytes[offset] < UInt8(ascii: "A")
    return last > offset && (isNumeric || isLiteral(offset..<last))
  }

  private func endOfName(from start: Int) -> Int {
    var last = start
    while last < end, Self.isNameByte(bytes[last]) { last += 1 }
    return last
  }
}
