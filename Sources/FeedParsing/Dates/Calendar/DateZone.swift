/// The zone of a date: an offset, or the clocks of a part of North America.
enum DateZone: Equatable {
  /// Minutes east of Greenwich.
  case fixed(Int)
  /// `ET` and its like: standard or daylight time, whichever is in force; minutes east of Greenwich
  /// in winter.
  case northAmerican(Int)

  /// The seconds east of Greenwich of an offset in hours and minutes, nil where no place has it.
  ///
  /// None was ever farther from Greenwich than Manila before 1845, which was 15:56.
  static func offset(hours: Int, minutes: Int, isWest: Bool) -> Int? {
    guard hours <= 15, minutes <= 59 else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return isWest ? -seconds : seconds
  }

  /// Seconds east of Greenwich at a time of the zone's own clocks.
  func offset(on day: CalendarDay, at clock: ClockTime) -> Int? {
    switch self {
    case .fixed(let minutes): return minutes * 60
    case .northAmerican(let minutes):
      guard let isDaylightTime = NorthAmericanTime.isDaylightTime(on: day, at: clock) else {
        return nil
      }
      return (minutes + (isDaylightTime ? 60 : 0)) * 60
    }
  }
}
