/// A time of day by the clock of its zone.
struct ClockTime {
  let secondsOfDay: Int

  /// Nil where no clock shows it.
  ///
  /// 24:00 is the end of the day (ISO 8601), and 60 a leap second, which Unix time does not have:
  /// it is the first second of the next minute.
  init?(hour: Int, minute: Int, second: Int) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      hour < 24 || minute == 0 && second == 0
    else { return nil }
    secondsOfDay = hour * 3600 + minute * 60 + second
  }
}
