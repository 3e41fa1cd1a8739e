/// Makes spellings of one word alike: small letters, without accents.
///
/// Feeds write `Février`, `FÉVRIER`, `fevrier` and, from a Macintosh, `fe` and a combining accent.
/// No two months of our languages differ in nothing but an accent.
enum LetterFolding {
  /// Letters that become the one before them.
  private static let variants: [(Unicode.Scalar, String)] = [
    ("a", "àáâãäåāăą"), ("c", "çćč"), ("d", "ďđ"), ("e", "èéêëēėęě"), ("g", "ğģ"), ("i", "ìíîïīįı"),
    ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøőō"), ("r", "ŕř"), ("s", "śşšș"),
    ("t", "ţťț"), ("u", "ùúûüūůűų"), ("y", "ýÿ"), ("z", "źżž"),
    ("α", "ά"), ("ε", "έ"), ("η", "ή"), ("ι", "ίϊΐ"), ("ο", "ό"), ("υ", "ύϋΰ"), ("ω", "ώ"),
    ("σ", "ς"),
    ("е", "ѐё"), ("и", "йѝ"), ("і", "ї"), ("у", "ў"),
  ]

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    var result: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in variants {
      for letter in letters.unicodeScalars { result[letter] = base }
    }
    return result
  }()

  static func folded(_ word: some Sequence<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in word { append(scalar, to: &result) }
    return String(result)
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String.UnicodeScalarView) {
    if scalar.isASCII {
      result.append(("A"..."Z").contains(scalar) ? lowercased(scalar) : scalar)
      return
    }
    guard scalar.properties.changesWhenLowercased else {
      if !isAccent(scalar) { result.append(bases[scalar] ?? scalar) }
      return
    }
    for small in scalar.properties.lowercaseMapping.unicodeScalars where !isAccent(small) {
      result.append(bases[small] ?? small)
    }
  }

  private static func lowercased(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: letter.value) | 0x20)
  }

  /// Combining diacritical marks.
  static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}
