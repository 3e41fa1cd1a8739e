/// The bytes of U+FEFF at the start of a document.
struct ByteOrderMark {
  var encoding: CharacterEncoding
  var length: Int

  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      self.init(encoding: .utf8, length: 3)
    } else if bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) {
      self.init(encoding: CharacterEncoding(name: "utf-32le", iconvName: "UTF-32LE"), length: 4)
    } else if bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
      self.init(encoding: CharacterEncoding(name: "utf-32be", iconvName: "UTF-32BE"), length: 4)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      self.init(encoding: CharacterEncoding(name: "utf-16le", iconvName: "UTF-16LE"), length: 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self.init(encoding: CharacterEncoding(name: "utf-16be", iconvName: "UTF-16BE"), length: 2)
    } else {
      return nil
    }
  }

  private init(encoding: CharacterEncoding, length: Int) {
    self.encoding = encoding
    self.length = length
  }
}

/// What the first bytes of a document without a byte order mark tell (XML 1.0, appendix F.1).
enum BytePattern {
  static func encoding(of bytes: [UInt8]) -> CharacterEncoding? {
    guard bytes.count >= 4 else { return nil }
    let head = bytes.prefix(4).map { $0 == 0 }
    switch head {
    case [true, true, true, false]:
      return CharacterEncoding(name: "utf-32be", iconvName: "UTF-32BE")
    case [false, true, true, true]:
      return CharacterEncoding(name: "utf-32le", iconvName: "UTF-32LE")
    case [true, false, true, false]:
      return CharacterEncoding(name: "utf-16be", iconvName: "UTF-16BE")
    case [false, true, false, true]:
      return CharacterEncoding(name: "utf-16le", iconvName: "UTF-16LE")
    default: break
    }
    // `<?xm` in EBCDIC; which of its code pages only the declaration in it could tell.
    guard bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) else { return nil }
    return CharacterEncoding(name: "cp037", iconvName: "IBM037")
  }
}
