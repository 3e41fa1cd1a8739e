extension DateDraft {
  /// The instant that was written, nil where it was none, or several.
  var secondsSince1970: Int64? {
    if let seconds = unixTime { return seconds }
    guard let day, let zone = zoneOrUniversalTime, !isPartHidden else { return nil }
    guard let hands = clock ?? compactClock ?? (half == nil ? ClockHands(hour: 0) : nil),
      let time = hands.time(in: half), let offset = zone.offset(on: day, at: time)
    else { return nil }
    return DateFields(day: day, clock: time, offset: offset).secondsSince1970
  }

  private var unixTime: Int64? {
    guard parts.count == 1, clock == nil, zone == nil, !hasWords else { return nil }
    return UnixTime.seconds(parts[0].number)
  }

  /// Without a zone it is UTC; but a zone that cannot be read is not none.
  private var zoneOrUniversalTime: DateZone? {
    if let zone { return zone }
    switch comment {
    case .zone(let zone): return zone
    case .unknownZone: return nil
    case .hiddenPart, .other, nil: return .fixed(0)
    }
  }

  private var isPartHidden: Bool {
    guard clock == nil, case .hiddenPart = comment else { return false }
    return true
  }

  /// The time in `20240120093000`.
  private var compactClock: ClockHands? {
    guard parts.count == 1 else { return nil }
    let (value, digits) = (parts[0].value, parts[0].digits)
    switch digits {
    case 12: return ClockHands(compact: DateNumber(value: value % 10_000, digits: 4))
    case 14: return ClockHands(compact: DateNumber(value: value % 1_000_000, digits: 6))
    default: return nil
    }
  }

  private var day: CalendarDay? {
    if let week {
      guard parts.count == 1, month == nil, labelled.isEmpty else { return nil }
      return CalendarDay(year: parts[0].value, week: week.number, weekday: week.weekday)
    }
    if !labelled.isEmpty { return labelledDay }
    if let month, !monthIsWeekday { return day(inMonth: month) }
    switch parts.count {
    case 1: return dayOfOneNumber
    case 2: return dayOfTwoNumbers
    case 3: return dayOfThreeNumbers
    default: return nil
    }
  }

  private var labelledDay: CalendarDay? {
    guard parts.isEmpty, month == nil, let year = labelled.year, let month = labelled.month,
      labelled.day != nil || clock == nil
    else { return nil }
    return CalendarDay(year: year, month: month, day: labelled.day ?? 1)
  }

  /// With the month in letters: day and year in either order, the day first where both have two
  /// digits.
  private func day(inMonth month: Int) -> CalendarDay? {
    guard let first = parts.first else { return nil }
    guard parts.count == 2 else {
      let isMonthAlone = parts.count == 1 && first.digits == 4 && clock == nil && !hasWeekday
      return isMonthAlone ? first.year.flatMap { CalendarDay(year: $0, month: month, day: 1) } : nil
    }
    let second = parts[1]
    let yearIsFirst = first.digits > 2 || first.value > 31
    let (year, day) = yearIsFirst ? (first, second) : (second, first)
    guard day.digits <= 2, let year = year.year else { return nil }
    return CalendarDay(year: year, month: month, day: day.value)
  }

  /// `2024`, and the basic forms of ISO 8601.
  private var dayOfOneNumber: CalendarDay? {
    let number = parts[0]
    switch number.digits {
    case 4:
      guard clock == nil, !hasWords, let year = number.year else { return nil }
      return CalendarDay(year: year, month: 1, day: 1)
    case 7: return CalendarDay(year: number.value / 1000, dayOfYear: number.value % 1000)
    case 8: return Self.compactDay(number.value)
    case 12: return clock == nil ? Self.compactDay(number.value / 10_000) : nil
    case 14: return clock == nil ? Self.compactDay(number.value / 1_000_000) : nil
    default: return nil
    }
  }

  private static func compactDay(_ value: Int) -> CalendarDay? {
    CalendarDay(year: value / 10_000, month: value / 100 % 100, day: value % 100)
  }

  /// `2024-01` and `2024-020`.
  private var dayOfTwoNumbers: CalendarDay? {
    let (year, second) = (parts[0], parts[1])
    guard year.digits == 4, let mark = second.mark else { return nil }
    if second.digits == 3 {
      return mark == UInt8(ascii: "-")
        ? CalendarDay(year: year.value, dayOfYear: second.value) : nil
    }
    guard second.digits <= 2, clock == nil, !hasWords, DatePart.isSeparator(mark) else {
      return nil
    }
    return CalendarDay(year: year.value, month: second.value, day: 1)
  }

  private var dayOfThreeNumbers: CalendarDay? {
    let (first, second, third) = (parts[0], parts[1], parts[2])
    guard second.digits <= 2, second.mark == third.mark else { return nil }
    guard let mark = third.mark else {
      return first.digits == 4 ? yearFirst(first.value) : nil
    }
    guard DatePart.isSeparator(mark) else { return nil }
    switch (first.digits, third.digits) {
    case (4, 1...2): return yearFirst(first.value)
    case (1...2, 4): return third.year.flatMap(yearLast)
    case (1...2, 2): return dayWithShortYear(mark)
    default: return nil
    }
  }

  private func yearFirst(_ year: Int) -> CalendarDay? {
    guard parts[2].digits <= 2 else { return nil }
    return CalendarDay(year: year, month: parts[1].value, day: parts[2].value)
  }

  /// The day first, as nearly everywhere; the month first, as in America, where nothing else is a
  /// date.
  private func yearLast(_ year: Int) -> CalendarDay? {
    CalendarDay(year: year, month: parts[1].value, day: parts[0].value)
      ?? CalendarDay(year: year, month: parts[0].value, day: parts[1].value)
  }

  /// `20/01/24`, which has the year last.
  ///
  /// With hyphens it may be first, as in ISO 8601 of 1988, so that a date which can be read both
  /// ways is not read.
  private func dayWithShortYear(_ mark: UInt8) -> CalendarDay? {
    let last = parts[2].year.flatMap(yearLast)
    let first = parts[0].digits == 2 ? parts[0].year.flatMap(yearFirst) : nil
    guard mark == UInt8(ascii: "-"), let last, let first else { return last ?? first }
    return last.daysSince1970 == first.daysSince1970 ? last : nil
  }
}
