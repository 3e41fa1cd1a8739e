extension [UInt8] {
  /// Appends a string as JSON, its quotation marks included.
  ///
  /// Escaped are quotation mark, backslash and what is below U+0020, nothing else.
  public mutating func append(json string: String) {
    append(UInt8(ascii: "\""))
    appendEscaped(string)
    append(UInt8(ascii: "\""))
  }

  /// Copies runs that need no escape as a whole: most of a text is one run a line.
  private mutating func appendEscaped(_ string: String) {
    let utf8 = string.utf8
    let span = utf8.span
    // The whole of a string is copied several times faster than a part.
    guard span.indices.contains(where: { Self.isEscaped(span[$0]) }) else {
      append(contentsOf: utf8)
      return
    }
    var runStart = utf8.startIndex
    var runOffset = 0
    for offset in span.indices {
      let byte = span[offset]
      guard Self.isEscaped(byte) else { continue }
      let runEnd = utf8.index(runStart, offsetBy: offset - runOffset)
      append(contentsOf: utf8[runStart..<runEnd])
      appendEscape(of: byte)
      runStart = utf8.index(after: runEnd)
      runOffset = offset + 1
    }
    append(contentsOf: utf8[runStart...])
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x5C
  }

  private mutating func appendEscape(of byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\n"): append(UInt8(ascii: "n"))
    case UInt8(ascii: "\r"): append(UInt8(ascii: "r"))
    case UInt8(ascii: "\t"): append(UInt8(ascii: "t"))
    case 0x22, 0x5C: append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      append(contentsOf: "u00".utf8)
      append(digits[Int(byte >> 4)])
      append(digits[Int(byte & 15)])
    }
  }
}
