/// A piece of a date's text.
struct DateToken {
  enum Kind {
    case number(DateNumber)
    case word(DateWord)
    /// A punctuation mark of ASCII; typographic ones have become theirs.
    case mark(UInt8)
    case comment(DateComment)
  }

  let kind: Kind
  /// A blank or a comment stands before it.
  let followsSpace: Bool
}

/// A run of digits.
struct DateNumber {
  let value: Int
  let digits: Int
}
