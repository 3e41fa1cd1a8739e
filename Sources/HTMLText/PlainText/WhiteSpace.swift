/// White space as HTML understands it.
enum WhiteSpace {
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// The text with each run of white space as one space and none around it, no-break spaces
  /// included: on one line nothing breaks.
  static func folded(_ text: String) -> String {
    let source = text.utf8.span
    guard !isPlainLine(source, allowingMarkup: true) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var isPending = false
    var index = 0
    while index < source.count {
      let width = spaceWidth(source, at: index)
      if width > 0 {
        isPending = !result.isEmpty
        index += width
      } else {
        if isPending { result.append(0x20) }
        isPending = false
        result.append(source[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a text is one line with single spaces between its words and none around them.
  ///
  /// Most titles are, and then nothing has to be made anew.
  static func isPlainLine(_ source: Span<UInt8>, allowingMarkup: Bool) -> Bool {
    guard let first = source.first, let last = source.last else { return true }
    guard first > 0x20, last > 0x20 else { return false }
    var index = 0
    while index < source.count {
      if index + 8 <= source.count, isPlain(ByteWord(source, at: index)) {
        // Of a space in the last place it is not known what follows.
        index += 7
        continue
      }
      let end = min(index + 8, source.count)
      while index < end {
        guard isPlain(source, at: index, allowingMarkup: allowingMarkup) else { return false }
        index += 1
      }
    }
    return true
  }

  private static func isPlain(_ word: ByteWord) -> Bool {
    !word.containsControl && !word.containsTwoSpaces && !word.contains(0xC2) && !word.contains(0xEF)
      && !word.contains(UInt8(ascii: "<")) && !word.contains(UInt8(ascii: "&"))
  }

  private static func isPlain(
    _ source: Span<UInt8>, at index: Int, allowingMarkup: Bool
  ) -> Bool {
    switch source[index] {
    case 0x20: source[index - 1] != 0x20
    case ..<0x20: false
    case UInt8(ascii: "<"), UInt8(ascii: "&"): allowingMarkup
    case 0xC2: !isNoBreakSpace(source, at: index)
    case 0xEF: !source.isNoncharacter(at: index)
    default: true
    }
  }

  /// How many bytes of white space stand here, a no-break space included.
  private static func spaceWidth(_ source: Span<UInt8>, at index: Int) -> Int {
    if isSpace(source[index]) { return 1 }
    return isNoBreakSpace(source, at: index) ? 2 : 0
  }

  private static func isNoBreakSpace(_ source: Span<UInt8>, at index: Int) -> Bool {
    source[index] == 0xC2 && index + 1 < source.count && source[index + 1] == 0xA0
  }
}
