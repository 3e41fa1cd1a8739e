/// A start tag with attributes of which XML allows every character.
struct CleanTag {
  private(set) var end: Int
  private(set) var isEmpty = false
  /// How many of the attributes declare a namespace.
  private(set) var namespaces = 0
  /// The names of the first attributes, to see that none stands twice.
  private var names = InlineArray<8, Range<Int>>(repeating: 0..<0)
  private var count = 0

  /// Reads a tag and notes the values of its attributes in the reader's skeleton.
  ///
  /// Nil where anything is unusual: then the tag is looked at with care.
  @inline(__always)
  init?(name: Range<Int>, in reader: borrowing MarkupReader) {
    let bytes = reader.bytes
    end = name.upperBound
    while true {
      let start = reader.endOfSpaces(from: end)
      guard start < bytes.end else { return nil }
      let byte = bytes[start]
      if byte == UInt8(ascii: ">") {
        end = start &+ 1
        return
      }
      if byte == UInt8(ascii: "/") {
        guard start &+ 1 < bytes.end, bytes[start &+ 1] == UInt8(ascii: ">") else { return nil }
        end = start &+ 2
        isEmpty = true
        return
      }
      guard start > end, readAttribute(at: start, in: reader) else { return nil }
    }
  }

  @inline(__always)
  private mutating func readAttribute(at start: Int, in reader: borrowing MarkupReader) -> Bool {
    let bytes = reader.bytes
    guard XMLCharacter.isNameStart(bytes[start]) else { return false }
    let (nameEnd, isPlainName) = reader.endOfName(from: start)
    guard isPlainName, nameEnd &+ 1 < bytes.end, bytes[nameEnd] == UInt8(ascii: "="),
      nameEnd &- start <= reader.limits.nameBytes
    else { return false }
    let quote = bytes[nameEnd &+ 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    let value = nameEnd &+ 2
    guard let valueEnd = bytes.firstIndex(of: quote, from: value, to: bytes.end),
      isClean(value..<valueEnd, in: reader), note(start..<nameEnd, in: bytes)
    else { return false }
    if nameEnd &- start >= 5, bytes.has("xmlns", at: start) { namespaces &+= 1 }
    let isPlain =
      self.isPlain(value..<valueEnd, in: bytes) && !hasPrefix(start..<nameEnd, in: bytes)
    reader.skeleton.addValue(from: value, to: valueEnd, isPlain: isPlain)
    end = valueEnd &+ 1
    return true
  }

  /// Whether a value has neither a reference nor white space that XML makes blanks.
  @inline(__always)
  private func isPlain(_ value: Range<Int>, in bytes: ByteWindow) -> Bool {
    var special: UInt8 = 0
    for index in value {
      let byte = bytes[index]
      special |= (byte < 0x20 ? 1 : 0) | (byte == UInt8(ascii: "&") ? 1 : 0)
    }
    return special == 0
  }

  /// Whether a name has a prefix: `xml:` gives values a meaning of their own.
  @inline(__always)
  private func hasPrefix(_ name: Range<Int>, in bytes: ByteWindow) -> Bool {
    for index in name where bytes[index] == UInt8(ascii: ":") { return true }
    return false
  }

  /// Whether a value holds nothing but characters that mean themselves and the five references.
  @inline(__always)
  private func isClean(_ value: Range<Int>, in reader: borrowing MarkupReader) -> Bool {
    let bytes = reader.bytes
    let (start, end) = (value.lowerBound, value.upperBound)
    guard bytes.firstIndex(of: UInt8(ascii: "<"), from: start, to: end) == nil else { return false }
    if !reader.traits.isEmpty, value.contains(where: { bytes[$0] < 0x20 || bytes[$0] == 0xEF }) {
      return false
    }
    var index = start
    while let ampersand = bytes.firstIndex(of: UInt8(ascii: "&"), from: index, to: end) {
      let reference = Reference(at: ampersand, to: end, in: bytes, entity: reader.rules.entity)
      guard reference.problem == nil else { return false }
      index = reference.end
    }
    return true
  }

  private mutating func note(_ name: Range<Int>, in bytes: ByteWindow) -> Bool {
    guard count < 8 else { return false }
    for index in 0..<count where bytes.areEqual(names[index], name) { return false }
    names[count] = name
    count &+= 1
    return true
  }
}
