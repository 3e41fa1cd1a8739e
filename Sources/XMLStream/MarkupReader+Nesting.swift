/// Elements that start or end where they should not.
extension MarkupReader {
  /// Closes what cannot go on where an element of this kind starts.
  mutating func closeBefore(_ kind: ElementKind, _ name: Range<Int>) {
    // The root stays open up to its end, or what follows would be a second one.
    guard skippedDepth == 0, stack.count > 1 else { return }
    switch kind {
    case .record: closeBeforeRecord(name)
    case .textField, .richField: closeBeforeField()
    case .container, .void, .other: break
    }
  }

  private mutating func closeBeforeField() {
    switch stack.kind() {
    case .record, .container: return
    case .textField where lookForEnd() != .innermost: closeInnermost("a field starts in it")
    // Anything may stand in these, but not behind the end of the record that they stand in.
    case .richField where isInList && lookForEnd() == .outer,
      .other where isInList && lookForEnd() == .outer:
      closeInnermost("a field starts in it")
    default: break
    }
  }

  /// Whether the innermost element stands in a record or in a list of them.
  private var isInList: Bool {
    stack.kind(at: 1) == .record || stack.kind(at: 1) == .container
  }

  private mutating func closeBeforeRecord(_ name: Range<Int>) {
    var depth = 0
    while depth < stack.count - 1, stack.kind(at: depth) != .container {
      if stack.kind(at: depth) == .record {
        guard stack.isNamed(name, in: bytes, depth: depth), depth == 0 || lookForEnd() != .innermost
        else {
          return
        }
        for _ in 0...depth { closeInnermost("another element like it starts in it") }
        return
      }
      depth += 1
    }
    // In the list itself only a field whose end tag is missing can be in the way.
    let field = (0..<depth).last {
      stack.kind(at: $0) == .textField || stack.kind(at: $0) == .richField
    }
    guard stack.kind(at: depth) == .container, let field else { return }
    for _ in 0...field { closeInnermost("the next entry starts in it") }
  }

  /// Writes the end tag that the document lacks.
  private mutating func closeInnermost(_ why: String) {
    report(
      .structure, at: position,
      "<\(stack.name())> has no end tag; \(why).")
    writeEndTag()
    skeleton.addTag(from: position, to: position)
    stack.pop()
  }

  /// Closes everything, where the document ends as it is meant to.
  mutating func closeAll() {
    while !stack.isEmpty { closeInnermost("the document ends") }
    isAfterRoot = true
  }

  private func writeEndTag() {
    unsafe skeleton.storage.pointee.bytes.append("</")
    stack.writeName(to: skeleton)
    unsafe skeleton.storage.pointee.bytes.append(">")
  }

  // MARK: End tags

  /// An end tag that is not, byte by byte, that of the innermost element.
  mutating func readOtherEndTag(name: Range<Int>, tagEnd: Int) -> Bool {
    if !stack.isEmpty, stack.isNamed(name, in: bytes) {
      return closeAsWritten(to: tagEnd)  // only white space before the `>`
    }
    if let depth = (0..<stack.count).first(where: { stack.isNamed(name, in: bytes, depth: $0) }),
      mayClose(to: depth)
    {
      return close(to: depth, tagEnd: tagEnd)
    }
    let almost = (0..<stack.count).first {
      stack.isAlmostNamed(name, in: bytes, depth: $0, ignoringPrefix: $0 == 0)
    }
    if let almost, mayClose(to: almost) {
      report(.structure, at: position, "An end tag is spelt otherwise than its start tag.")
      return close(to: almost, tagEnd: tagEnd)
    }
    return readStrayEndTag(name: name, tagEnd: tagEnd)
  }

  /// Whether the elements within one may be closed with it: a record only by what holds it.
  private func mayClose(to depth: Int) -> Bool {
    stack.kind(at: depth) == .container || stack.kind(at: depth) == .record
      || !(0..<depth).contains {
        stack.kind(at: $0) == .record || stack.kind(at: $0) == .container
      }
  }

  private mutating func close(to depth: Int, tagEnd: Int) -> Bool {
    for _ in 0..<depth { closeInnermost("an element around it ends") }
    return closeAsWritten(to: tagEnd)
  }

  private mutating func closeAsWritten(to tagEnd: Int) -> Bool {
    if stack.count == 1 {
      guard isLast else { return false }
      if isEarlyEnd(tagEnd) { return true }
    }
    writeEndTag()
    return close(from: position, to: tagEnd)
  }

  /// Passes over a root's end tag that entries follow.
  mutating func isEarlyEnd(_ tagEnd: Int) -> Bool {
    guard hasRecord(from: tagEnd) else { return false }
    report(.structure, at: position, "The root ends before the last entry.")
    hasEarlyEnd = true
    position = tagEnd
    return true
  }

  /// Ends the root with the document, where nothing else is open and its end tag came early.
  mutating func closeRootThatEndedEarly() {
    guard hasEarlyEnd, stack.count == 1 else { return }
    writeEndTag()
    skeleton.addTag(from: position, to: position)
    stack.pop()
    isAfterRoot = true
  }

  /// Nothing of that name is open: within a field it is text, elsewhere it says nothing.
  private mutating func readStrayEndTag(name: Range<Int>, tagEnd: Int) -> Bool {
    let kind = kinds.kind(of: name, in: bytes)
    report(.structure, at: position, "There is an end tag without its start tag.")
    let isInField = stack.kind() != .record && stack.kind() != .container && kind != .void
    if isInField { skeleton.addRun(from: position, to: tagEnd, in: bytes) }
    position = tagEnd
    return true
  }
}
