/// Large amounts of money in a text: "£12m", "£1.5 million", "€300,000".
///
/// An announcement that gives one is mostly about money given, raised or spent; a ticket's price is not
/// looked for.
enum MoneyAmounts {
  private static let units = ["m", "bn", "k", "million", "billion", "mn", "thousand"]

  /// Where the first amount of a text of a thousand and more stands; nil where there is none.
  ///
  /// - Complexity: O(*n*).
  static func first(in text: [UInt8]) -> Range<Int>? {
    var index = 0
    while index < text.count {
      if let sign = sign(text, at: index), let end = end(of: text, from: index + sign) {
        return index..<end
      }
      index += 1
    }
    return nil
  }

  /// How many bytes a sign of a currency has that stands at an offset.
  private static func sign(_ text: [UInt8], at index: Int) -> Int? {
    switch text[index] {
    case 0x24: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0xA3: 2
    case 0xE2 where text[index...].starts(with: [0xE2, 0x82, 0xAC]): 3
    default: nil
    }
  }

  /// Where an amount ends whose number begins at an offset; nil where it is small or none.
  private static func end(of text: [UInt8], from start: Int) -> Int? {
    var index = start
    var digits = 0
    while index < text.count, isDigit(text[index]) || isSeparator(text, at: index) {
      if isDigit(text[index]) { digits += 1 }
      index += 1
    }
    guard digits > 0 else { return nil }
    let isLarge = digits >= 4 && text[start..<index].contains(UInt8(ascii: ","))
    var unit = index
    if unit < text.count, text[unit] == 0x20 { unit += 1 }
    var letters = unit
    while letters < text.count, WordByte.isWord(text[letters]), text[letters] < 0x80 {
      letters += 1
    }
    let word = String(decoding: text[unit..<letters], as: UTF8.self).lowercased()
    // "£5 k" is no unit; "£5 million" is.
    if units.contains(word), unit == index || word.utf8.count > 2 { return letters }
    return isLarge ? index : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Whether a comma or a point stands between digits.
  private static func isSeparator(_ text: [UInt8], at index: Int) -> Bool {
    (text[index] == 0x2C || text[index] == 0x2E) && index + 1 < text.count
      && isDigit(text[index + 1])
  }
}
