/// Folds a text in one pass.
///
/// It writes into an array that is always long enough for the rest of the text, because appending
/// byte for byte took most of the time of a classification.
struct Folder {
  private let source: [UInt8]
  private(set) var bytes: [UInt8]
  private(set) var origins = Origins()
  private var count = 0

  /// What stands for punctuation beyond ASCII.
  private static let mark: UInt8 = 1
  private static let space = UInt8(ascii: " ")

  /// Prepares to fold the bytes of a text.
  init(_ source: [UInt8]) {
    self.source = source
    bytes = [UInt8](repeating: 0, count: source.count)
  }

  /// Folds everything.
  mutating func fold() {
    var index = 0
    while index < source.count {
      index = foldASCII(from: index)
      if index < source.count { index = foldSpecial(at: index) }
    }
    bytes.removeLast(bytes.count - count)
  }

  /// Folds the bytes that become one byte or nothing; returns the offset of the first other.
  private mutating func foldASCII(from first: Int) -> Int {
    Self.foldASCII(source, from: first, into: &bytes, at: &count, &origins)
  }

  private static func foldASCII(
    _ source: [UInt8], from first: Int, into bytes: inout [UInt8], at count: inout Int,
    _ origins: inout Origins
  ) -> Int {
    let folding = ASCIIFolding.table
    let table = folding.span
    let source = source.span
    var output = bytes.mutableSpan
    var index = first
    var end = count
    var last = end > 0 ? output[end - 1] : space
    origins.note(end, from: index)
    while index < source.count {
      let folded = table[Int(source[index])]
      guard folded != 0 else { break }
      index += 1
      // One comparison, nearly always with the same outcome: two would be guessed wrong at each word.
      if (folded ^ space) | (last ^ space) == 0 {
        origins.note(end, from: index)
      } else {
        output[end] = folded
        end += 1
        last = folded
      }
    }
    count = end
    return index
  }

  /// Folds any character; returns where the next begins.
  private mutating func foldSpecial(at index: Int) -> Int {
    let (scalar, length) = UTF8Scalar.decode(source, at: index)
    let next = index + length
    switch Glyph(any: scalar) {
    case .gap: appendGap(from: index)
    case .nothing: break
    case .mark: append(Self.mark, from: index)
    case .letters(let letters):
      makeRoom(letters.count - length)
      for letter in letters { append(letter, from: index) }
    case .other: for offset in index..<next { append(source[offset], from: index) }
    case .ampersand:
      makeRoom(" and ".utf8.count - length)
      appendGap(from: index)
      for letter in "and".utf8 { append(letter, from: index) }
      appendGap(from: index)
    case .apostrophe:
      let last = count > 0 ? bytes[count - 1] : 0
      if let end = Possessive.end(in: source, after: next, follows: last) { return end }
      append(UInt8(ascii: "'"), from: index)
    }
    return next
  }

  /// Makes the array longer for a character that becomes longer.
  private mutating func makeRoom(_ more: Int) {
    guard more > 0 else { return }
    bytes.append(contentsOf: repeatElement(0, count: more))
  }

  private mutating func append(_ byte: UInt8, from origin: Int) {
    bytes[count] = byte
    origins.note(count, from: origin)
    count += 1
  }

  private mutating func appendGap(from origin: Int) {
    guard count > 0, bytes[count - 1] != Self.space else { return }
    append(Self.space, from: origin)
  }
}
