/// All words of dates in all languages, by their folded spelling.
///
/// A word that means different months in two of the tables is read as none. A word that is both a
/// month and a weekday counts as the month unless another month is named.
enum DateVocabulary {
  /// The longest run of East Asian characters that is one word: `일요일`, `星期六`.
  static let longestRun = 3

  /// What a word may mean, told without a string where it is a name in English.
  static func word(_ text: Span<UInt8>, in range: Range<Int>) -> DateWord {
    if var name = EnglishNames.word(text, in: range) {
      name.letterCount = range.count
      return name
    }
    let letters = DateCharacter.scalars(text, in: range)
    let folded = LetterFolding.folded(letters)
    var word = word(folded) ?? DateWord()
    word.letterCount = letters.count
    word.letter = letters.count == 1 ? folded.unicodeScalars.first : nil
    word.isASCII = letters.allSatisfy(\.isASCII)
    word.isCapitals = letters.allSatisfy { ("A"..."Z").contains($0) }
    if EnglishNames.endsLikeWeekday(text, in: range) { word.roles.insert(.dayEnding) }
    return word
  }

  /// What a folded spelling means in any language, nil where it is in no table.
  static func word(_ folded: String) -> DateWord? {
    words[folded]
  }

  private static let words: [String: DateWord] = {
    var builder = Builder()
    for language in DateLanguage.all { builder.add(language) }
    for (name, zone) in ZoneNames.all { builder.add(DateWord(zone: zone), spelt: name) }
    return builder.words
  }()

  /// Collects the tables.
  private struct Builder {
    var words: [String: DateWord] = [:]

    init() {
      words.reserveCapacity(2048)
    }

    mutating func add(_ language: DateLanguage) {
      for (index, spellings) in language.months.enumerated() {
        add(DateWord(month: index + 1), spelt: spellings)
      }
      add(DateWord(half: .morning), spelt: language.morning)
      add(DateWord(half: .afternoon), spelt: language.afternoon)
      add(DateWord(half: .noon), spelt: language.noon)
      add(.weekday, spelt: language.weekdays)
      add(.particle, spelt: language.particles)
      add(.clockCue, spelt: language.clockCues)
      add(.hour, spelt: language.hours)
      add(.minute, spelt: language.minutes)
      add(.second, spelt: language.seconds)
      add(.ordinalEnding, spelt: language.ordinals)
      add(.year, spelt: language.yearUnit)
      add(.month, spelt: language.monthUnit)
      add(.day, spelt: language.dayUnit)
    }

    mutating func add(_ role: DateWord.Roles, spelt spellings: String) {
      add(DateWord(roles: role), spelt: spellings)
    }

    mutating func add(_ word: DateWord, spelt spellings: String) {
      for spelling in spellings.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        words[LetterFolding.folded(spelling), default: DateWord()].merge(word)
      }
    }
  }
}
