/// A time as it was read, before the half of the day is known.
struct ClockHands {
  var hour: Int
  var minute = 0
  var second = 0

  /// Four or six digits: `0930`, `093000`.
  init?(compact number: DateNumber) {
    switch number.digits {
    case 4: self.init(hour: number.value / 100, minute: number.value % 100)
    case 6:
      self.init(
        hour: number.value / 10_000, minute: number.value / 100 % 100, second: number.value % 100)
    default: return nil
    }
  }

  init(hour: Int, minute: Int = 0, second: Int = 0) {
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Nil where the two contradict each other, as in `15:00 AM`; `15:00 PM` and `0:15 PM` do not.
  func time(in half: DateWord.HalfOfDay?) -> ClockTime? {
    switch half {
    case nil: return ClockTime(hour: hour, minute: minute, second: second)
    case .morning:
      guard hour <= 12 else { return nil }
      return ClockTime(hour: hour % 12, minute: minute, second: second)
    case .afternoon:
      guard hour < 24 else { return nil }
      return ClockTime(hour: hour % 12 + 12, minute: minute, second: second)
    case .noon: return hour == 12 ? ClockTime(hour: 12, minute: minute, second: second) : nil
    }
  }
}
