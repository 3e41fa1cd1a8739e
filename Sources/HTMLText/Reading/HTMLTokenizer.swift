/// Finds the tags, the text and the references of HTML as browsers do (HTML, section 13.2.5).
///
/// It differs from browsers where they lose text that a publisher meant: a `<` that opens no tag,
/// `</3`, `<!'` and `<name@example.org>` are text, `<![CDATA[` and its end are passed over, and of a
/// quote that is never closed only its tag suffers. Control characters and U+FFFE and U+FFFF, which no
/// XML can carry, are passed over.
///
/// Each byte is looked at a bounded number of times: a search that fails once is not made again.
struct HTMLTokenizer<Sink: HTMLTokenSink> {
  var sink: Sink
  var tag = HTMLTag()
  /// Whether the sink has refused the text.
  var isRefused = false
  /// Whether each `<` from here on is text.
  var hasNoMoreTags = false
  /// The elements that have no end tag from here on.
  var unclosed: ElementSet = []
  private var isInCDATA = false
  private var characters: [UInt8] = []

  init(_ sink: Sink) {
    self.sink = sink
  }

  /// Reads a text; false when the sink refused it.
  mutating func read(_ source: Span<UInt8>) -> Bool {
    var start = 0
    var index = 0
    while true {
      index = Self.nextSpecial(source, from: index)
      guard index < source.count else { break }
      if start < index {
        sink.text(source.extracting(start..<index))
        start = index
      }
      if let end = special(source, at: index) {
        start = end
        index = end
      } else {
        index += 1
      }
      guard !isRefused else { return false }
    }
    if start < source.count { sink.text(source.extracting(start..<source.count)) }
    return true
  }

  /// Reads what starts with a special byte and says where it ends; absent when it is text.
  private mutating func special(_ source: Span<UInt8>, at index: Int) -> Int? {
    switch source[index] {
    case UInt8(ascii: "<"): hasNoMoreTags ? nil : markup(source, at: index)
    case UInt8(ascii: "&"): reference(source, at: index)
    case UInt8(ascii: "]"): endOfCDATA(source, at: index)
    case 0xEF:
      source.isNoncharacter(at: index) ? index + 3 : nil
    case 0x0C: formFeed(at: index)
    default: index + 1
    }
  }

  private mutating func markup(_ source: Span<UInt8>, at index: Int) -> Int? {
    guard index + 1 < source.count else { return nil }
    switch source[index + 1] {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return startTag(source, at: index)
    case UInt8(ascii: "/"): return endTag(source, at: index)
    case UInt8(ascii: "!"):
      if source.starts(with: "<!--", at: index) { return comment(source, from: index + 4) }
      if source.starts(with: "<![cdata[", at: index) {
        isInCDATA = true
        return index + 9
      }
      guard index + 2 < source.count, source[index + 2].startsDeclaration else { return nil }
      return bogusComment(source, from: index + 2)
    case UInt8(ascii: "?"): return bogusComment(source, from: index + 2)
    default: return nil
    }
  }

  private mutating func reference(_ source: Span<UInt8>, at index: Int) -> Int? {
    characters.removeAll(keepingCapacity: true)
    guard
      let end = HTMLEntities.appendReference(
        in: source, at: index, place: .text, to: &characters)
    else { return nil }
    handOnCharacters()
    return end
  }

  private mutating func endOfCDATA(_ source: Span<UInt8>, at index: Int) -> Int? {
    guard isInCDATA else { return nil }
    // A CDATA section within one of XML's has to write its end with a reference.
    let length = source.starts(with: "]]>", at: index) ? 3 : 6
    guard length == 3 || source.starts(with: "]]&gt;", at: index) else { return nil }
    isInCDATA = false
    return index + length
  }

  private mutating func formFeed(at index: Int) -> Int {
    characters = [0x20]
    handOnCharacters()
    return index + 1
  }

  private mutating func handOnCharacters() {
    let characters = characters
    sink.text(characters.span)
  }

  /// Where the next byte is that is more than text, or the end.
  private static func nextSpecial(_ source: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < source.count {
      if index + 8 <= source.count {
        let word = ByteWord(source, at: index)
        if !word.containsControl,
          !word.contains(UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]")),
          !word.contains(0xEF)
        {
          index += 8
          continue
        }
      }
      let end = min(index + 8, source.count)
      while index < end {
        if isSpecial(source[index]) { return index }
        index += 1
      }
    }
    return index
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"), 0xEF: true
    case 0x09, 0x0A, 0x0D: false
    default: byte < 0x20
    }
  }
}
