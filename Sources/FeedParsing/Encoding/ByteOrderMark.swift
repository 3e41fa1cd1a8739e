/// The bytes of U+FEFF at the start of a document.
struct ByteOrderMark {
  var encoding: CharacterEncoding
  var length: Int

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(encoding: .utf8, length: 3)
    } else if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) {
      self.init(encoding: .utf32LE, length: 4)
    } else if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
      self.init(encoding: .utf32BE, length: 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: .utf16LE, length: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: .utf16BE, length: 2)
    } else {
      return nil
    }
  }

  private init(encoding: CharacterEncoding, length: Int) {
    self.encoding = encoding
    self.length = length
  }
}
