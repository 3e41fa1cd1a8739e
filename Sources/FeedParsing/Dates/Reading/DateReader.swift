/// Reads a date from its pieces, whatever their order.
///
/// The pieces are told by their shape rather than their place: a number before a colon is an hour,
/// a word that is a month is the month, and numbers that are left over are day, month and year. A
/// piece that is none of these ends the reading with nothing, and so does one that comes twice.
struct DateReader {
  let tokens: [DateToken]
  var index = 0
  var draft = DateDraft()
  /// The mark since the last number.
  var mark: UInt8?
  /// A word said that a time comes next.
  var expectsClock = false
  /// The last piece was a time or a name for Greenwich, so that a sign begins an offset.
  var isBeforeOffset = false

  init(_ tokens: [DateToken]) {
    self.tokens = tokens
  }

  /// Nil where the pieces are no date.
  mutating func secondsSince1970() -> Int64? {
    while index < tokens.count {
      guard readNext() else { return nil }
    }
    return draft.secondsSince1970
  }

  private mutating func readNext() -> Bool {
    let wasBeforeOffset = isBeforeOffset
    isBeforeOffset = false
    switch tokens[index].kind {
    case .number(let number): return readLabelled(number) || readClock(number) || readPart(number)
    case .word(let word): return read(word)
    case .mark(let mark): return read(mark, isBeforeOffset: wasBeforeOffset)
    case .comment(let comment):
      draft.comment = comment
      isBeforeOffset = wasBeforeOffset
      index += 1
      return true
    }
  }

  // MARK: - What comes next

  func number(at index: Int, adjoining: Bool) -> DateNumber? {
    guard index < tokens.count, case .number(let number) = tokens[index].kind,
      !adjoining || !tokens[index].followsSpace
    else { return nil }
    return number
  }

  func word(at index: Int) -> DateWord? {
    guard index < tokens.count, case .word(let word) = tokens[index].kind else { return nil }
    return word
  }

  func isMark(_ mark: Unicode.Scalar, at index: Int) -> Bool {
    guard index < tokens.count, case .mark(let found) = tokens[index].kind else { return false }
    return UInt32(found) == mark.value
  }

  /// A mark and a number right behind it, without blanks.
  func number(after mark: Unicode.Scalar, at index: Int) -> DateNumber? {
    guard isMark(mark, at: index), !tokens[index].followsSpace else { return nil }
    return number(at: index + 1, adjoining: true)
  }

  /// Something follows that is no comment.
  private var isFollowedByPiece: Bool {
    guard index + 1 < tokens.count else { return false }
    if case .comment = tokens[index + 1].kind { return false }
    return true
  }

  // MARK: - Numbers

  /// Takes a number and the unit behind it.
  private mutating func readLabelled(_ number: DateNumber) -> Bool {
    guard let roles = word(at: index + 1)?.roles else { return false }
    if roles.contains(.year), draft.labelled.year == nil, number.digits == 4 {
      draft.labelled.year = number.value
    } else if roles.contains(.month), draft.labelled.month == nil, number.digits <= 2 {
      draft.labelled.month = number.value
    } else if roles.contains(.day), draft.labelled.day == nil, number.digits <= 2 {
      draft.labelled.day = number.value
    } else {
      return false
    }
    index += 2
    return true
  }

  /// Takes a number that is day, month or year, and the `st` of `1st`.
  private mutating func readPart(_ number: DateNumber) -> Bool {
    guard !draft.isComplete, number.digits <= 14 else { return false }
    draft.parts.append(DatePart(number: number, mark: mark))
    mark = nil
    index += 1
    if number.digits == 10 { skipFraction() }
    if number.digits <= 2, index < tokens.count, !tokens[index].followsSpace,
      word(at: index)?.roles.contains(.ordinalEnding) ?? false
    {
      index += 1
    }
    return true
  }

  // MARK: - Marks

  private mutating func read(_ mark: UInt8, isBeforeOffset: Bool) -> Bool {
    switch mark {
    case UInt8(ascii: "+"): return readOffset(isBeforeOffset: isBeforeOffset)
    case UInt8(ascii: "-"):
      if readOffset(isBeforeOffset: isBeforeOffset) { return true }
      // Before the date it would be the sign of a year, behind it that of an offset which is lost.
      guard index > 0, isFollowedByPiece else { return false }
    case UInt8(ascii: ":"):
      // The log of a web server has `20/Jan/2024:09:00:00 +0000`.
      guard draft.isComplete, draft.clock == nil else { return false }
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ";"),
      UInt8(ascii: "'"), UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "_"):
      break
    default: return false
    }
    self.mark = mark
    index += 1
    return true
  }
}
