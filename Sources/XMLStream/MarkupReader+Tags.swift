/// Start and end tags: well-formed ones pass as they are.
extension MarkupReader {
  /// Past the name that starts at an offset, and whether it is ASCII with at most one colon, inside.
  @inline(__always)
  func endOfName(from start: Int) -> (end: Int, isPlain: Bool) {
    var index = start
    var all: UInt8 = 0
    var colons = 0
    while index < bytes.end {
      let byte = bytes[index]
      guard XMLCharacter.isNamePart(byte) else { break }
      all |= byte
      if byte == UInt8(ascii: ":") { colons &+= index == start ? 2 : 1 }
      index &+= 1
    }
    guard index > start else { return (index, false) }
    let isPlain = all < 0x80 && colons < 2 && bytes[index &- 1] != UInt8(ascii: ":")
    return (index, isPlain)
  }

  @inline(__always)
  func endOfSpaces(from start: Int) -> Int {
    var index = start
    while index < bytes.end, XMLCharacter.isSpace(bytes[index]) { index &+= 1 }
    return index
  }

  // MARK: Start tags

  /// Reads the start tag at ``position``; false where it does not end in this window.
  mutating func readStartTag() -> Bool {
    unsafe skeleton.storage.pointee.openValues.removeAll()
    let (nameEnd, isPlain) = endOfName(from: position &+ 1)
    let name = position &+ 1..<nameEnd
    guard name.count <= limits.nameBytes else { return readStrayLessThan() }
    if isPlain, nameEnd < bytes.end {
      if bytes[nameEnd] == UInt8(ascii: ">") {
        return open(name, tagEnd: nameEnd &+ 1, isEmpty: false, namespaces: 0)
      }
      if let tag = CleanTag(name: name, in: self) {
        return open(name, tagEnd: tag.end, isEmpty: tag.isEmpty, namespaces: tag.namespaces)
      }
    }
    return readDamagedStartTag(name: name)
  }

  /// Takes a tag that XML allows as it stands.
  private mutating func open(
    _ name: Range<Int>, tagEnd: Int, isEmpty: Bool, namespaces: Int
  ) -> Bool {
    let kind = kinds.kind(of: name, in: bytes)
    if kind != .other { closeBefore(kind, name) }
    let isVoid = kind == .void && !isEmpty && skippedDepth == 0 && !hasItsEnd(name, from: tagEnd)
    let isEmpty = isEmpty || isVoid
    guard admit(isEmpty: isEmpty), stack.namespaces + namespaces <= limits.namespaces else {
      if skippedDepth == 0 { return readDamagedStartTag(name: name) }
      position = tagEnd
      return true
    }
    let written = namespaces == 0 ? writeUpToValues() : position
    unsafe skeleton.storage.pointee.bytes.append(
      bytes.pointer(at: written), count: tagEnd &- written &- (isVoid ? 1 : 0))
    if isVoid {
      unsafe skeleton.storage.pointee.bytes.append("/>")
      reportVoid(name)
    }
    finishStartTag(name, kind, from: position, to: tagEnd, isEmpty: isEmpty, namespaces: namespaces)
    return true
  }

  /// Writes a tag up to its last plain value; these stay out, as text does.
  ///
  /// Not so in a tag that declares namespaces: libxml2 does not count these among its attributes.
  ///
  /// - Returns: From where on the tag is not written yet.
  @inline(__always)
  private func writeUpToValues() -> Int {
    var written = position
    for index in unsafe 0..<skeleton.storage.pointee.openValues.count {
      let value = unsafe skeleton.storage.pointee.openValues[index]
      unsafe skeleton.storage.pointee.values.append(value)
      guard value.isPlain else { continue }
      unsafe skeleton.storage.pointee.bytes.append(
        bytes.pointer(at: written), count: value.start &- written)
      written = value.start &+ value.count
    }
    return written
  }

  /// Whether an element that has no end tag in HTML has one as XML wants it, before any other tag.
  func hasItsEnd(_ name: Range<Int>, from offset: Int) -> Bool {
    let limit = min(bytes.end, offset + Self.lookahead)
    guard let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: offset, to: limit),
      tag + 1 < bytes.end, bytes[tag + 1] == UInt8(ascii: "/")
    else { return false }
    return bytes.areEqual(name, tag + 2..<endOfName(from: tag + 2).end)
  }

  func reportVoid(_ name: Range<Int>) {
    report(.structure, at: position, "<\(bytes.string(name))> has no end tag.")
  }

  /// Notes a start tag that has been written, and its end where it is empty.
  mutating func finishStartTag(
    _ name: Range<Int>, _ kind: ElementKind, from start: Int, to end: Int, isEmpty: Bool,
    namespaces: Int
  ) {
    skeleton.addTag(from: start, to: end)
    if isEmpty {
      skeleton.addTag(from: end, to: end)
      if stack.isEmpty { isAfterRoot = true }
    } else {
      unsafe stack.push(
        bytes.pointer(at: name.lowerBound), count: name.count, kind: kind, namespaces: namespaces)
    }
    position = end
  }

  /// Whether a tag counts; one that nests too deeply does not.
  mutating func admit(isEmpty: Bool) -> Bool {
    guard skippedDepth > 0 || stack.count >= limits.depth else { return true }
    reportDepth()
    if !isEmpty { skippedDepth += 1 }
    return false
  }

  // MARK: End tags

  /// Reads the end tag at ``position``; false where it does not end in this window.
  mutating func readEndTag() -> Bool {
    if skippedDepth == 0, !stack.isEmpty, let end = endOfMatchingTag() {
      if stack.count == 1 {
        // What follows tells whether the root ends here, so all of it has to be there.
        guard isLast else { return false }
        if isEarlyEnd(end) { return true }
      }
      unsafe skeleton.storage.pointee.bytes.append(
        bytes.pointer(at: position), count: end &- position)
      return close(from: position, to: end)
    }
    let (nameEnd, _) = endOfName(from: position + 2)
    let end = endOfSpaces(from: nameEnd)
    guard end < bytes.end else { return isLast ? readStrayLessThan() : false }
    guard nameEnd > position + 2, bytes[end] == UInt8(ascii: ">") else {
      return readStrayLessThan()
    }
    if skippedDepth > 0 {
      skippedDepth -= 1
      position = end + 1
      return true
    }
    return readOtherEndTag(name: position + 2..<nameEnd, tagEnd: end + 1)
  }

  /// Past the tag at ``position`` where it is just the end tag of the innermost element.
  @inline(__always)
  private func endOfMatchingTag() -> Int? {
    let end = position &+ 2 &+ stack.nameCount()
    guard end < bytes.end, bytes[end] == UInt8(ascii: ">"),
      stack.nameStands(at: position &+ 2, in: bytes)
    else { return nil }
    return end &+ 1
  }

  /// Notes the end of the innermost element, whose end tag has been written.
  @inline(__always)
  mutating func close(from start: Int, to end: Int) -> Bool {
    skeleton.addTag(from: start, to: end)
    position = end
    stack.pop()
    if stack.isEmpty { isAfterRoot = true }
    return true
  }
}
