/// White space as HTML understands it.
enum WhiteSpace {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// The text with each run of white space as one space and none around it.
  static func folded(_ text: String) -> String {
    guard !isPlainLine(text, allowingMarkup: true) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var isPending = false
    for byte in text.utf8 {
      if isSpace(byte) {
        isPending = !result.isEmpty
      } else {
        if isPending { result.append(0x20) }
        isPending = false
        result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text is one line with single spaces between its words and none around them.
  ///
  /// Most titles are, and then nothing has to be made anew.
  static func isPlainLine(_ text: String, allowingMarkup: Bool) -> Bool {
    var copy = text
    return copy.withUTF8 { bytes in
      unsafe isPlainLine(bytes, allowingMarkup: allowingMarkup)
    }
  }

  private static func isPlainLine(
    _ bytes: UnsafeBufferPointer<UInt8>, allowingMarkup: Bool
  ) -> Bool {
    var isAfterSpace = true
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte <= 0x20 {
        if isAfterSpace || byte != 0x20 { return false }
        isAfterSpace = true
      } else {
        if !allowingMarkup, byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") { return false }
        isAfterSpace = false
      }
    }
    return !isAfterSpace || bytes.isEmpty
  }
}
