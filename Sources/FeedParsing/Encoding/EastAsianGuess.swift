/// Which East Asian encoding bytes look like that nobody labelled.
///
/// Three things must hold: every byte beyond ASCII belongs to a pair that the encoding can have; there
/// are enough of them; and the characters are those that the language is written in: kana in
/// Japanese, Hangul in Korean, the frequent half of the characters in Chinese. In other scripts a word
/// of an odd number of letters soon breaks the pairs.
enum EastAsianGuess {
  /// How many letters there must be.
  private static let fewestLetters = 8

  /// The encoding, if the bytes look like one.
  static func encoding(of bytes: [UInt8]) -> CharacterEncoding? {
    euc(bytes) ?? shiftJIS(bytes) ?? big5(bytes)
  }

  /// Pairs of which both bytes are high: Japanese, Korean or Chinese by the rows that are used.
  private static func euc(_ bytes: [UInt8]) -> CharacterEncoding? {
    var (letters, kana, hangul, frequent) = (0, 0, 0, 0)
    let isPaired = scan(bytes) { lead, rest in
      let isPair =
        (0xA1...0xFE).contains(lead) && rest.first.map { (0xA1...0xFE).contains($0) } == true
      guard isPair else {
        return lead == 0x8E && rest.first.map { (0xA1...0xDF).contains($0) } == true ? 2 : nil
      }
      if lead == 0xA4 || lead == 0xA5 { kana += 1 }
      if (0xB0...0xC8).contains(lead) { hangul += 1 }
      if (0xB0...0xD7).contains(lead) { frequent += 1 }
      if lead == 0xA4 || lead == 0xA5 || lead >= 0xB0 { letters += 1 }
      return 2
    }
    guard isPaired, letters >= fewestLetters else { return nil }
    if kana * 5 >= letters { return CharacterEncoding(label: "euc-jp") }
    if hangul * 10 >= letters * 9 { return CharacterEncoding(label: "euc-kr") }
    guard frequent * 5 >= letters * 4 else { return nil }
    return CharacterEncoding(name: "gb2312", iconvName: "GB18030")
  }

  /// Pairs with a lead that EUC does not have, and half-width letters of one byte.
  private static func shiftJIS(_ bytes: [UInt8]) -> CharacterEncoding? {
    var (letters, kana) = (0, 0)
    let isPaired = scan(bytes) { lead, rest in
      if (0xA1...0xDF).contains(lead) { return 1 }
      guard (0x81...0xFC).contains(lead), lead != 0xA0, let trail = rest.first,
        (0x40...0xFC).contains(trail), trail != 0x7F
      else { return nil }
      let isHiragana = lead == 0x82 && (0x9F...0xF1).contains(trail)
      if isHiragana || lead == 0x83 && (0x40...0x96).contains(trail) { kana += 1 }
      if lead != 0x81 { letters += 1 }
      return 2
    }
    guard isPaired, letters >= fewestLetters, kana * 5 >= letters else { return nil }
    return CharacterEncoding(label: "shift_jis")
  }

  /// Pairs of which the second byte may be a letter of ASCII, as every third is.
  private static func big5(_ bytes: [UInt8]) -> CharacterEncoding? {
    var (letters, frequent) = (0, 0)
    let isPaired = scan(bytes) { lead, rest in
      guard (0xA1...0xF9).contains(lead), let trail = rest.first,
        (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail)
      else { return nil }
      if lead >= 0xA4 { letters += 1 }
      if (0xA4...0xC6).contains(lead) { frequent += 1 }
      return 2
    }
    guard isPaired, letters >= fewestLetters, frequent * 5 >= letters * 4 else { return nil }
    return CharacterEncoding(label: "big5")
  }

  /// Goes over all characters beyond ASCII; `length` says how long one is, or nil where it is none.
  private static func scan(
    _ bytes: [UInt8], length: (UInt8, ArraySlice<UInt8>) -> Int?
  ) -> Bool {
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
      } else if let length = length(bytes[index], bytes[(index + 1)...]) {
        index += length
      } else {
        return false
      }
    }
    return true
  }
}
