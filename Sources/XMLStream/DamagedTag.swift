/// A start tag as a lenient reader understands it; no tag where it cannot be one.
struct DamagedTag {
  /// An attribute, with or without quotes or a value.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
    /// What is missing, as a sentence.
    var problem: String?
  }

  /// What reading gave.
  enum Outcome {
    case tag(DamagedTag)
    /// Another `<` comes first outside a value, or the name is none: its `<` was meant as text.
    case text
    /// The window ends before it can be told.
    case incomplete
  }

  let name: Range<Int>
  /// At most one more than are allowed.
  private(set) var attributes: [Attribute] = []
  private(set) var isEmpty = false
  private(set) var end: Int
  private var isIncomplete = false

  /// Reads the start tag with a name that has been read, up to its `>`.
  static func read(name: Range<Int>, in reader: borrowing MarkupReader) -> Outcome {
    var tag = DamagedTag(name: name)
    let isTag = tag.read(in: reader)
    if isTag { return .tag(tag) }
    return tag.isIncomplete && !reader.isLast ? .incomplete : .text
  }

  private init(name: Range<Int>) {
    self.name = name
    end = name.upperBound
  }

  private mutating func read(in reader: borrowing MarkupReader) -> Bool {
    let bytes = reader.bytes
    guard end < bytes.end else { return breakOff() }
    guard reader.isValidName(name) else { return false }
    while true {
      let position = reader.endOfSpaces(from: end)
      guard position < bytes.end else { return breakOff() }
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") {
        end = position + 1
        return true
      }
      if byte == UInt8(ascii: "<") { return false }
      if XMLCharacter.isNameStart(byte) {
        guard readAttribute(at: position, in: reader) else { return false }
      } else {
        // A slash that ends the tag, or a stray quote, comma or the like, which means nothing here.
        isEmpty =
          byte == UInt8(ascii: "/") && position + 1 < bytes.end
          && bytes[position + 1] == UInt8(ascii: ">")
        end = position + 1
        guard isEmpty || Self.isTolerated(byte) else { return false }
      }
    }
  }

  private mutating func breakOff() -> Bool {
    isIncomplete = true
    return false
  }

  /// Bytes between attributes that say nothing; with any other the `<` was meant as text.
  private static func isTolerated(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == 0
      || XMLCharacter.isIllegalControl(byte)
  }

  private mutating func readAttribute(at start: Int, in reader: borrowing MarkupReader) -> Bool {
    let bytes = reader.bytes
    let nameEnd = reader.endOfName(from: start).end
    let hasSpace = start > end || end == name.upperBound
    let equals = reader.endOfSpaces(from: nameEnd)
    guard equals < bytes.end else { return breakOff() }
    guard bytes[equals] == UInt8(ascii: "=") else {
      add(start..<nameEnd, nameEnd..<nameEnd, "An attribute has no value.", in: reader)
      end = nameEnd
      return true
    }
    let first = reader.endOfSpaces(from: equals + 1)
    guard first < bytes.end else { return breakOff() }
    let quote = bytes[first]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return readUnquotedValue(from: first, name: start..<nameEnd, in: reader)
    }
    guard let valueEnd = bytes.firstIndex(of: quote, from: first + 1, to: bytes.end) else {
      guard reader.isLast else { return breakOff() }
      return readUnclosedValue(from: first + 1, name: start..<nameEnd, in: reader)
    }
    // Markup behind a `>` in a value: its closing quote is missing.
    if let greater = bytes.firstIndex(of: UInt8(ascii: ">"), from: first + 1, to: valueEnd),
      let less = bytes.firstIndex(of: UInt8(ascii: "<"), from: first + 1, to: valueEnd),
      greater < less
    {
      return readUnclosedValue(from: first + 1, name: start..<nameEnd, in: reader)
    }
    add(
      start..<nameEnd, first + 1..<valueEnd,
      hasSpace ? nil : "There is no space between two attributes.", in: reader)
    end = valueEnd + 1
    return true
  }

  /// `<rss version=2.0>`, which no XML parser reads.
  private mutating func readUnquotedValue(
    from start: Int, name: Range<Int>, in reader: borrowing MarkupReader
  ) -> Bool {
    let bytes = reader.bytes
    var index = start
    while index < bytes.end, !XMLCharacter.isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">")
    {
      guard bytes[index] != UInt8(ascii: "<") else { return false }
      // The slash of `<a href=b/>` ends the tag.
      if bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.end,
        bytes[index + 1] == UInt8(ascii: ">")
      {
        break
      }
      index += 1
    }
    guard index < bytes.end else { return breakOff() }
    add(name, start..<index, "The value of an attribute has no quotes.", in: reader)
    end = index
    return true
  }

  /// A value without its closing quote goes up to the end of its tag.
  private mutating func readUnclosedValue(
    from start: Int, name: Range<Int>, in reader: borrowing MarkupReader
  ) -> Bool {
    let bytes = reader.bytes
    guard let greater = bytes.firstIndex(of: UInt8(ascii: ">"), from: start, to: bytes.end) else {
      return breakOff()
    }
    let isSlash = greater > start && bytes[greater - 1] == UInt8(ascii: "/")
    add(
      name, start..<(isSlash ? greater - 1 : greater), "The value of an attribute has no end.",
      in: reader)
    end = isSlash ? greater - 1 : greater
    return true
  }

  private mutating func add(
    _ name: Range<Int>, _ value: Range<Int>, _ problem: String?, in reader: borrowing MarkupReader
  ) {
    guard attributes.count <= reader.limits.attributes else { return }
    attributes.append(Attribute(name: name, value: value, problem: problem))
  }
}
