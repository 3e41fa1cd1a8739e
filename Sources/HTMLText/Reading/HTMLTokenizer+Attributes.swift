extension HTMLTokenizer {
  /// Reads the attributes of a tag into ``tag`` and says where the tag ends; absent when it has no
  /// end.
  mutating func endOfAttributes(
    _ source: Span<UInt8>, from start: Int, keeping isKept: Bool
  ) -> Int? {
    var index = start
    while true {
      var isAfterSlash = false
      while index < source.count, source[index].isBetweenAttributes {
        isAfterSlash = source[index] == UInt8(ascii: "/")
        index += 1
      }
      guard index < source.count else { return nil }
      if source[index] == UInt8(ascii: ">") {
        tag.isSelfClosing = isAfterSlash
        return index + 1
      }
      let name = attributeName(source, from: index)
      let value = attributeValue(source, from: name.upperBound)
      guard let value else {
        // A quote that is never closed: the tag ends as if it were not there.
        return source.index(of: UInt8(ascii: ">"), from: name.upperBound).map { $0 + 1 }
      }
      if isKept { keep(source, name, value.text) }
      index = value.end
    }
  }

  private func attributeName(_ source: Span<UInt8>, from start: Int) -> Range<Int> {
    // An equals sign in the first place belongs to the name.
    var end = start + 1
    while end < source.count, !source[end].endsName, source[end] != UInt8(ascii: "=") { end += 1 }
    return start..<end
  }

  /// The value after a name, and where it ends; absent when its quote is not closed.
  private func attributeValue(
    _ source: Span<UInt8>, from start: Int
  ) -> (text: Range<Int>, end: Int)? {
    let sign = source.afterSpace(from: start)
    guard sign < source.count, source[sign] == UInt8(ascii: "=") else {
      return (start..<start, start)
    }
    let first = source.afterSpace(from: sign + 1)
    guard first < source.count else { return (first..<first, first) }
    if source[first] == UInt8(ascii: "\"") || source[first] == UInt8(ascii: "'") {
      guard let last = source.index(of: source[first], from: first + 1) else { return nil }
      return ((first + 1)..<last, last + 1)
    }
    var last = first
    while last < source.count, !WhiteSpace.isSpace(source[last]), source[last] != UInt8(ascii: ">")
    {
      last += 1
    }
    return (first..<last, last)
  }

  private mutating func keep(_ source: Span<UInt8>, _ name: Range<Int>, _ value: Range<Int>) {
    guard let attribute = HTMLAttribute(source, name), Sink.Receiver.keeps(attribute) else {
      return
    }
    tag.add(attribute) { decode(source, value, to: &$0) }
  }
}

/// Decodes the value of an attribute.
private func decode(_ source: Span<UInt8>, _ range: Range<Int>, to result: inout [UInt8]) {
  var start = range.lowerBound
  var index = start
  while index < range.upperBound {
    let byte = source[index]
    guard byte == UInt8(ascii: "&") || byte.isControl || byte == 0xEF else {
      index += 1
      continue
    }
    result.append(source.extracting(start..<index))
    start = index
    if byte == UInt8(ascii: "&") {
      let value = source.extracting(..<range.upperBound)
      let end = HTMLEntities.appendReference(
        in: value, at: index, place: .attribute, to: &result)
      index = end ?? index + 1
      if end != nil { start = index }
    } else if byte.isControl {
      index += 1
      start = index
    } else if source.isNoncharacter(at: index) {
      index += 3
      start = index
    } else {
      index += 1
    }
  }
  result.append(source.extracting(start..<range.upperBound))
}
