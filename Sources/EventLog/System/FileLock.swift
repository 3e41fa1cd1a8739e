import CSystem
import Glibc

/// A lock that lets one holder at a time in: an open file description lock on a file of its own.
///
/// It guards the log, and whatever else of a store has one writer.
///
/// It belongs to the open file, so two holders in one process exclude each other too, and it goes
/// away with the process that held it, however that ended.
public struct FileLock: ~Copyable {
  private let file: File

  /// Takes the lock, waiting up to `wait` for whoever holds it.
  ///
  /// - Parameters:
  ///   - path: The lock file, which is created where it is missing.
  ///   - wait: How long to go on trying.
  ///   - onWait: Called once, with the process that holds the lock, if there is anything to wait for.
  /// - Throws: ``EventLogError/locked(path:holder:)`` when the time is over.
  public init(
    _ path: String, wait: Duration, onWait: (_ holder: Int?) -> Void
  ) throws {
    let file = try File(path, .create)
    let deadline = ContinuousClock.now + wait
    var hasWaited = false
    while try !Self.take(file) {
      let holder = Self.holder(file)
      guard ContinuousClock.now < deadline else {
        throw EventLogError.locked(path: path, holder: holder)
      }
      if !hasWaited { onWait(holder) }
      hasWaited = true
      usleep(Self.pauseMicroseconds)
    }
    let holder = Array("\(getpid())\n".utf8)
    try file.truncate(to: 0)
    try file.write(holder, at: 0)
    self.file = file
  }

  deinit { file.withDescriptor { _ = presslog_unlock($0) } }

  /// Whether somebody else holds the lock at `path`.
  static func isHeld(_ path: String) -> Bool {
    guard let file = try? File(path, .read) else { return false }  // no file, no writer
    return file.withDescriptor { presslog_is_locked($0) } == 1
  }

  private static let pauseMicroseconds: UInt32 = 20_000

  private static func take(_ file: borrowing File) throws(SystemError) -> Bool {
    if file.withDescriptor({ presslog_lock_exclusive($0) }) == 0 { return true }
    guard errno == EAGAIN || errno == EACCES else { throw SystemError("lock", file.path) }
    return false
  }

  /// The process that wrote its number into the lock file: a hint for a message, nothing more.
  private static func holder(_ file: borrowing File) -> Int? {
    guard let bytes = try? file.contents() else { return nil }  // a hint only
    return Int(String(decoding: bytes, as: UTF8.self).filter(\.isNumber))
  }
}
