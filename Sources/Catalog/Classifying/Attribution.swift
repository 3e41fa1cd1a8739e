/// Tells whether somebody for a partner is quoted where its name stands.
///
/// English news has few forms of it, and only these count: `"...", said X, chief executive of
/// NAME`, `NAME's director said: "..."` and `X, director of NAME, said: "..."`. A name within a
/// quotation, or in a clause of its own ("who visited NAME"), is only mentioned, and so is
/// everything that is in doubt.
struct Attribution {
  /// How far from a name its sentence is read, in bytes.
  private static let reach = 240

  private let text: [UInt8]
  private let marks: QuotationMarks

  /// Prepares to look at the names in a text.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  init(in text: [UInt8]) {
    self.text = text
    marks = QuotationMarks(in: text)
  }

  /// Whether somebody for the partner whose name stands at a range is quoted there.
  ///
  /// - Complexity: Logarithmic in the number of quotation marks: only the bytes around the name
  ///   are read.
  func isQuoted(_ name: Range<Int>) -> Bool {
    guard marks.isNear(name, reach: Self.reach), !marks.isQuoted(name.lowerBound) else {
      return false
    }
    let sentence = Sentence(around: name, in: text, reach: Self.reach)
    guard sentence.touchesQuotation else { return false }
    return Self.speaksAfter(sentence) || Self.speaksBefore(sentence)
  }

  /// `NAME's director said`, `X, director of NAME, said`: the verb comes after the name.
  private static func speaksAfter(_ sentence: Sentence) -> Bool {
    let clause = sentence.clauseBefore
    let nearest = clause.first { $0 != "the" } ?? ""
    // "X, who leads the team at NAME, said" is X of NAME.
    let leads = clause.contains("who") && clause.contains(where: SpeechWords.leads.contains)
    guard leads || !clause.contains(where: SpeechWords.breaks.contains),
      !SpeechWords.otherPrepositions.contains(nearest)
    else { return false }
    // "NAME and" somebody else may speak for himself; "chair of NAME and dean of" goes on.
    var mayBeAnother = !SpeechWords.rolePrepositions.contains(nearest)
    for token in sentence.after {
      switch token {
      case .quotation: return false
      case .pause: break
      case .word(let word):
        if SpeechWords.verbs.contains(word) {
          return SpeechWords.plainVerbs.contains(word) || sentence.breaksOff(after: word)
        }
        if SpeechWords.breaks.contains(word) { return false }
        if mayBeAnother, SpeechWords.conjunctions.contains(word) { return false }
        mayBeAnother = false
      }
    }
    return false
  }

  /// `"...", said X, chief executive of NAME`: a verb after a quotation, then the name.
  private static func speaksBefore(_ sentence: Sentence) -> Bool {
    var isDirectObject = true
    for (index, token) in sentence.before.enumerated() {
      switch token {
      case .quotation: return false
      case .pause: isDirectObject = false
      case .word(let word):
        if SpeechWords.leads.contains(word), index + 1 < sentence.before.count,
          sentence.before[index + 1] == .word("who")
        {
          continue
        }
        if word == "who", index > 0, case .word(let verb) = sentence.before[index - 1],
          SpeechWords.leads.contains(verb)
        {
          continue
        }
        if SpeechWords.verbs.contains(word) {
          let previous = index + 1
          return !(isDirectObject && index == 1) && previous < sentence.before.count
            && sentence.before[previous] == .quotation
        }
        if SpeechWords.breaks.contains(word) { return false }
        if !SpeechWords.otherPrepositions.union(SpeechWords.rolePrepositions).contains(word) {
          isDirectObject = false
        }
      }
    }
    return false
  }
}

/// The words by which attributions are known.
enum SpeechWords {
  /// Verbs of saying.
  static let verbs: Set<String> = [
    "said", "says", "added", "adds", "commented", "comments", "explained", "explains", "stated",
    "continued", "concluded",
  ]

  /// Verbs that mean nothing but saying, so that what follows them does not matter.
  static let plainVerbs: Set<String> = ["said", "says"]

  /// Words of clauses in which a name is not the speaker's.
  static let breaks: Set<String> = [
    "who", "whom", "whose", "which", "that", "when", "where", "while", "after", "before", "as",
    "about", "during", "because", "if", "than", "like", "unlike", "against", "has", "have", "had",
    "is", "are", "was", "were", "will", "would", "can", "could", "speaking", "visiting",
  ]

  /// What somebody does "who leads" a body.
  static let leads: Set<String> = ["leads", "heads", "chairs", "runs", "directs", "founded"]

  /// What stands between a role and the body that somebody has it in.
  static let rolePrepositions: Set<String> = ["of", "at", "for", "from"]

  /// Prepositions that make a name something else than the speaker's.
  static let otherPrepositions: Set<String> = [
    "by", "with", "to", "in", "on", "into", "over", "near", "outside", "about",
  ]

  /// Words after a name that bring somebody else in.
  static let conjunctions: Set<String> = ["and", "or", "but", "to", "by", "for", "in"]
}
