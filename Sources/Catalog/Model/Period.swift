/// The time in which something holds: from a day on, until before another.
public struct Period: Hashable, Sendable {
  /// The first day; `nil` is since ever.
  public var from: Day?
  /// The first day on which it holds no more; `nil` is for ever.
  public var until: Day?

  /// A period between two days, each of which may be open.
  ///
  /// - Parameters:
  ///   - from: The first day.
  ///   - until: The day after the last.
  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  /// The period without a beginning and without an end.
  public static let always = Period()

  /// Whether a day is in the period; a day that nobody knows is in each.
  public func contains(_ day: Day?) -> Bool {
    guard let day else { return true }
    if let from, day < from { return false }
    if let until, day >= until { return false }
    return true
  }
}
