/// Collects the words of an HTML text and the breaks between its blocks.
struct PlainTextBuilder: HTMLReceiver {
  private enum Break: Int, Comparable {
    case none, space, line, paragraph

    static func < (one: Break, other: Break) -> Bool { one.rawValue < other.rawValue }
  }

  private var bytes: [UInt8] = []
  private var pending = Break.none
  private var preformattedDepth = 0

  /// Appends text in which white space is folded.
  mutating func append(_ text: String) {
    for byte in text.utf8 {
      if WhiteSpace.isSpace(byte) {
        let isLineBreak = preformattedDepth > 0 && byte == 0x0A
        pending = max(pending, isLineBreak ? .line : .space)
      } else {
        flushBreak()
        bytes.append(byte)
      }
    }
  }

  mutating func start(_ element: String, attributes: [(name: String, value: String)]) {
    if element == "pre" { preformattedDepth += 1 }
    breakBefore(element)
  }

  mutating func end(_ element: String) {
    if element == "pre" { preformattedDepth = max(0, preformattedDepth - 1) }
    if element != "br" { breakBefore(element) }
  }

  mutating func text(_ text: String) {
    append(text)
  }

  func finish() -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private mutating func breakBefore(_ element: String) {
    if HTMLElements.paragraphs.contains(element) {
      pending = .paragraph
    } else if HTMLElements.lines.contains(element) {
      // Two line breaks in a row are how many pages write a paragraph.
      pending = element == "br" && pending >= .line ? .paragraph : max(pending, .line)
    } else if element == "td" || element == "th" {
      pending = max(pending, .space)
    }
  }

  private mutating func flushBreak() {
    defer { pending = .none }
    guard !bytes.isEmpty else { return }
    switch pending {
    case .none: break
    case .space: bytes.append(0x20)
    case .line: bytes.append(0x0A)
    case .paragraph: bytes += [0x0A, 0x0A]
    }
  }
}
