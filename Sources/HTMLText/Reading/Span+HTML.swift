extension Span<UInt8> {
  var first: UInt8? { isEmpty ? nil : self[0] }
  var last: UInt8? { isEmpty ? nil : self[count - 1] }

  /// Whether some ASCII in lower case stands here, in any case.
  func starts(with text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { expected in
      for offset in 0..<expected.count {
        guard unsafe self[index + offset].lowercased == expected[offset] else { return false }
      }
      return true
    }
  }

  func index(of byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index < count {
      if index + 8 <= count, !ByteWord(self, at: index).contains(byte) {
        index += 8
        continue
      }
      if self[index] == byte { return index }
      index += 1
    }
    return nil
  }

  func afterSpace(from start: Int) -> Int {
    var index = start
    while index < count, WhiteSpace.isSpace(self[index]) { index += 1 }
    return index
  }

  /// Whether U+FFFE or U+FFFF stands here.
  func isNoncharacter(at index: Int) -> Bool {
    self[index] == 0xEF && index + 2 < count && self[index + 1] == 0xBF && self[index + 2] >= 0xBE
  }

  /// Where the next end tag of an element is.
  func endTag(of element: HTMLElement, from start: Int) -> Range<Int>? {
    var index = start
    while let open = self.index(of: UInt8(ascii: "<"), from: index) {
      index = open + 1
      if index < count, self[index] == UInt8(ascii: "/"), isName(element, at: index + 1) {
        return open..<((self.index(of: UInt8(ascii: ">"), from: index) ?? count - 1) + 1)
      }
    }
    return nil
  }

  /// Where the end tag is that matches a start tag before `start`, elements of one name nested.
  func matchingEndTag(of element: HTMLElement, from start: Int) -> Range<Int>? {
    var depth = 1
    var index = start
    while let open = self.index(of: UInt8(ascii: "<"), from: index) {
      index = open + 1
      if isName(element, at: index) {
        depth += 1
      } else if index < count, self[index] == UInt8(ascii: "/"), isName(element, at: index + 1) {
        depth -= 1
        guard depth == 0 else { continue }
        return open..<((self.index(of: UInt8(ascii: ">"), from: index) ?? count - 1) + 1)
      }
    }
    return nil
  }

  private func isName(_ element: HTMLElement, at start: Int) -> Bool {
    let name = element.name
    guard start + name.count < count, self[start + name.count].endsName else { return false }
    for offset in name.indices where self[start + offset].lowercased != name[offset] {
      return false
    }
    return true
  }
}

extension UInt8 {
  /// A capital letter of ASCII in lower case, any other byte as it is.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isAlphanumeric: Bool { isLetter || isDigit }

  /// Whether it can stand in the name of a tag, prefixes included.
  var isNameByte: Bool {
    isAlphanumeric || self == UInt8(ascii: "-") || self == UInt8(ascii: ":")
      || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }

  /// Whether it can follow `<!`, where browsers take anything for a comment.
  var startsDeclaration: Bool {
    isLetter || self == UInt8(ascii: "[") || self == UInt8(ascii: "-") || self == UInt8(ascii: ">")
  }

  /// Whether a name ends before it.
  var endsName: Bool {
    WhiteSpace.isSpace(self) || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
  }

  var isBetweenAttributes: Bool { WhiteSpace.isSpace(self) || self == UInt8(ascii: "/") }

  /// Whether it is a control character that XML cannot carry.
  var isControl: Bool { self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D }
}
