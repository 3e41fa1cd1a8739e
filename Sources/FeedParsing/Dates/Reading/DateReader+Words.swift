extension DateReader {
  mutating func read(_ word: DateWord) -> Bool {
    if readLetterOfISO(word) { return true }
    draft.hasWords = true
    if draft.clock != nil, readAfterClock(word) { return true }
    if readMonth(word) { return true }
    if isWithoutMeaning(word) || readHalfBeforeClock(word) || isMisspeltWeekday(word) {
      index += 1
      return true
    }
    return false
  }

  /// Takes the `T` before a time, the `Z` behind it, and the `W` of a week.
  private mutating func readLetterOfISO(_ word: DateWord) -> Bool {
    switch word.letter {
    case "t":
      guard draft.isComplete, draft.clock == nil else { return false }
      expectsClock = true
      index += 1
      return true
    case "z":
      guard draft.zone == nil, draft.clock != nil || draft.isComplete else { return false }
      draft.zone = .fixed(0)
      index += 1
      return true
    case "w": return readWeek()
    default: return false
    }
  }

  /// `2024-W03-6` and `2024W036`.
  private mutating func readWeek() -> Bool {
    guard draft.week == nil, draft.parts.count == 1, draft.parts[0].digits == 4,
      let number = number(at: index + 1, adjoining: true)
    else { return false }
    if number.digits == 3 {
      draft.week = (number.value / 10, number.value % 10)
      index += 2
      return true
    }
    guard number.digits == 2 else { return false }
    index += 2
    draft.week = (number.value, 1)
    if let weekday = self.number(after: "-", at: index), weekday.digits == 1 {
      draft.week = (number.value, weekday.value)
      index += 2
    }
    return true
  }

  /// Takes what only stands behind a time: the half of the day, the zone, the word for hours.
  private mutating func readAfterClock(_ word: DateWord) -> Bool {
    if readHalf(word) {
      isBeforeOffset = true
      return true
    }
    let isUnit = word.roles.contains(.hour) && !(word.letter != nil && word.isCapitals)
    if isUnit, draft.zone == nil {
      isBeforeOffset = true
      index += 1
      return true
    }
    return readZone(word)
  }

  private mutating func readMonth(_ word: DateWord) -> Bool {
    // Behind a whole date `mar` is a Tuesday.
    guard let month = word.month, !(word.mayBeWeekday && draft.isComplete) else { return false }
    if draft.month != nil, !draft.monthMayBeWeekday {
      guard word.mayBeWeekday else { return false }
    } else {
      draft.month = month
      draft.monthMayBeWeekday =
        draft.parts.isEmpty && (word.mayBeWeekday || isInPlaceOfWeekday(word))
    }
    index += 1
    return true
  }

  private mutating func isWithoutMeaning(_ word: DateWord) -> Bool {
    if word.roles.contains(.weekday) {
      draft.hasWeekday = draft.hasWeekday || !word.roles.contains(.particle)
      return !mayBeZoneAsWell(word)
    }
    // German and Welsh have an `am` that means on or at, and capitals are what programs write.
    if word.half != nil, word.isCapitals { return false }
    if word.roles.contains(.clockCue), draft.clock == nil {
      expectsClock = true
      return true
    }
    // What stands behind an offset cannot change it: `+0100 Europe/London`.
    return word.roles.contains(.particle) || draft.hasOffset
  }

  /// Behind a time `pt` may be a Polish Friday or Pacific Time, and nothing tells which.
  private func mayBeZoneAsWell(_ word: DateWord) -> Bool {
    guard let zone = word.zone, zone != .fixed(0), word.isASCII else { return false }
    return draft.clock != nil && draft.zone == nil
  }

  /// Korean and Chinese have it before the time: `오후 3:04`, `下午3:04`.
  private mutating func readHalfBeforeClock(_ word: DateWord) -> Bool {
    guard let half = word.half, draft.clock == nil, draft.half == nil,
      number(at: index + 1, adjoining: false) != nil
    else { return false }
    draft.half = half
    return true
  }

  /// `Wendesday`, or any three letters and a comma, where RFC 822 has the weekday.
  ///
  /// A longer word could be the one on which everything depends: `Until, …`.
  private func isMisspeltWeekday(_ word: DateWord) -> Bool {
    index == 0 && word.roles.contains(.dayEnding) || isInPlaceOfWeekday(word)
  }

  private func isInPlaceOfWeekday(_ word: DateWord) -> Bool {
    index == 0 && word.letterCount <= 3 && isMark(",", at: 1)
  }
}
