/// The parts of a date, from which its instant is counted.
struct DateFields {
  let day: CalendarDay
  let clock: ClockTime
  /// Seconds east of Greenwich.
  let offset: Int

  /// From 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  private static let writable: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Nil where the zone carries the first or the last day out of the years that RFC 3339 can write.
  var secondsSince1970: Int64? {
    let instant = Int64(day.daysSince1970 * 86_400 + clock.secondsOfDay - offset)
    return Self.writable.contains(instant) ? instant : nil
  }
}
