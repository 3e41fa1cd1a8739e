/// The rows of a table as RFC 4180 writes them.
struct CSVRows {
  /// A row's fields, and the characters that it stands in.
  struct Row {
    var fields: [String]
    var source: String
    /// The line on which it starts, from 1.
    var line: Int
    /// Whether a quoted field has no end.
    var isUnclosed: Bool
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private var index = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    delimiter = Self.delimiter(of: bytes)
  }

  /// The next row that holds anything.
  mutating func next() -> Row? {
    while index < bytes.count {
      let row = readRow()
      if row.fields.contains(where: { !$0.isEmpty }) { return row }
    }
    return nil
  }

  private mutating func readRow() -> Row {
    let start = index
    let firstLine = line
    var fields: [String] = []
    var isUnclosed = false
    while true {
      let (field, unclosed) = readField()
      fields.append(field)
      isUnclosed = isUnclosed || unclosed
      guard index < bytes.count, bytes[index] == delimiter else { break }
      index += 1
    }
    let source = String(decoding: bytes[start..<index], as: UTF8.self)
    skipLineEnd()
    return Row(fields: fields, source: source, line: firstLine, isUnclosed: isUnclosed)
  }

  /// Reads up to a delimiter or the end of the line; quotes count where they start the field.
  private mutating func readField() -> (text: String, isUnclosed: Bool) {
    var content: [UInt8] = []
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      while index < bytes.count, !isEnd(bytes[index]) {
        content.append(bytes[index])
        index += 1
      }
      return (String(decoding: content, as: UTF8.self), false)
    }
    let opening = index
    let openingLine = line
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else { return closed(content) }
        index += 1
      } else if byte == 0x0A {
        line += 1
      }
      content.append(byte)
    }
    return unclosed(from: opening, line: openingLine)
  }

  /// What stands between the closing quote and the delimiter still belongs to the field.
  private mutating func closed(_ content: [UInt8]) -> (text: String, isUnclosed: Bool) {
    var content = content
    while index < bytes.count, !isEnd(bytes[index]) {
      content.append(bytes[index])
      index += 1
    }
    return (String(decoding: content, as: UTF8.self), false)
  }

  /// A quote without its end would swallow all the rows behind it: it costs its own line only.
  private mutating func unclosed(from opening: Int, line: Int) -> (text: String, isUnclosed: Bool) {
    self.line = line
    index = opening
    while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    return (String(decoding: bytes[(opening + 1)..<index], as: UTF8.self), true)
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }

  private mutating func skipLineEnd() {
    if index < bytes.count, bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    line += 1
  }

  /// The delimiter that the first line has most of.
  private static func delimiter(of bytes: [UInt8]) -> UInt8 {
    let header = bytes.prefix { $0 != 0x0A }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = candidates.map { candidate in header.count { $0 == candidate } }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] } ?? UInt8(ascii: ",")
  }
}
