import Foundation

/// How many seeds the property tests try.
enum TestRounds {
  /// What `PRESSLOG_TEST_ROUNDS` multiplies all counts by: 1 for every day, 100 for a long search.
  private static let factor =
    ProcessInfo.processInfo.environment["PRESSLOG_TEST_ROUNDS"].flatMap { Int($0) } ?? 1

  /// Seeds for a test that tries so many on an ordinary day.
  static func seeds(_ count: Int) -> Range<Int> { 0..<(count * max(factor, 1)) }
}
