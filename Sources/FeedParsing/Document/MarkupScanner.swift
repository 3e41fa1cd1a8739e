/// Finds its way through markup that may be damaged, without reading it.
struct MarkupScanner {
  let bytes: [UInt8]

  /// Whether a text stands at an offset.
  func has(_ text: StaticString, at offset: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= bytes.count else { return false }
    var index = offset
    return text.description.utf8.allSatisfy { byte in
      defer { index += 1 }
      return bytes[index] == byte
    }
  }

  /// Whether an offset lies within the bytes and a name can start with what stands there.
  func isNameStart(at offset: Int) -> Bool {
    offset < bytes.count && Self.isNameStart(bytes[offset])
  }

  /// The offset just past the next occurrence of a text, nil where there is none.
  func end(of text: [UInt8], from offset: Int) -> Int? {
    guard let first = text.first else { return offset }
    var index = offset
    while index + text.count <= bytes.count {
      guard let found = bytes[index...].firstIndex(of: first) else { return nil }
      guard found + text.count <= bytes.count else { return nil }
      if bytes[found..<(found + text.count)].elementsEqual(text) { return found + text.count }
      index = found + 1
    }
    return nil
  }

  /// The offset past the name that starts at an offset.
  func endOfName(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
    return index
  }

  func endOfSpaces(from offset: Int) -> Int {
    var index = offset
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// The line on which an offset lies, from 1; CR LF and CR alone end one as LF does.
  func line(at offset: Int) -> Int {
    1
      + (0..<offset).count { index in
        bytes[index] == 0x0A
          || bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)
      }
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ".")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
