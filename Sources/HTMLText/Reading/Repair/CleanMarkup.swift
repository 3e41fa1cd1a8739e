/// Writes the tokens of a text as markup in which libxml2's HTML parser has nothing to guess.
///
/// Version 2.9 knows the entities of HTML 4 only, reads `&copy=2` as a copyright sign, compares
/// each attribute of a tag with all others, ends the text at `</body>` and loses what follows a `<`
/// that opens no tag. So references are decoded here, tags hold no attribute twice and none that is
/// unknown, elements without an end tag are closed, and what is no markup is escaped.
struct CleanMarkup<Receiver: HTMLReceiver>: HTMLTokenSink {
  private var bytes = Array("<html><body>".utf8)
  private var isTooLarge = false

  mutating func start(_ tag: HTMLTag) -> Bool {
    guard !isTooLarge, fits(tag.valueBytes) else { return false }
    bytes.append(UInt8(ascii: "<"))
    bytes += tag.element.name
    for index in 0..<tag.attributeCount {
      let (name, value) = tag.attribute(at: index)
      bytes.append(UInt8(ascii: " "))
      bytes += name.name
      bytes += "=\"".utf8
      bytes.appendEscaped(attribute: value)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += (tag.hasEnd ? ">" : "/>").utf8
    return true
  }

  mutating func end(_ element: HTMLElement) -> Bool {
    guard !isTooLarge, fits(0) else { return false }
    bytes += "</".utf8
    bytes += element.name
    bytes.append(UInt8(ascii: ">"))
    return true
  }

  mutating func text(_ characters: Span<UInt8>) {
    guard fits(characters.count) else {
      isTooLarge = true
      return
    }
    bytes.appendEscaped(text: characters)
  }

  /// The markup, absent when it is too large.
  consuming func finish() -> [UInt8]? { isTooLarge ? nil : bytes }

  private func fits(_ count: Int) -> Bool {
    bytes.count + count <= HTMLText.largestRepairedBytes
  }
}
