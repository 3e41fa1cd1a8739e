extension DateReader {
  /// Takes a zone's name behind a time.
  ///
  /// A name that is also a month or a weekday somewhere has to be in capitals: `PT` is Pacific
  /// Time, `pt` a Polish Friday. So has a name that is unknown, which is UTC (RFC 5322, section
  /// 4.3), and a single letter but `z`.
  mutating func readZone(_ word: DateWord) -> Bool {
    guard let zone = zone(word), draft.zone == nil || draft.zone == zone else { return false }
    draft.zone = zone
    isBeforeOffset = word.isUniversalTime
    index += 1
    return true
  }

  private func zone(_ word: DateWord) -> DateZone? {
    if let letter = word.letter { return word.isCapitals ? ZoneNames.military(letter) : nil }
    let mayBeOther = word.isName || word.roles.contains(.particle)
    if let zone = word.zone { return word.isCapitals || !mayBeOther ? zone : nil }
    let isUnknownName = word.isCapitals && (3...5).contains(word.letterCount) && !mayBeOther
    return isUnknownName ? .fixed(0) : nil
  }

  /// Takes `+0100` and its like, behind a time, a name for Greenwich or the whole of a date.
  mutating func readOffset(isBeforeOffset: Bool) -> Bool {
    guard !draft.hasOffset else { return false }
    let isAllowed =
      draft.clock == nil
      ? draft.isComplete && draft.isYearFirst && isOffsetOfDate
      : isBeforeOffset || draft.isComplete
    guard isAllowed, let offset = offset() else { return false }
    let zone = DateZone.fixed(offset.seconds / 60)
    // `GMT+1` is no longer Greenwich, but `EST+1` contradicts itself.
    guard draft.zone == nil || draft.zone == zone || isBeforeOffset else { return false }
    draft.zone = zone
    draft.hasOffset = true
    index = offset.end
    return true
  }

  /// A date alone may have an offset (XML Schema), which needs its colon to be no time.
  private var isOffsetOfDate: Bool {
    !tokens[index].followsSpace && number(at: index + 1, adjoining: true)?.digits == 2
      && (isMark("+", at: index) || number(after: ":", at: index + 2) != nil)
  }

  /// `+1`, `+01`, `+0100`, `+1:00` and `+01:00`; a blank after the sign only before four digits.
  private func offset() -> (seconds: Int, end: Int)? {
    let isWest = isMark("-", at: index)
    guard let number = number(at: index + 1, adjoining: false) else { return nil }
    guard number.digits == 4 || self.number(at: index + 1, adjoining: true) != nil else {
      return nil
    }
    var (hours, minutes, end) = (number.value, 0, index + 2)
    if number.digits > 2 {
      guard number.digits <= 4 else { return nil }
      (hours, minutes) = (number.value / 100, number.value % 100)
    } else if isMark(":", at: end) {
      guard let second = self.number(after: ":", at: end), second.digits == 2 else { return nil }
      (minutes, end) = (second.value, end + 2)
    }
    return DateZone.offset(hours: hours, minutes: minutes, isWest: isWest).map { ($0, end) }
  }

  /// The zone that the pieces are, where they are nothing else.
  mutating func wholeZone() -> DateZone? {
    isBeforeOffset = true
    draft.clock = ClockHands(hour: 0)
    if let word = word(at: 0) {
      guard word.zone != nil, readZone(word) else { return nil }
    }
    if index < tokens.count {
      guard isMark("+", at: index) || isMark("-", at: index), readOffset(isBeforeOffset: true)
      else {
        return nil
      }
    }
    return index == tokens.count ? draft.zone : nil
  }
}
