/// A start tag and what in it has to be put right; no tag where it cannot be one.
struct RepairedTag {
  /// A range of the document and what has to stand there.
  struct Edit {
    var range: Range<Int>
    var bytes: [UInt8]
    var issue: FeedIssue.Kind?
    var message = ""
  }

  private(set) var end: Int
  private(set) var edits: [Edit] = []
  private(set) var name: String
  private(set) var attributeNames: Set<String> = []
  private let scanner: MarkupScanner
  private static let mostAttributes = 1_000

  init?(at index: Int, in scanner: MarkupScanner) {
    guard scanner.isNameStart(at: index + 1) else { return nil }
    self.scanner = scanner
    end = scanner.endOfName(from: index + 1)
    name = scanner.text(index + 1..<end)
    while true {
      let position = scanner.endOfSpaces(from: end)
      guard position < scanner.bytes.count else { return nil }
      if scanner.bytes[position] == UInt8(ascii: ">") {
        end = position + 1
        return
      }
      if scanner.has("/>", at: position) {
        end = position + 2
        return
      }
      guard attributeNames.count < Self.mostAttributes, readAttribute(at: position) else {
        return nil
      }
    }
  }

  private mutating func readAttribute(at start: Int) -> Bool {
    guard scanner.isNameStart(at: start) else { return false }
    let nameEnd = scanner.endOfName(from: start)
    let name = scanner.text(start..<nameEnd)
    let equals = scanner.endOfSpaces(from: nameEnd)
    guard equals < scanner.bytes.count, scanner.bytes[equals] == UInt8(ascii: "=") else {
      return false
    }
    let editCount = edits.count
    if start == end { addSpace(at: start) }
    let value = scanner.endOfSpaces(from: equals + 1)
    guard value < scanner.bytes.count, readValue(at: value) else { return false }
    if attributeNames.contains(name) {
      // Two attributes of one name: the first counts.
      edits.removeSubrange(editCount...)
      edits.append(
        Edit(
          range: start..<end, bytes: [], issue: .strayLessThan,
          message: "An attribute stands twice."))
    } else {
      attributeNames.insert(name)
    }
    return true
  }

  private mutating func addSpace(at index: Int) {
    edits.append(
      Edit(
        range: index..<index, bytes: [0x20], issue: .unclosedMarkup,
        message: "There is no space between two attributes."))
  }

  private mutating func readValue(at start: Int) -> Bool {
    let quote = scanner.bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return readUnquotedValue(at: start)
    }
    var index = start + 1
    while index < scanner.bytes.count, scanner.bytes[index] != quote {
      index = repairCharacter(at: index)
    }
    guard index < scanner.bytes.count else { return false }
    end = index + 1
    return true
  }

  /// `<rss version=2.0>`, which no XML parser reads.
  private mutating func readUnquotedValue(at start: Int) -> Bool {
    var index = start
    while index < scanner.bytes.count, !MarkupScanner.isSpace(scanner.bytes[index]),
      scanner.bytes[index] != UInt8(ascii: ">"), scanner.bytes[index] != UInt8(ascii: "<"),
      scanner.bytes[index] != UInt8(ascii: "\"")
    { index += 1 }
    guard index > start, index < scanner.bytes.count else { return false }
    let quote = [UInt8(ascii: "\"")]
    edits.append(
      Edit(
        range: start..<start, bytes: quote, issue: .unclosedMarkup,
        message: "The value of an attribute has no quotes."))
    var position = start
    while position < index { position = repairCharacter(at: position) }
    edits.append(Edit(range: index..<index, bytes: quote))
    end = index
    return true
  }

  private mutating func repairCharacter(at index: Int) -> Int {
    switch scanner.bytes[index] {
    case UInt8(ascii: "&"):
      let reference = RepairedReference(at: index, in: scanner)
      if let issue = reference.issue {
        edits.append(
          Edit(
            range: index..<reference.end, bytes: reference.replacement, issue: issue,
            message: reference.message))
      }
      return reference.end
    case UInt8(ascii: "<"):
      edits.append(
        Edit(
          range: index..<index + 1, bytes: Array("&lt;".utf8), issue: .strayLessThan,
          message: "There is a < in the value of an attribute."))
      return index + 1
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F:
      edits.append(
        Edit(
          range: index..<index + 1, bytes: [], issue: .illegalCharacter,
          message: "XML does not allow a control character."))
      return index + 1
    default: return index + 1
    }
  }
}
