import ArgumentParser
import JSONBytes

/// A day or an instant, as a person writes it: `2024-01-20` or `2024-01-20T09:00:00Z`.
struct DateArgument: ExpressibleByArgument {
  let time: Timestamp
  /// Whether it is a day, all of which is meant.
  let isDay: Bool

  init?(argument: String) {
    guard let time = Timestamp(argument) else { return nil }
    self.time = time
    isDay = argument.utf8.count == 10
  }

  /// The first instant after what is meant.
  var end: Timestamp { isDay ? Timestamp(milliseconds: time.milliseconds + 86_400_000) : time }
}
