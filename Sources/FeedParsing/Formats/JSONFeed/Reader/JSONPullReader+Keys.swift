/// Reads keys in quotes, and tells them from quotes that stand where a key should.
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
