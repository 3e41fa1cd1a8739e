/// The named and numeric character references of HTML.
public enum HTMLEntities {
  /// Where a reference stands, which decides what a name without its semicolon is.
  enum Place {
    /// In text: the longest name that HTML takes without a semicolon counts, so that `&copy2020` is
    /// a sign and a year (HTML, section 13.2.5.73). Not so where `=` follows the word: browsers
    /// read `?a=1&copy=2` as a sign, but whoever wrote it meant an address.
    case text
    /// In an attribute: only a whole word counts, and not before `=`.
    case attribute
  }

  /// The longest name is `CounterClockwiseContourIntegral`.
  private static let longestName = 32
  private static let longestBareName = 6

  private static let table = EntityTable([tableAToE, tableEToZ])

  /// What `&name;` stands for, absent where HTML has no such entity.
  public static func characters(of name: String) -> String? {
    let name = Array(name.utf8)
    guard !name.isEmpty, let entry = table.entry(named: name.span, name.indices) else {
      return nil
    }
    var characters: [UInt8] = []
    table.append(entry, to: &characters)
    return String(decoding: characters, as: UTF8.self)
  }

  /// Decodes all references in a text, once: `&amp;lt;` becomes `&lt;`.
  ///
  /// An ampersand that starts no reference is an ampersand.
  public static func decode(_ text: String) -> String {
    let source = text.utf8.span
    guard var index = source.index(of: UInt8(ascii: "&"), from: 0) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var start = 0
    while true {
      result.append(source.extracting(start..<index))
      start = appendReference(in: source, at: index, place: .text, to: &result) ?? index
      guard let next = source.index(of: UInt8(ascii: "&"), from: max(start, index + 1)) else {
        break
      }
      index = next
    }
    result.append(source.extracting(start..<source.count))
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what the reference at an ampersand stands for and says where it ends; absent when
  /// there is none.
  static func appendReference(
    in source: Span<UInt8>, at ampersand: Int, place: Place, to result: inout [UInt8]
  ) -> Int? {
    let start = ampersand + 1
    guard start < source.count else { return nil }
    if source[start] == UInt8(ascii: "#") {
      return NumericReference.append(in: source, at: start + 1, to: &result)
    }
    var end = start
    while end < source.count, end - start <= longestName, source[end].isAlphanumeric { end += 1 }
    guard end > start else { return nil }
    if end < source.count, source[end] == UInt8(ascii: ";"),
      let entry = table.entry(named: source, start..<end)
    {
      table.append(entry, to: &result)
      return end + 1
    }
    return appendBareName(in: source, start..<end, place: place, to: &result)
  }

  private static func appendBareName(
    in source: Span<UInt8>, _ word: Range<Int>, place: Place, to result: inout [UInt8]
  ) -> Int? {
    if word.upperBound < source.count, source[word.upperBound] == UInt8(ascii: "=") { return nil }
    var end = word.upperBound
    if place == .text { end = min(end, word.lowerBound + longestBareName) }
    while end > word.lowerBound {
      if let entry = table.entry(named: source, word.lowerBound..<end), entry.worksWithoutSemicolon
      {
        table.append(entry, to: &result)
        return end
      }
      guard place == .text else { return nil }
      end -= 1
    }
    return nil
  }
}
