/// Cuts a date's text into numbers, words and marks.
struct DateTokenizer {
  /// Beyond this many digits a number is too long for any part of a date, and would not fit.
  private static let mostDigits = 18

  private var tokens: [DateToken] = []
  private var index: Int
  private let end: Int
  private var followsSpace = false

  static func tokens(of text: Span<UInt8>, in range: Range<Int>) -> [DateToken] {
    var tokenizer = DateTokenizer(index: range.lowerBound, end: range.upperBound)
    while tokenizer.index < tokenizer.end { tokenizer.readNext(text) }
    return tokenizer.tokens
  }

  private init(index: Int, end: Int) {
    self.index = index
    self.end = end
    tokens.reserveCapacity(16)
  }

  private mutating func append(_ kind: DateToken.Kind) {
    tokens.append(DateToken(kind: kind, followsSpace: followsSpace))
    followsSpace = false
  }

  private mutating func readNext(_ text: Span<UInt8>) {
    let character = DateCharacter(text, at: index)
    switch character.kind {
    case .nothing: index += character.byteCount
    case .space:
      index += character.byteCount
      followsSpace = true
    case .digit: readNumber(text)
    case .letter where character.isEastAsian: readEastAsianWord(text)
    case .letter: readWord(text)
    case .mark(UInt8(ascii: "(")): readComment(text, closedBy: UInt8(ascii: ")"))
    case .mark(UInt8(ascii: "[")): readComment(text, closedBy: UInt8(ascii: "]"))
    case .mark(let mark):
      index += character.byteCount
      append(.mark(mark))
    }
  }

  private mutating func readNumber(_ text: Span<UInt8>) {
    var value = 0
    var digits = 0
    while index < end {
      let character = DateCharacter(text, at: index)
      guard case .digit(let digit) = character.kind else { break }
      if digits < Self.mostDigits { value = value * 10 + digit }
      digits += 1
      index += character.byteCount
    }
    append(.number(DateNumber(value: value, digits: digits)))
  }

  private mutating func readWord(_ text: Span<UInt8>) {
    let start = index
    while index < end {
      let character = DateCharacter(text, at: index)
      guard character.kind == .letter, !character.isEastAsian else { break }
      index += character.byteCount
    }
    append(.word(DateVocabulary.word(text, in: start..<index)))
  }

  /// Takes the longest word that the characters start with, or one character that starts none.
  private mutating func readEastAsianWord(_ text: Span<UInt8>) {
    var candidate = ""
    var after = index
    var longest = (word: DateWord(), end: index + DateCharacter(text, at: index).byteCount)
    for _ in 0..<DateVocabulary.longestRun where after < end {
      let character = DateCharacter(text, at: after)
      guard character.isEastAsian else { break }
      candidate.unicodeScalars.append(character.scalar)
      after += character.byteCount
      if let word = DateVocabulary.word(candidate) { longest = (word, after) }
    }
    index = longest.end
    append(.word(longest.word))
  }

  /// Comments may nest, and a backslash takes the next character's meaning away (RFC 822, section
  /// 3.1.4).
  private mutating func readComment(_ text: Span<UInt8>, closedBy close: UInt8) {
    let open = DateCharacter(text, at: index)
    index += open.byteCount
    let start = index
    var contentEnd = end
    var depth = 1
    var isNested = false
    while index < end, depth > 0 {
      let character = DateCharacter(text, at: index)
      contentEnd = index
      index += character.byteCount
      switch character.kind {
      case open.kind:
        depth += 1
        isNested = true
      case .mark(close): depth -= 1
      case .mark(UInt8(ascii: "\\")) where index < end:
        index += DateCharacter(text, at: index).byteCount
      default: break
      }
    }
    let content = start..<(depth == 0 ? contentEnd : end)
    append(.comment(isNested ? .other : DateComment(text, in: content, isClosed: depth == 0)))
    followsSpace = true
  }
}
