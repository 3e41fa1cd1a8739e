/// Cuts text into words, pauses, quotation marks and ends of sentences.
enum SentenceScanner {
  /// A token or the end of a sentence.
  enum Piece: Equatable {
    case token(Sentence.Token)
    /// A sentence or paragraph ends; a closing quotation mark belongs to what follows.
    case end
  }

  /// The pieces of some text, which may begin and end within a word.
  ///
  /// - Parameters:
  ///   - text: The bytes.
  ///   - stopsAtEnd: Whether one piece after the first end of a sentence is enough.
  /// - Returns: The pieces in the order of the text.
  static func pieces(of text: ArraySlice<UInt8>, stopsAtEnd: Bool) -> [Piece] {
    var scanner = Scanner(source: whole(text))
    return scanner.run(stopsAtEnd: stopsAtEnd)
  }

  /// The bytes without the halves of characters at the ends.
  private static func whole(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes = Array(text.drop { $0 & 0xC0 == 0x80 })
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return [] }
    if bytes.count - lead < UTF8Scalar.length(bytes[lead]) { bytes.removeSubrange(lead...) }
    return bytes
  }

  /// The state of one pass.
  private struct Scanner {
    let source: [UInt8]
    var pieces: [Piece] = []
    var word: [UInt8] = []

    init(source: [UInt8]) {
      self.source = source
      pieces.reserveCapacity(source.count / 4)
      word.reserveCapacity(32)
    }

    mutating func run(stopsAtEnd: Bool) -> [Piece] {
      let table = ASCIIFolding.table
      var index = 0
      while index < source.count {
        if stopsAtEnd, pieces.count > 1, pieces[pieces.count - 2] == .end { break }
        let byte = source[index]
        if byte < 0x80, WordByte.isWord(byte) {
          word.append(table[Int(byte)])
          index += 1
          continue
        }
        let (scalar, length) = UTF8Scalar.decode(source, at: index)
        read(scalar, at: index, length: length)
        index += length
      }
      endWord()
      return pieces
    }

    private mutating func read(_ scalar: UInt32, at index: Int, length: Int) {
      switch scalar {
      case 0x27, 0x2018, 0x2019: readApostrophe(scalar, at: index, length: length)
      case 0x22, 0x201C, 0x201D: finish(with: .token(.quotation))
      case 0x2C, 0x3A, 0x3B, 0x2013, 0x2014: finish(with: .token(.pause))
      case 0x2E, 0x21, 0x3F: readStop(at: index)
      case 0x0A:
        endWord()
        if Paragraph.ends(source, at: index) { pieces.append(.end) }
      default: readLetter(scalar, at: index, length: length)
      }
    }

    private mutating func readLetter(_ scalar: UInt32, at index: Int, length: Int) {
      switch Glyph(any: scalar) {
      case .letters(let letters) where scalar >= 0x80: word += letters
      case .other: word += source[index..<index + length]
      default: endWord()
      }
    }

    /// A single mark opens or closes a quotation where it stands at the end of no word.
    private mutating func readApostrophe(_ scalar: UInt32, at index: Int, length: Int) {
      let next = index + length
      let isBeforeWord = next < source.count && WordByte.isWord(source[next])
      let isAfterWord = index > 0 && WordByte.isWord(source[index - 1])
      let isAfterStop = index > 0 && Self.closers.contains(source[index - 1])
      let opens = scalar != 0x2019 && isBeforeWord && !isAfterWord
      let closes = isAfterStop && !isBeforeWord
      if opens || closes {
        finish(with: .token(.quotation))
      } else {
        endWord()
      }
    }

    /// A full stop ends a sentence before a space, but not after a title or an initial.
    private mutating func readStop(at index: Int) {
      let isAbbreviation = word.count == 1 || Self.titles.contains(word)
      endWord()
      let next = index + 1
      guard next < source.count else { return }
      let isAtEnd =
        source[next] <= 0x20 || source[next] == 0x22
        || source[next...].starts(with: [0xE2, 0x80, 0x9D])
      if isAtEnd, !(source[index] == 0x2E && isAbbreviation) { pieces.append(.end) }
    }

    private mutating func finish(with piece: Piece) {
      endWord()
      pieces.append(piece)
    }

    private mutating func endWord() {
      guard !word.isEmpty else { return }
      pieces.append(.token(.word(String(decoding: word, as: UTF8.self))))
      word.removeAll(keepingCapacity: true)
    }

    /// What stands before a closing quotation mark.
    private static let closers: Set<UInt8> = Set(",.!?".utf8)
    private static let titles: Set<[UInt8]> = Set(
      ["dr", "prof", "mr", "mrs", "ms", "rev", "sir", "st", "cllr"].map { Array($0.utf8) })
  }
}
