/// Finds a named character reference by the bytes of its name.
///
/// The names stay where they are written, in the text of the table; a hash table over it holds
/// where each starts. To build it costs a quarter of a millisecond, once.
struct EntityTable: Sendable {
  /// Where an entity stands in the table: its name, and after it the code points.
  struct Entry {
    var name: Range<Int>
    /// Whether HTML takes it without a semicolon.
    var worksWithoutSemicolon: Bool
  }

  /// Twice the 2,125 names and more.
  private static let slotCount = 8_192

  private let text: [UInt8]
  /// One more than where a name starts, 0 where no name is.
  private var slots = [UInt16](repeating: 0, count: slotCount)

  init(_ tables: [String]) {
    text = Array(tables.joined(separator: "\n").utf8) + [0x0A]
    var index = 0
    while index < text.count {
      if text[index].isAlphanumeric {
        slots[slot(of: text.span, entry(at: index).name)] = UInt16(index + 1)
        while text[index] > 0x20 { index += 1 }
      }
      index += 1
    }
  }

  /// Finds the entity with a name.
  func entry(named source: Span<UInt8>, _ name: Range<Int>) -> Entry? {
    let start = slots[slot(of: source, name)]
    return start == 0 ? nil : entry(at: Int(start) - 1)
  }

  /// Appends the characters that an entity stands for.
  func append(_ entry: Entry, to result: inout [UInt8]) {
    var index = entry.name.upperBound
    if text[index] == UInt8(ascii: "!") { index += 1 }
    while text[index] == UInt8(ascii: ".") {
      index += 1
      var code: UInt32 = 0
      while let digit = text[index].hexadecimalDigit {
        code = code << 4 | digit
        index += 1
      }
      result.append(scalar: Unicode.Scalar(code) ?? "\u{FFFD}")
    }
  }

  private func entry(at start: Int) -> Entry {
    var end = start
    while text[end].isAlphanumeric { end += 1 }
    return Entry(name: start..<end, worksWithoutSemicolon: text[end] == UInt8(ascii: "!"))
  }

  /// Where a name is, or would be.
  private func slot(of source: Span<UInt8>, _ name: Range<Int>) -> Int {
    // FNV-1a; nobody gains by names that collide, for the table holds none but HTML's.
    var hash: UInt32 = 0x811C_9DC5
    for index in name { hash = (hash ^ UInt32(source[index])) &* 0x0100_0193 }
    var slot = Int(hash ^ hash >> 15) & (Self.slotCount - 1)
    while slots[slot] != 0, !isEntry(at: Int(slots[slot]) - 1, source, name) {
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return slot
  }

  private func isEntry(at start: Int, _ source: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard start + name.count < text.count, !text[start + name.count].isAlphanumeric else {
      return false
    }
    for offset in 0..<name.count where text[start + offset] != source[name.lowerBound + offset] {
      return false
    }
    return true
  }
}
