import Foundation

/// The programs of this package, which stand where this one does.
enum Programs {
  /// Starts and ends.
  static let startFloor = path("start-floor")
  /// Reads feeds and HTML with libxml2 alone.
  static let parseFloor = path("parse-floor")
  /// Reads feeds and HTML with Presslog.
  static let timeReading = path("time-reading")
  /// Makes texts, and times how fast names are found in them.
  static let timeMatching = path("time-matching")
  /// Appends lines durably with nothing but system calls.
  static let appendFloor = path("append-floor")
  /// Makes logs, and times what the event log does with them.
  static let timeLog = path("time-log")
  /// Counts the allocations of both.
  static let countAllocations = path("count-allocations")
  /// Runs another program and says what it took.
  static let runMeasured = path("run-measured")

  private static func path(_ name: String) -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name).path
  }
}
