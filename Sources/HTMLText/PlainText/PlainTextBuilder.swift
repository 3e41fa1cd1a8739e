/// Makes plain text of HTML: its words, and the breaks between its blocks.
///
/// The breaks are those of a browser's `innerText` (HTML, section 3.2.7): paragraphs and headings
/// have an empty line around them, other blocks start a line, cells have a tab between them, white
/// space is folded except in `pre`. Two things are written that a browser only paints: `- ` or a
/// number before each item of a list, two spaces further in for each list around it, and the
/// alternative text of an image that is an emoji or all that a link holds. That of other images is
/// left out, for it describes the picture and is no sentence of the announcement.
struct PlainTextBuilder: HTMLReceiver {
  private enum Break: Int, Comparable {
    case none, space, cell, line, paragraph

    static func < (one: Break, other: Break) -> Bool { one.rawValue < other.rawValue }
  }

  private struct Link {
    /// How long the text was where the link starts.
    var start: Int
    /// The alternative text of the first image in it.
    var alternative: ArraySlice<UInt8>?
  }

  /// Whether everything goes on one line, as in a title.
  private let isOneLine: Bool
  private var bytes: [UInt8] = []
  private var pending = Break.none
  private var markers = ListMarkers()
  private var link: Link?
  private var preformattedDepth = 0
  private var preformattedStart = 0
  /// Whether a line break is the first character of a `pre`, which HTML does not count.
  private var isAtPreformattedStart = false

  init(isOneLine: Bool, capacity: Int) {
    self.isOneLine = isOneLine
    bytes.reserveCapacity(capacity)
  }

  static func kept(_ element: HTMLElement) -> HTMLElement? { element }

  static func keeps(_ attribute: HTMLAttribute) -> Bool {
    attribute == .alt || attribute == .start || attribute == .value
  }

  mutating func start(_ tag: HTMLTag) {
    breakLine(around: tag.element)
    switch tag.element {
    case .a: link = Link(start: bytes.count)
    case .img: addImage(tag)
    case .td, .th: pending = max(pending, .cell)
    case .pre: beginPreformatted()
    case .li: markers.beginItem(tag)
    case let element where element.isList: markers.beginList(tag)
    default: break
    }
  }

  mutating func end(_ element: HTMLElement) {
    switch element {
    case .a: endLink()
    case .pre: endPreformatted()
    case .li: markers.endItem()
    case let element where element.isList: markers.endList()
    default: break
    }
    if !element.isVoid { breakLine(around: element) }
  }

  mutating func text(_ characters: Span<UInt8>) {
    guard preformattedDepth == 0 else { return addPreformatted(characters) }
    var index = 0
    while index < characters.count {
      if WhiteSpace.isSpace(characters[index]) {
        pending = max(pending, .space)
        index += 1
        continue
      }
      flushBreak()
      let start = index
      index = Self.endOfWords(characters, from: index)
      bytes.append(characters.extracting(start..<index))
    }
  }

  consuming func finish() -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Where a run of words ends that have single spaces between them.
  private static func endOfWords(_ characters: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < characters.count {
      if index + 8 <= characters.count {
        let word = ByteWord(characters, at: index)
        if !word.containsControl, !word.containsTwoSpaces {
          // Of a space in the last place it is not known what follows.
          index += 7
          continue
        }
      }
      let end = min(index + 8, characters.count)
      while index < end {
        guard isWord(characters, at: index) else { return index }
        index += 1
      }
    }
    return index
  }

  private static func isWord(_ characters: Span<UInt8>, at index: Int) -> Bool {
    let byte = characters[index]
    guard byte <= 0x20 else { return true }
    return byte == 0x20 && index + 1 < characters.count && characters[index + 1] > 0x20
  }

  // MARK: - Breaks

  private mutating func breakLine(around element: HTMLElement) {
    // The marker of an item stands before its first text, whatever block that is in.
    guard markers.pending == nil else { return }
    switch element.layout {
    case .inline: break
    case .line where element == .br && pending >= .line:
      // Two line breaks in a row are how many pages write a paragraph.
      pending = .paragraph
    case .line: pending = max(pending, .line)
    case .paragraph: pending = max(pending, markers.isInList ? .line : .paragraph)
    }
  }

  private mutating func flushBreak() {
    guard pending != .none || markers.pending != nil else { return }
    let marker = markers.takePending()
    defer { pending = .none }
    if isOneLine {
      if !bytes.isEmpty { bytes.append(0x20) }
      return
    }
    if !bytes.isEmpty {
      switch pending {
      case .none: break
      case .space: bytes.append(0x20)
      case .cell: bytes.append(0x09)
      case .line: bytes.append(0x0A)
      case .paragraph: bytes += [0x0A, 0x0A]
      }
    }
    if let marker { bytes += marker }
  }

  // MARK: - Images

  private mutating func addImage(_ tag: HTMLTag) {
    guard let alternative = tag.value(of: .alt), !alternative.isEmpty else { return }
    if Self.isEmoji(alternative) {
      text(alternative.span)
    } else if link != nil, link?.alternative == nil {
      link?.alternative = alternative
    }
  }

  private mutating func endLink() {
    if let link, bytes.count <= link.start, let alternative = link.alternative {
      text(alternative.span)
    }
    link = nil
  }

  /// WordPress and others send emoji as images; an emoji of several parts has up to 35 bytes.
  private static func isEmoji(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count <= 40, !text.contains(where: { $0 < 0x80 }),
      let first = String(decoding: text, as: UTF8.self).unicodeScalars.first
    else { return false }
    return first.properties.isEmoji
  }

  // MARK: - Preformatted text

  private mutating func beginPreformatted() {
    preformattedDepth += 1
    isAtPreformattedStart = true
    if preformattedDepth == 1 { preformattedStart = bytes.count }
  }

  private mutating func addPreformatted(_ characters: Span<UInt8>) {
    for index in characters.indices where characters[index] != 0x0D {
      let isFirst = isAtPreformattedStart
      isAtPreformattedStart = false
      if isFirst, characters[index] == 0x0A { continue }
      flushBreak()
      bytes.append(characters[index])
    }
  }

  /// Takes away the white space at the end of a `pre`, for a break follows.
  private mutating func endPreformatted() {
    preformattedDepth -= 1
    guard preformattedDepth == 0 else { return }
    while bytes.count > preformattedStart, let last = bytes.last, WhiteSpace.isSpace(last) {
      bytes.removeLast()
    }
  }
}
