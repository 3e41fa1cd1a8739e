import Glibc

/// What libxml2's bytes of an attribute's value mean.
enum XMLAttributeValue {
  /// Makes a string of a value.
  ///
  /// libxml2 decodes every reference but the ampersand's: without `XML_PARSE_NOENT` it arrives
  /// as `&#38;`.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    // The document is valid UTF-8, and libxml2 keeps to characters.
    let text = unsafe String(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: false))
    guard let start = bytes.baseAddress,
      unsafe memchr(start, 0x26, bytes.count) != nil || memchr(start, 0xC2, bytes.count) != nil
    else { return text }
    return Windows1252.replacingControls(in: ampersandsDecoded(text))
  }

  private static func ampersandsDecoded(_ text: String) -> String {
    let reference: [UInt8] = Array("&#38;".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: reference) {
        result.append(UInt8(ascii: "&"))
        index += reference.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
