/// Looking ahead for the end tag of an element, to tell whether it is missing.
extension MarkupReader {
  /// Which end comes first close ahead.
  enum EndAhead {
    /// That of the innermost element.
    case innermost
    /// That of the record, or else the container, around it: so its own end tag is missing.
    case outer
    /// None of them close by.
    case none
  }

  /// Looks for the end of the innermost element and for that of the record around it.
  ///
  /// It finds nothing where looking ahead has cost more than reading: a document of nothing but start
  /// tags would be looked at a thousand times.
  mutating func lookForEnd() -> EndAhead {
    guard lookedAhead <= Self.lookaheadShare * position + Self.freeLookahead else { return .none }
    let (result, lookedAt) = endAhead()
    lookedAhead += lookedAt
    return result
  }

  private func endAhead() -> (result: EndAhead, lookedAt: Int) {
    let limit = min(bytes.end, position + Self.lookahead)
    let outer = (1..<max(stack.count, 1)).first {
      stack.kind(at: $0) == .record || stack.kind(at: $0) == .container
    }
    // Elements of the same name within the innermost one, and within the outer one.
    var (inInnermost, inOuter) = (0, 0)
    var index = position
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: index, to: limit) {
      index = endOfOpaque(at: tag, to: limit) ?? tag + 1
      guard index == tag + 1, index < limit else { continue }
      let isEnd = bytes[index] == UInt8(ascii: "/")
      let start = isEnd ? index + 1 : index
      let name = start..<endOfName(from: start).end
      if stack.isAlmostNamed(name, in: bytes) {
        if isEnd, inInnermost == 0 { return (.innermost, index - position) }
        if isEnd || !isEmptyTag(from: name.upperBound) { inInnermost += isEnd ? -1 : 1 }
      } else if let outer, stack.isAlmostNamed(name, in: bytes, depth: outer) {
        if isEnd, inOuter == 0 { return (.outer, index - position) }
        if isEnd || !isEmptyTag(from: name.upperBound) { inOuter += isEnd ? -1 : 1 }
      } else if let outer, isBoundary(name, isEnd: isEnd, outer: outer) {
        return (.outer, index - position)
      }
    }
    return (.none, limit - position)
  }

  /// Whether a tag ends what is in a record or container though it is not its end tag: the end of the
  /// list that a record stands in; for a field of the list itself, the first record.
  private func isBoundary(_ name: Range<Int>, isEnd: Bool, outer: Int) -> Bool {
    if stack.kind(at: outer) == .record {
      return isEnd && outer + 1 < stack.count
        && stack.isAlmostNamed(name, in: bytes, depth: outer + 1)
    }
    return !isEnd && stack.kind() != .other && kinds.kind(of: name, in: bytes) == .record
  }

  private func isEmptyTag(from offset: Int) -> Bool {
    let limit = min(bytes.end, offset + Self.lookahead)
    let next = bytes.firstIndex(of: UInt8(ascii: "<"), from: offset, to: limit) ?? limit
    let end = bytes.firstIndex(of: UInt8(ascii: ">"), from: offset, to: next)
    return end.map { bytes[$0 - 1] == UInt8(ascii: "/") } ?? false
  }

  /// Past a comment or CDATA section, the tags in which are none; nil where none starts.
  private func endOfOpaque(at offset: Int, to limit: Int) -> Int? {
    if bytes.has("<!--", at: offset) {
      return bytes.firstIndex(of: "-->", from: offset + 4, to: limit).map { $0 + 3 }
    }
    guard bytes.has("<![CDATA[", at: offset) else { return nil }
    return bytes.firstIndex(of: "]]>", from: offset + 9, to: limit).map { $0 + 3 }
  }
}
