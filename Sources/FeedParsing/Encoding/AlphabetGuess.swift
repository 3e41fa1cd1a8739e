/// Which encoding of one byte a letter bytes look like that nobody labelled.
///
/// The ten most frequent letters of a language make up more than half of any text in it, and read in a
/// wrong encoding the same bytes are hardly any of them. Words with letters of ASCII among the others
/// are written in a Latin alphabet, of which nothing is guessed, and what stands alone is a dash, a
/// bullet or a guillemet.
enum AlphabetGuess {
  /// How many bytes beyond ASCII there must be.
  private static let fewestLetters = 40

  /// How many bytes beyond ASCII a word must have on average.
  private static let shortestWord = 3

  /// Encodings and the most frequent letters of the languages that are written in them.
  private static let languages: [(label: String, letters: Set<Unicode.Scalar>)] = [
    ("koi8-r", russian), ("windows-1251", russian), ("iso-8859-5", russian),
    ("windows-1253", Set("αοιετσνηυρ".unicodeScalars)),
    ("windows-1255", Set("יוהלאתרשמב".unicodeScalars)),
    ("windows-1256", Set("اليمونرتبة".unicodeScalars)),
    ("tis-620", Set("านรอกเงม่้ยลว".unicodeScalars)),
  ]
  private static let russian = Set("оеаинтсрвл".unicodeScalars)

  /// The encoding, if the bytes look like one.
  static func encoding(of bytes: [UInt8]) -> CharacterEncoding? {
    guard let counts = counts(in: bytes) else { return nil }
    let total = counts.reduce(0, +)
    guard total >= fewestLetters else { return nil }
    var best: (encoding: CharacterEncoding, hits: Int)?
    for (label, letters) in languages {
      guard let encoding = CharacterEncoding(label: label), let table = ByteTable(encoding) else {
        continue
      }
      let hits = (0x80...0xFF).reduce(0) { hits, byte in
        let isLetter =
          table.character(UInt8(byte)).map { letters.contains(lowercased($0)) } ?? false
        return isLetter ? hits + counts[byte] : hits
      }
      if hits > best?.hits ?? 0 { best = (encoding, hits) }
    }
    guard let best, best.hits * 2 > total else { return nil }
    return best.encoding
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }

  /// How often each byte beyond ASCII occurs; nil where they make up no words of their own.
  private static func counts(in bytes: [UInt8]) -> [Int]? {
    var counts = [Int](repeating: 0, count: 256)
    var (words, mixedWords, hasASCII, hasOther) = (0, 0, false, false)
    for byte in bytes {
      let isASCIILetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      if isASCIILetter {
        hasASCII = true
      } else if byte >= 0x80 {
        counts[Int(byte)] += 1
        hasOther = true
      } else {
        if hasOther { words += 1 }
        if hasOther, hasASCII { mixedWords += 1 }
        (hasASCII, hasOther) = (false, false)
      }
    }
    let isWords = counts.reduce(0, +) >= words * shortestWord
    return isWords && mixedWords * 10 <= words ? counts : nil
  }
}
