/// How often tags were right.
public struct Score: Sendable {
  public var right = 0
  public var wrong = 0
  public var missed = 0

  /// Of the tags that were given, the part that is right.
  public var precision: Double { Self.part(right, of: right + wrong) }
  /// Of the tags that are right, the part that was given.
  public var recall: Double { Self.part(right, of: right + missed) }
  /// The harmonic mean of both.
  public var f1: Double { Self.part(2 * right, of: 2 * right + wrong + missed) }

  mutating func count(_ given: Set<String>, against gold: Set<String>) {
    right += given.intersection(gold).count
    wrong += given.subtracting(gold).count
    missed += gold.subtracting(given).count
  }

  private static func part(_ count: Int, of all: Int) -> Double {
    all == 0 ? 1 : Double(count) / Double(all)
  }
}
