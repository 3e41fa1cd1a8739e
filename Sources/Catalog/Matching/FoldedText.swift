/// A text as the matcher reads it, with the way back to the bytes that it came from.
///
/// Folding takes away what people write in different ways: case, accents, the kind of apostrophe,
/// hyphens and dashes (spaces), runs of white space (one space), `&` (and), a possessive `'s`.
/// So "St James’s  University-Hospital" and "st james' university hospital" are equal.
struct FoldedText: Sendable {
  /// The UTF-8 of the text.
  let source: [UInt8]
  /// The folded bytes: UTF-8 in which all punctuation beyond ASCII is one control character.
  let bytes: [UInt8]
  /// For each folded byte, where in `source` the character begins that it came from.
  private let origins: Origins

  /// Folds a text.
  ///
  /// - Complexity: O(*n*).
  init(_ text: String) {
    self.init(utf8: Array(text.utf8))
  }

  /// Folds the bytes of a text.
  ///
  /// - Parameter source: Valid UTF-8, at most 4 GiB.
  init(utf8 source: [UInt8]) {
    var folder = Folder(source)
    folder.fold()
    self.source = source
    bytes = folder.bytes
    origins = folder.origins
  }

  /// The folded bytes without spaces at the ends.
  var words: [UInt8] {
    let space = UInt8(ascii: " ")
    guard let first = bytes.firstIndex(where: { $0 != space }),
      let last = bytes.lastIndex(where: { $0 != space })
    else { return [] }
    return Array(bytes[first...last])
  }

  /// Where in the source a folded range stands, with accents that follow its last letter.
  ///
  /// - Parameter range: A range of folded bytes that is not empty.
  /// - Returns: The range of whole characters.
  func sourceRange(of range: Range<Int>) -> Range<Int> {
    let start = origins[range.lowerBound]
    let last = origins[range.upperBound - 1]
    var end = last + UTF8Scalar.length(source[last])
    while end + 1 < source.count, UTF8Scalar.isCombiningMark(source[end], source[end + 1]) {
      end += 2
    }
    return start..<end
  }

  /// Whether a folded byte came from a capital letter.
  func isCapital(at index: Int) -> Bool {
    let origin = origins[index]
    let lead = source[origin]
    if lead < 0x80 { return lead >= UInt8(ascii: "A") && lead <= UInt8(ascii: "Z") }
    return lead == 0xC3 && source[origin + 1] <= 0x9E
  }

  /// Where a possessive ending that begins at an offset of the source ends; `nil` if none does.
  ///
  /// - Parameter offset: The offset after a word.
  /// - Returns: The offset after `'s`, or after `'` where the word ends in an s.
  func endOfPossessive(at offset: Int) -> Int? {
    Possessive.end(in: source, at: offset)
  }
}

/// The endings that say that something is somebody's.
enum Possessive {
  /// Where a possessive ends that begins with an apostrophe at an offset, else `nil`.
  static func end(in source: [UInt8], at offset: Int) -> Int? {
    guard offset > 0, offset < source.count else { return nil }
    let (scalar, length) = UTF8Scalar.decode(source, at: offset)
    guard case .apostrophe = Glyph(any: scalar) else { return nil }
    return end(in: source, after: offset + length, follows: source[offset - 1])
  }

  /// Where a possessive ends whose apostrophe stands before an offset.
  ///
  /// - Parameters:
  ///   - source: The bytes of the text.
  ///   - offset: The offset after the apostrophe.
  ///   - last: The byte before the apostrophe.
  /// - Returns: The offset after `'s`, or after `'` where the word ends in an s, else `nil`.
  static func end(in source: [UInt8], after offset: Int, follows last: UInt8) -> Int? {
    guard WordByte.isWord(last) else { return nil }
    let small = UInt8(ascii: "s")
    if offset < source.count, source[offset] | 0x20 == small, endsWord(source, at: offset + 1) {
      return offset + 1
    }
    return last | 0x20 == small && endsWord(source, at: offset) ? offset : nil
  }

  /// Whether no word goes on at an offset; beyond ASCII, Latin-1 signs and punctuation end one.
  private static func endsWord(_ source: [UInt8], at offset: Int) -> Bool {
    guard offset < source.count else { return true }
    let byte = source[offset]
    return byte < 0x80 ? !WordByte.isWord(byte) : byte == 0xC2 || byte == 0xE2
  }
}
