/// How often a feed changes, as its publisher says; who fetches it may ask that often and no oftener.
public struct UpdateSchedule: Hashable, Sendable {
  /// For how many minutes a copy stays good: RSS's `ttl`.
  public var ttlMinutes: Int?
  /// `sy:updatePeriod`: hourly, daily, weekly, monthly or yearly.
  public var period: String?
  /// How often it changes in a period: `sy:updateFrequency`, 1 where it says none.
  public var frequency: Int?
  /// Hours of the day in UTC, 0 to 23, in which it does not change: RSS's `skipHours`.
  public var skippedHours: [Int] = []
  /// Days of the week, in English, on which it does not change: RSS's `skipDays`.
  public var skippedDays: [String] = []

  /// A schedule that says nothing.
  public init() {}
}
