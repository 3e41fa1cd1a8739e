import Foundation

/// The programs of this package, which stand where this one does.
enum Programs {
  /// Starts and ends.
  static let startFloor = path("start-floor")
  /// Reads feeds and HTML with libxml2 alone.
  static let parseFloor = path("parse-floor")
  /// Reads feeds and HTML with Presslog.
  static let timeReading = path("time-reading")
  /// Counts the allocations of both.
  static let countAllocations = path("count-allocations")
  /// Runs another program and says what it took.
  static let runMeasured = path("run-measured")

  private static func path(_ name: String) -> String {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent(name).path
  }
}
