import EventLog

/// Tells on standard error what a command skips, so that it ends with a status that says so.
final class SkippedDamage {
  private var count = 0

  /// Says what is damaged, and which events that costs.
  func tell(_ damage: Damage) {
    count += 1
    Terminal.notice("skipped: \(damage.finding)")
  }

  /// Ends the command with 74 where anything was skipped.
  func end() throws {
    guard count > 0 else { return }
    Terminal.notice(
      "the log is damaged in \(count) \(count == 1 ? "place" : "places");"
        + " presslog verify says what is wrong with it")
    throw ExitStatus.diskError.code
  }
}
