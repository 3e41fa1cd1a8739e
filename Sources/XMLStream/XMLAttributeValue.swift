import Glibc

/// What libxml2's bytes of an attribute's value mean.
enum XMLAttributeValue {
  /// Makes a string of a value.
  ///
  /// libxml2 decodes every reference but the ampersand's: without `XML_PARSE_NOENT` it arrives
  /// as `&#38;`.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let start = bytes.baseAddress else { return "" }
    guard unsafe memchr(start, 0x26, bytes.count) != nil else { return unsafe string(plain: bytes) }
    return unsafe withoutControls(ampersandsDecoded(bytes), of: bytes)
  }

  /// Makes a string of a value without references.
  static func string(plain bytes: UnsafeBufferPointer<UInt8>) -> String {
    unsafe withoutControls(string(ofValid: bytes), of: bytes)
  }

  private static func withoutControls(
    _ text: String, of bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    // U+0080 to U+009F begin with 0xC2.
    guard let start = bytes.baseAddress, unsafe memchr(start, 0xC2, bytes.count) != nil else {
      return text
    }
    return Windows1252.replacingControls(in: text)
  }

  /// The document is valid UTF-8, and libxml2 keeps to its characters.
  ///
  /// Strings that are known to be ASCII are compared and hashed without normalisation; of long ones
  /// nobody does either.
  static func string(ofValid bytes: UnsafeBufferPointer<UInt8>) -> String {
    var all: UInt8 = bytes.count <= 256 ? 0 : 0x80
    if all == 0 { for index in 0..<bytes.count { unsafe all |= bytes[index] } }
    return unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: all < 0x80))
  }

  private static func ampersandsDecoded(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    unsafe String(unsafeUninitializedCapacity: bytes.count) { result in
      var count = 0
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        unsafe result[count] = byte
        count += 1
        let isReference = unsafe byte == 0x26 && isNumber(bytes, at: index + 1)
        index += isReference ? 5 : 1
      }
      return count
    }
  }

  /// Whether `#38;` stands at an index.
  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 4 <= bytes.count else { return false }
    return unsafe bytes[index] == 0x23 && bytes[index + 1] == 0x33 && bytes[index + 2] == 0x38
      && bytes[index + 3] == 0x3B
  }
}
