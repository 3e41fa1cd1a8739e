/// Elements that start or end where they should not.
extension MarkupReader {
  /// Closes what cannot go on where an element of this kind starts.
  mutating func closeBefore(_ kind: ElementKind, _ name: Range<Int>) {
    // The root stays open up to its end, or what follows would be a second one.
    guard skippedDepth == 0, stack.count > 1 else { return }
    switch kind {
    case .record: closeBeforeRecord(name)
    case .textField:
      // A field of text ends where the next one starts, unless its own end tag comes before that one's.
      if stack.kind() == .textField, !endsLater(name) { closeInnermost("a field starts in it") }
    case .container, .void, .other, .richField: break
    }
  }

  private mutating func closeBeforeRecord(_ name: Range<Int>) {
    var depth = 0
    while depth < stack.count - 1, stack.kind(at: depth) != .container {
      if stack.kind(at: depth) == .record {
        guard stack.isNamed(name, in: bytes, depth: depth), depth == 0 || !endsLater(name) else {
          return
        }
        for _ in 0...depth { closeInnermost("another element like it starts in it") }
        return
      }
      depth += 1
    }
    // In the list itself only a field whose end tag is missing can be in the way.
    guard stack.kind(at: depth) == .container else { return }
    while stack.kind() == .textField || stack.kind() == .richField {
      closeInnermost("the next entry starts in it")
    }
  }

  /// Whether the innermost element has its end tag close by, before that of an element named so.
  private func endsLater(_ name: Range<Int>) -> Bool {
    let limit = min(bytes.end, position + Self.lookahead)
    var index = position
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: index, to: limit) {
      index = tag + 1
      guard index < limit, bytes[index] == UInt8(ascii: "/") else { continue }
      let end = endOfName(from: index + 1).end
      if stack.isNamed(index + 1..<end, in: bytes) {
        // `<title><title>…</title>`: the first of two end tags belongs to the inner one.
        return !bytes.areEqual(name, index + 1..<end)
      }
      if bytes.areEqual(name, index + 1..<end) { return false }
    }
    return false
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

  private func writeEndTag() {
    unsafe skeleton.storage.pointee.bytes.append("</")
    stack.writeName(to: skeleton)
    unsafe skeleton.storage.pointee.bytes.append(">")
  }

  // MARK: End tags

  /// An end tag that is not, byte by byte, that of the innermost element.
  mutating func readOtherEndTag(name: Range<Int>, tagEnd: Int) -> Bool {
    if !stack.isEmpty, matches(name, at: 0, exactly: true) {
      return closeAsWritten(to: tagEnd)  // only white space before the `>`
    }
    if let depth = (0..<stack.count).first(where: { matches(name, at: $0, exactly: true) }),
      mayClose(to: depth)
    {
      return close(to: depth, tagEnd: tagEnd)
    }
    if !stack.isEmpty, matches(name, at: 0, exactly: false) {
      report(.structure, at: position, "An end tag is spelt otherwise than its start tag.")
      return closeAsWritten(to: tagEnd)
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
    position = tagEnd
    return true
  }

  /// Whether an open element has a name: to the letter, or but for case and prefix.
  private func matches(_ name: Range<Int>, at depth: Int, exactly: Bool) -> Bool {
    if exactly { return stack.isNamed(name, in: bytes, depth: depth) }
    let (ours, theirs) = (bytes.string(name).lowercased(), stack.name(at: depth).lowercased())
    return ours == theirs || Self.local(ours) == Self.local(theirs)
  }

  private static func local(_ name: String) -> Substring {
    guard let colon = name.lastIndex(of: ":") else { return name[...] }
    return name[name.index(after: colon)...]
  }

  /// Nothing of that name is open: within a field it is text, elsewhere it says nothing.
  private mutating func readStrayEndTag(name: Range<Int>, tagEnd: Int) -> Bool {
    let kind = kinds.kind(of: name, in: bytes)
    report(.structure, at: position, "There is an end tag without its start tag.")
    let isInField = stack.kind() != .record && stack.kind() != .container && kind != .void
    if isInField { skeleton.addRun(from: position, to: tagEnd) }
    position = tagEnd
    return true
  }
}
