/// What stands between the tokens, and around the document.
extension JSONPullReader {
  /// The first offset from `start` on that is no white space.
  func endOfSpaces(from start: Int) -> Int {
    var offset = start
    while offset < end, Self.isSpace(bytes[offset]) { offset += 1 }
    return offset
  }

  /// The same for what is skipped without being white space, comments left out.
  func endOfGap(from start: Int) -> Int {
    var offset = endOfSpaces(from: start)
    while offset < end, case let length = invisibleLength(at: offset), length > 0 {
      offset = endOfSpaces(from: offset + length)
    }
    return offset
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Skips white space and what may pass for it: comments, no-break spaces, byte order marks, U+0000.
  mutating func skipSpace() {
    while true {
      position = endOfSpaces(from: position)
      let next = byte(at: position)
      guard next == UInt8(ascii: "/") || next >= 0xC2 || next == 0, position < end else { return }
      guard skipComment() || skipInvisible() else { return }
    }
  }

  private mutating func skipComment() -> Bool {
    guard byte(at: position) == UInt8(ascii: "/") else { return false }
    let start = position
    switch byte(at: position + 1) {
    case UInt8(ascii: "/"):
      while position < end, bytes[position] != 0x0A { position += 1 }
    case UInt8(ascii: "*"):
      position += 2
      while position < end, !isCommentEnd(position) { position += 1 }
      position = min(position + 2, end)
    default: return false
    }
    report(.comment, at: start, "JSON has no comments.")
    return true
  }

  private func isCommentEnd(_ offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "*") && byte(at: offset + 1) == UInt8(ascii: "/")
  }

  private mutating func skipInvisible() -> Bool {
    let length = invisibleLength(at: position)
    guard length > 0 else { return false }
    report(.illegalCharacter, at: position, "There is an invisible character between the values.")
    position += length
    return true
  }

  /// The bytes of U+0000, U+00A0, U+2028, U+2029 or U+FEFF at an offset; 0 where there is another.
  private func invisibleLength(at offset: Int) -> Int {
    switch (byte(at: offset), byte(at: offset + 1), byte(at: offset + 2)) {
    case (0, _, _): 1
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF): 3
    default: 0
    }
  }
}

// MARK: - The document's start and end

extension JSONPullReader {
  /// Goes to the document's first bracket; false where there is none.
  ///
  /// Feeds come behind warnings of the program that made them, `)]}',` and `callback(`. A brace with
  /// a quote behind it is more likely the document's own than one in such a text.
  mutating func findStart() -> Bool {
    skipSpace()
    let first = position
    guard !isOpening(first) else { return true }
    let likely = (first..<end).first { isOpening($0) && startsObject($0) }
    guard let start = likely ?? (first..<end).first(where: isOpening) else { return false }
    report(.junkBeforeDocument, at: first, "There is text before the document.")
    position = start
    return true
  }

  /// Reports what stands behind the document, or that it breaks off.
  mutating func finishDocument() {
    guard failure == nil else { return }
    guard depth == 0 else {
      return report(.truncated, at: end, "The document ends before its last bracket.")
    }
    skipSpace()
    guard position < end else { return }
    report(.junkAfterDocument, at: position, "There is text after the document.")
  }

  private func isOpening(_ offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "{") || byte(at: offset) == UInt8(ascii: "[")
  }

  private func startsObject(_ offset: Int) -> Bool {
    byte(at: offset) == UInt8(ascii: "{") && byte(at: endOfSpaces(from: offset + 1)) == 0x22
  }
}
