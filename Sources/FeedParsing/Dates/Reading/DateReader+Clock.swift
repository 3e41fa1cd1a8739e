extension DateReader {
  /// Takes a time, in any of the ways to write one.
  mutating func readClock(_ number: DateNumber) -> Bool {
    guard draft.clock == nil else { return false }
    let start = index
    guard
      let hands = colonClock(number) ?? unitClock(number) ?? pointClock(number)
        ?? compactClock(number) ?? hourAlone(number)
    else {
      index = start
      return false
    }
    draft.clock = hands
    expectsClock = false
    isBeforeOffset = true
    mark = nil
    return true
  }

  /// `9:00`, `09:00:00`, `09:00:00.123`, and `09:00:00:123`, as SQL Server has it.
  private mutating func colonClock(_ hour: DateNumber) -> ClockHands? {
    guard hour.digits <= 2, let minute = number(after: ":", at: index + 1), minute.digits <= 2
    else {
      return nil
    }
    index += 3
    var hands = ClockHands(hour: hour.value, minute: minute.value)
    guard let second = number(after: ":", at: index), second.digits <= 2 else { return hands }
    hands.second = second.value
    index += 2
    if let fraction = number(after: ":", at: index), fraction.digits == 3 { index += 2 }
    skipFraction()
    return hands
  }

  mutating func skipFraction() {
    if number(after: ".", at: index) != nil || number(after: ",", at: index) != nil { index += 2 }
  }

  /// `9h30`, `9 Uhr`, `15時04分05秒`, `0930 hrs`.
  ///
  /// Minutes have to adjoin a word that adjoins its hour, so that `9h 20 janvier` keeps its day.
  private mutating func unitClock(_ hour: DateNumber) -> ClockHands? {
    guard let unit = word(at: index + 1), unit.roles.contains(.hour) else { return nil }
    if hour.digits == 4 {
      index += 2
      return ClockHands(compact: hour)
    }
    guard hour.digits <= 2 else { return nil }
    let adjoins = !tokens[index + 1].followsSpace
    index += 2
    var hands = ClockHands(hour: hour.value)
    guard let minute = number(at: index, adjoining: false),
      word(at: index + 1)?.roles.contains(.minute) ?? false
        || minute.digits == 2 && !(adjoins && tokens[index].followsSpace)
    else { return hands }
    hands.minute = minute.value
    index += 1
    guard word(at: index)?.roles.contains(.minute) ?? false else { return hands }
    index += 1
    guard let second = number(at: index, adjoining: false),
      word(at: index + 1)?.roles.contains(.second) ?? false
    else { return hands }
    hands.second = second.value
    index += 2
    return hands
  }

  /// `9.30`, behind the date or where a word says that it is a time.
  private mutating func pointClock(_ hour: DateNumber) -> ClockHands? {
    guard hour.digits <= 2, let minute = number(after: ".", at: index + 1), minute.digits == 2
    else {
      return nil
    }
    guard draft.isComplete || expectsClock || isOutsideDate && isFollowedByHalfOrUnit(index + 3)
    else { return nil }
    index += 3
    var hands = ClockHands(hour: hour.value, minute: minute.value)
    guard let second = number(after: ".", at: index), second.digits == 2 else { return hands }
    hands.second = second.value
    index += 2
    return hands
  }

  /// `0930` and `093000`, behind the date.
  private mutating func compactClock(_ number: DateNumber) -> ClockHands? {
    guard draft.isComplete, draft.hasFullYear,
      let hands = ClockHands(compact: number)
    else { return nil }
    index += 1
    skipFraction()
    return hands
  }

  /// `9am`, and `T09`, which ISO 8601 allows.
  private mutating func hourAlone(_ hour: DateNumber) -> ClockHands? {
    guard hour.digits <= 2 else { return nil }
    let isISO = draft.isComplete && draft.isYearFirst && hour.digits == 2
    guard expectsClock || isISO || isOutsideDate && isFollowedByHalfOrUnit(index + 1) else {
      return nil
    }
    index += 1
    return ClockHands(hour: hour.value)
  }

  /// In `2024-01-20 오후 3:04` the 20 is no hour, whatever comes next.
  private var isOutsideDate: Bool {
    draft.isComplete || !(mark.map(DatePart.isSeparator) ?? false)
  }

  private func isFollowedByHalfOrUnit(_ index: Int) -> Bool {
    guard let word = word(at: index) else { return false }
    return word.half != nil || word.roles.contains(.hour) || endOfDottedHalf(from: index) != nil
  }

  // MARK: - AM and PM

  /// Takes `AM`, `p.m.`, `μ.μ.` or `noon` behind a time.
  mutating func readHalf(_ word: DateWord) -> Bool {
    guard draft.half == nil else { return false }
    if let half = word.half {
      draft.half = half
      index += 1
      return true
    }
    guard let end = endOfDottedHalf(from: index) else { return false }
    draft.half = word.letter == "a" || word.letter == "π" ? .morning : .afternoon
    index = end
    return true
  }

  /// Where `a.m.` or `p. m.` ends, nil where there is none.
  private func endOfDottedHalf(from start: Int) -> Int? {
    guard let first = word(at: start)?.letter else { return nil }
    let next = isMark(".", at: start + 1) ? start + 2 : start + 1
    guard let second = word(at: next)?.letter else { return nil }
    switch (first, second) {
    case ("a", "m"), ("p", "m"), ("π", "μ"), ("μ", "μ"): return next + 1
    default: return nil
    }
  }
}
