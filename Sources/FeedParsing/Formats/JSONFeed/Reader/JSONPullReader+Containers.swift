/// Walks objects and arrays, whatever has happened to their commas and brackets.
extension JSONPullReader {
  /// The next key of the object at a depth, its colon read; nil where the object has ended, or the
  /// document before it.
  ///
  /// A value without a key gets the empty one. In an object inside an array such an object is rather
  /// the array's next element, and the one that it stands in has lost its closing bracket.
  mutating func nextKey(at level: Int) -> JSONString? {
    var comma: Int?
    while true {
      skipSpace()
      guard position < end else {
        if depth == 1, mayHaveEnded { nesting.close() }
        return nil
      }
      guard depth >= level else { return nil }
      switch byte(at: position) {
      case UInt8(ascii: ","): comma = readComma()
      case UInt8(ascii: "}"):
        if let comma { report(.misplacedComma, at: comma, "A comma stands before a }.") }
        if closeObject() { return nil }
        comma = nil
      case UInt8(ascii: "]"):
        if closeObjectsAtArrayEnd() { return nil }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        return keylessValue()
      case UInt8(ascii: ":"):
        report(.structure, at: position, "There is a colon without a key.")
        position += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if let key = quotedKey() { return accept(key) }
      default:
        if let key = unquotedKey() { return accept(key) }
      }
    }
  }

  /// Whether the array at a depth has one more element, which is then read next.
  mutating func hasElement(at level: Int) -> Bool {
    var comma: Int?
    while true {
      skipSpace()
      guard position < end, depth >= level else { return false }
      switch byte(at: position) {
      case UInt8(ascii: ","): comma = readComma()
      case UInt8(ascii: "]"):
        if let comma { report(.misplacedComma, at: comma, "A comma stands before a ].") }
        close()
        return false
      case UInt8(ascii: "}"):
        if closeArraysAtObjectEnd() { return false }
      case UInt8(ascii: ":"):
        report(.structure, at: position, "There is a colon in an array.")
        position += 1
      default:
        reportMissingComma()
        return true
      }
    }
  }

  private mutating func readComma() -> Int {
    if !needsComma { report(.misplacedComma, at: position, "There is a comma too many.") }
    needsComma = false
    position += 1
    return position - 1
  }

  private mutating func reportMissingComma() {
    guard needsComma else { return }
    report(.misplacedComma, at: position, "A comma is missing.")
    needsComma = false
  }

  private mutating func accept(_ key: JSONString) -> JSONString {
    if needsComma { report(.misplacedComma, at: key.range.lowerBound, "A comma is missing.") }
    needsComma = false
    mayHaveEnded = false
    skipSpace()
    if byte(at: position) == UInt8(ascii: ":") {
      position += 1
    } else {
      report(.structure, at: position, "A colon is missing behind a key.")
    }
    return key
  }

  /// Closes what the bracket at `position` belongs to.
  private mutating func close() {
    nesting.close()
    position += 1
    needsComma = true
    valueEnd = position
  }
}

// MARK: - Brackets that do not match

extension JSONPullReader {
  /// Closes an object at its `}`; the document's own stays open where more of it follows.
  ///
  /// `[{"id":1}},{"id":2}]` has one bracket too many, which must not cost the rest.
  private mutating func closeObject() -> Bool {
    guard depth == 1, documentGoesOn(behind: position) else {
      close()
      return true
    }
    report(.structure, at: position, "There is a } too many.")
    mayHaveEnded = true
    position += 1
    needsComma = true
    return false
  }

  /// A `]` in an object ends the array around it, and with it the objects that have no `}`.
  private mutating func closeObjectsAtArrayEnd() -> Bool {
    guard nesting.hasArray else {
      report(.structure, at: position, "There is a ] too many.")
      position += 1
      return false
    }
    report(.structure, at: position, "An object has no } before the array around it ends.")
    nesting.closeObjects()
    hasLostBracket = hasLostBracket || depth <= 2
    needsComma = true
    return true
  }

  /// A `}` in an array ends the object around it, and with it the arrays that have no `]`.
  private mutating func closeArraysAtObjectEnd() -> Bool {
    let object = nesting.innermostObject
    guard object > 1 || object == 1 && !documentGoesOn(behind: position) else {
      report(.structure, at: position, "There is a } too many.")
      position += 1
      return false
    }
    report(.structure, at: position, "An array has no ] before the object around it ends.")
    nesting.closeArrays()
    needsComma = true
    return true
  }

  private mutating func keylessValue() -> JSONString? {
    let isObject = byte(at: position) == UInt8(ascii: "{")
    guard isObject, nesting.hasArray else {
      report(.structure, at: position, "A value has no key.")
      needsComma = false
      mayHaveEnded = false
      return JSONString(range: position..<position, isPlain: true)
    }
    report(.structure, at: position, "An object has no } before the next one starts.")
    nesting.closeObjects()
    needsComma = false
    return nil
  }

  /// Whether what stands behind a bracket can only belong to an array or object that is still open.
  private func documentGoesOn(behind bracket: Int) -> Bool {
    let next = endOfGap(from: bracket + 1)
    switch byte(at: next) {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): return true
    case UInt8(ascii: "\""): return startsKey(next)
    case UInt8(ascii: "{"): return nesting.isInArray
    default: return false
    }
  }
}
