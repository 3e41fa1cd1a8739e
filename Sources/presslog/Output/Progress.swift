import Synchronization

/// A bar on standard error for work that takes longer than a second; may be told from any thread.
final class Progress: Sendable {
  private let title: String
  private let started = ContinuousClock.now
  private let drawn = Mutex<ContinuousClock.Instant?>(nil)

  init(_ title: String) {
    self.title = title
  }

  /// Draws how far the work is, at most ten times a second, where a person watches.
  func update(_ done: Int, of total: Int) {
    let now = ContinuousClock.now
    guard Terminal.errors.isInteractive, total > 0, now - started > .seconds(1) else { return }
    let isDue = drawn.withLock { drawn in
      guard drawn.map({ now - $0 > .milliseconds(100) }) ?? true else { return false }
      drawn = now
      return true
    }
    guard isDue else { return }
    let width = 30
    let filled = min(width, width * done / total)
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    Terminal.errors.write("\r\(title) [\(bar)] \(done) of \(total) ")
  }

  /// Takes the bar away.
  func finish() {
    let wasDrawn = drawn.withLock { drawn in
      defer { drawn = nil }
      return drawn != nil
    }
    if wasDrawn { Terminal.errors.write("\r\u{1B}[K") }
  }
}
