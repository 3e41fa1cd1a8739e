extension [UInt8] {
  /// Appends text as HTML.
  mutating func appendEscaped(text: Span<UInt8>) {
    var start = 0
    var index = 0
    while index < text.count {
      if index + 8 <= text.count,
        !ByteWord(text, at: index).contains(
          UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"))
      {
        index += 8
        continue
      }
      if let reference = Self.reference(text[index], isAttribute: false) {
        append(text.extracting(start..<index))
        self += reference.utf8
        start = index + 1
      }
      index += 1
    }
    append(text.extracting(start..<text.count))
  }

  /// Appends text as the value of an attribute between double quotes.
  mutating func appendEscaped(attribute: ArraySlice<UInt8>) {
    var start = attribute.startIndex
    for index in attribute.indices {
      guard let reference = Self.reference(attribute[index], isAttribute: true) else { continue }
      self += attribute[start..<index]
      self += reference.utf8
      start = index + 1
    }
    self += attribute[start...]
  }

  /// Appends bytes that lie elsewhere.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  private static func reference(_ byte: UInt8, isAttribute: Bool) -> String? {
    switch byte {
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "\"") where isAttribute: "&quot;"
    default: nil
    }
  }
}
