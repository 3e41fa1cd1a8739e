/// What stands before the root element: declarations, comments, and whatever a server put there.
struct Prolog {
  /// The offset of the root's `<`; nil where there is no tag at all.
  private(set) var rootStart: Int?
  /// The root's name, with its prefix.
  private(set) var rootName = ""
  /// The lines on which what does not belong there starts, from 1.
  private(set) var junkLine: Int?
  private(set) var entityDeclarationLine: Int?
  private(set) var misplacedDeclarationLine: Int?
  private(set) var hasDocumentType = false
  /// Whether the root is that of a feed.
  private(set) var isFeed = false

  private var hasUnclosedDocumentType = false

  private static let feedRoots: Set<String> = ["rss", "rdf", "feed", "channel", "entry"]

  /// Looks for the root: the first tag of a feed, and else the first tag.
  init(_ bytes: [UInt8]) {
    let scanner = MarkupScanner(bytes: bytes)
    var ends = EndSearch(scanner)
    var first: (offset: Int, name: String)?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "<") else {
        if !MarkupScanner.isSpace(byte) { junkLine = junkLine ?? scanner.line(at: index) }
        index += 1
        continue
      }
      if let end = endOfDeclaration(at: index, ends: &ends) {
        index = end
      } else if scanner.isNameStart(at: index + 1) {
        let end = scanner.endOfName(from: index + 1)
        let name = scanner.text(index + 1..<end)
        if Self.isFeedRoot(name) {
          (rootStart, rootName, isFeed) = (index, name, true)
          if let line = first.map({ scanner.line(at: $0.offset) }) {
            junkLine = min(line, junkLine ?? line)
          }
          return
        }
        if first == nil { first = (index, name) }
        index = end
      } else {
        junkLine = junkLine ?? scanner.line(at: index)
        index += 1
      }
    }
    rootStart = first?.offset
    rootName = first?.name ?? ""
  }

  static func isFeedRoot(_ name: String) -> Bool {
    let local = name.split(separator: ":").last.map { $0.lowercased() } ?? ""
    return feedRoots.contains(local)
  }

  /// The offset past a comment, processing instruction or document type, nil where none starts.
  private mutating func endOfDeclaration(at index: Int, ends: inout EndSearch) -> Int? {
    let scanner = ends.scanner
    if scanner.has("<!--", at: index) {
      return ends.end(of: "-->", from: index + 4)
    }
    if scanner.has("<?", at: index) {
      if index > 0, scanner.has("<?xml ", at: index) {
        misplacedDeclarationLine = misplacedDeclarationLine ?? scanner.line(at: index)
      }
      return ends.end(of: ">", from: index)
    }
    guard scanner.has("<!", at: index), !hasUnclosedDocumentType else { return nil }
    hasDocumentType = true
    return endOfDocumentType(at: index, in: scanner)
  }

  /// A document type ends with the first `>` outside its internal subset and outside quotes.
  private mutating func endOfDocumentType(at start: Int, in scanner: MarkupScanner) -> Int {
    var depth = 0
    var quote: UInt8?
    var index = start + 2
    while index < scanner.bytes.count {
      let byte = scanner.bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "]") {
        depth -= 1
      } else if byte == UInt8(ascii: "<"), scanner.has("<!ENTITY", at: index) {
        entityDeclarationLine = entityDeclarationLine ?? scanner.line(at: index)
      } else if byte == UInt8(ascii: ">"), depth <= 0 {
        return index + 1
      }
      index += 1
    }
    // It never ends; only its opening is skipped, or a feed behind a lone quote would be lost.
    hasUnclosedDocumentType = true
    return start + 2
  }
}
