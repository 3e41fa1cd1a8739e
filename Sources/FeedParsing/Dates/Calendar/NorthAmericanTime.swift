/// When the clocks of the United States and Canada are put forward.
///
/// Press releases there say `9:00 a.m. ET`, in summer and in winter. Since 2007 daylight time lasts
/// from the second Sunday of March to the first Sunday of November (Energy Policy Act of 2005),
/// from 1987 to 2006 it lasted from the first Sunday of April to the last Sunday of October; it
/// begins and ends at two in the morning.
enum NorthAmericanTime {
  /// Nil before 1987, and in the hours that clocks skip or show twice.
  static func isDaylightTime(on day: CalendarDay, at clock: ClockTime) -> Bool? {
    guard day.year >= 1987 else { return nil }
    let isNewRule = day.year >= 2007
    let first = CalendarDay.sunday(
      onOrAfter: isNewRule ? 8 : 1, month: isNewRule ? 3 : 4, year: day.year)
    let last = CalendarDay.sunday(
      onOrAfter: isNewRule ? 1 : 25, month: isNewRule ? 11 : 10, year: day.year)
    let now = day.daysSince1970 * 86_400 + clock.secondsOfDay
    let begin = first * 86_400 + 2 * 3600
    let end = last * 86_400 + 2 * 3600
    let isSkipped = now >= begin && now < begin + 3600
    let isShownTwice = now >= end - 3600 && now < end
    guard !isSkipped, !isShownTwice else { return nil }
    return now >= begin && now < end
  }
}
