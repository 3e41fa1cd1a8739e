import EventLog
import Foundation
import Testing

/// `PRESSLOG_SIMULATIONS=1000` for a long run, with a crash at every moment of every history; from
/// another seed than 0 on with `PRESSLOG_SEED`.
@Suite struct CrashTests {
  private static let simulations = number("PRESSLOG_SIMULATIONS")
  private static let firstSeed = number("PRESSLOG_SEED") ?? 0
  private static var isLong: Bool { simulations != nil }

  @Test func `no crash at any moment of a history breaks a promise`() throws {
    let redactions = try run(
      Self.simulations ?? 4, shares: Self.isLong ? [1, 0.01, 0.01] : [0.1, 0.01])
    #expect(redactions > 0)
  }

  @Test func `no crash at any moment of a restart after a crash breaks a promise`() throws {
    _ = try run(max(1, (Self.simulations ?? 0) / 20), shares: [Self.isLong ? 0.03 : 0.01, 1])
  }

  /// Runs some histories, and returns how many redactions they had.
  private func run(_ count: Int, shares: [Double]) throws -> Int {
    var (crashes, redactions) = (0, 0)
    for seed in Self.firstSeed..<Self.firstSeed + count {
      let history = LogHistory(seed: seed, shares: shares)
      #expect(throws: Never.self, "seed \(seed)") { try history.run(steps: 25) }
      crashes += history.explorer.crashes
      redactions += history.redactions
    }
    if Self.isLong {
      print("\(count) histories, \(crashes) crashes, \(redactions) redactions")
    }
    #expect(crashes > 0)
    return redactions
  }

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }
}
