extension HTMLTokenizer {
  /// Reads a start tag, and the content of an element whose content is not markup.
  mutating func startTag(_ source: Span<UInt8>, at start: Int) -> Int? {
    guard let name = tagName(source, from: start + 1) else { return nil }
    let element = HTMLElement(source, name)
    let kept = element.flatMap { Sink.Receiver.kept($0) }
    if let kept { tag.begin(kept) }
    guard let end = endOfAttributes(source, from: name.upperBound, keeping: kept != nil) else {
      return unterminated(source, name, isKnown: element != nil)
    }
    if let element, element.content != .markup {
      return tag.isSelfClosing ? end : content(of: element, source, from: end)
    }
    return kept == nil ? end : deliver(end)
  }

  /// Reads an end tag; browsers drop `</` and white space up to the next `>` too.
  mutating func endTag(_ source: Span<UInt8>, at start: Int) -> Int? {
    let next = start + 2
    guard next < source.count else { return nil }
    if source[next] == UInt8(ascii: ">") || WhiteSpace.isSpace(source[next]) {
      return bogusComment(source, from: next)
    }
    guard source[next].isLetter, let name = tagName(source, from: next) else { return nil }
    let element = HTMLElement(source, name)
    guard let end = endOfAttributes(source, from: name.upperBound, keeping: false) else {
      return unterminated(source, name, isKnown: element != nil)
    }
    switch element {
    case .br:
      // Browsers take `</br>` for `<br>`.
      tag.begin(.br)
      return deliver(end)
    case let element? where !element.isVoid && element.content == .markup:
      if let kept = Sink.Receiver.kept(element) { isRefused = !sink.end(kept) }
    default: break
    }
    return end
  }

  /// Where a text goes on after the start tag of an element whose content is not markup.
  private mutating func content(
    of element: HTMLElement, _ source: Span<UInt8>, from start: Int
  ) -> Int {
    switch element.content {
    case .markup: return start
    case .code: return source.endTag(of: element, from: start)?.upperBound ?? source.count
    case .container:
      let end = unclosed.contains(element) ? nil : source.matchingEndTag(of: element, from: start)
      if end == nil { unclosed.insert(element) }
      return end?.upperBound ?? start
    case .literal, .literalRest:
      let end = element.content == .literal ? source.endTag(of: element, from: start) : nil
      literal(source, start..<(end?.lowerBound ?? source.count))
      return end?.upperBound ?? source.count
    }
  }

  /// Hands on the tag that was read.
  private mutating func deliver(_ end: Int) -> Int {
    isRefused = !sink.start(tag)
    return end
  }

  /// Hands on text that holds no markup as a preformatted block.
  private mutating func literal(_ source: Span<UInt8>, _ range: Range<Int>) {
    tag.begin(.pre)
    isRefused = !sink.start(tag)
    guard !isRefused else { return }
    var start = range.lowerBound
    for index in range where source[index].isControl || source.isNoncharacter(at: index) {
      sink.text(source.extracting(start..<index))
      start = index + (source[index] == 0xEF ? 3 : 1)
    }
    sink.text(source.extracting(start..<range.upperBound))
    isRefused = !sink.end(.pre)
  }

  /// Where a tag ends that has no end: nothing of it is text where it was cut off, all of it is
  /// where it was no tag but a comparison.
  ///
  /// Summaries end in `<a href="https:` and titles say `a <b and c`; only the former have a name of
  /// HTML's with nothing after it, or an equals sign.
  private mutating func unterminated(
    _ source: Span<UInt8>, _ name: Range<Int>, isKnown: Bool
  ) -> Int? {
    hasNoMoreTags = true
    let rest = source.afterSpace(from: name.upperBound)
    let isCutOff =
      rest == source.count || source.index(of: UInt8(ascii: "="), from: rest) != nil
    return isKnown && isCutOff ? source.count : nil
  }

  /// The name of a tag, absent where no browser's author meant one, as in `<name@example.org>`.
  private func tagName(_ source: Span<UInt8>, from start: Int) -> Range<Int>? {
    var end = start
    while end < source.count, source[end].isNameByte { end += 1 }
    guard end > start, source[end - 1] != UInt8(ascii: ":") else { return nil }
    return end == source.count || source[end].endsName ? start..<end : nil
  }
}
