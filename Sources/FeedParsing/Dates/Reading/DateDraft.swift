/// What a reader has found of a date so far.
struct DateDraft {
  /// The numbers that may be day, month and year, in their order.
  var parts: [DatePart] = []
  var month: Int?
  /// The month stands before all numbers, and its name may be a weekday's, as `mar` may.
  var monthMayBeWeekday = false
  /// Numbers with their unit behind them, as in East Asia.
  var labelled = LabelledDate()
  /// Of a week date; the day is 1 for Monday.
  var week: (number: Int, weekday: Int)?
  var clock: ClockHands?
  var half: DateWord.HalfOfDay?
  var zone: DateZone?
  /// The zone was given as an offset, so that a name behind it says nothing new.
  var hasOffset = false
  var comment: DateComment?
  var hasWeekday = false
  /// There were words other than the `T` and `Z` of ISO 8601.
  var hasWords = false

  /// The numbers of `2024年1月20日`.
  struct LabelledDate {
    var year: Int?
    var month: Int?
    var day: Int?

    var isEmpty: Bool { year == nil && month == nil && day == nil }
  }

  /// Day, month and year are there, so that the next number is none of them.
  var isComplete: Bool {
    if week != nil || labelled.day != nil { return true }
    if month != nil, !monthMayBeWeekday { return parts.count >= 2 }
    let hasMonth = month != nil && !monthIsWeekday
    switch parts.count {
    case 0: return false
    case 1: return parts[0].digits >= 7
    case 2: return parts[1].digits == 3 || hasMonth && hasFullYear
    default: return true
    }
  }

  /// What may be a month or a weekday is a weekday: `mar 20/01/2024` and `mar 2024-01-20`.
  var monthIsWeekday: Bool {
    guard monthMayBeWeekday, parts.count >= 2 else { return false }
    let isNumeric = parts[1].mark.map(DatePart.isSeparator) ?? false
    return parts.count >= 3 || isNumeric && isFullYear(parts[0])
  }

  /// The date is one of ISO 8601, which has the year first.
  var isYearFirst: Bool { parts.first.map(isFullYear) ?? false }

  /// The year is beyond doubt, so that four more digits can be a time.
  var hasFullYear: Bool { labelled.year != nil || parts.contains(where: isFullYear) }

  private func isFullYear(_ part: DatePart) -> Bool { part.digits == 4 || part.digits >= 7 }
}
