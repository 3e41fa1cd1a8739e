import Glibc

/// A lock that lets one holder at a time in: an open file description lock on a file of its own.
///
/// It guards the log, and whatever else of a store has one writer.
///
/// It belongs to the open file, so two holders in one process exclude each other too, and it goes
/// away with the process that held it, however that ended.
public struct FileLock: ~Copyable {
  /// The lock is given up when the file is closed, with this value.
  private let file: any DiskFile

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
    try self.init(path, on: LocalDisk(), wait: wait, onWait: onWait)
  }

  init(
    _ path: String, on disk: any Disk, wait: Duration, onWait: (_ holder: Int?) -> Void
  ) throws {
    let file = try disk.open(path, .create)
    let deadline = ContinuousClock.now + wait
    var hasWaited = false
    while try !file.tryLock() {
      let holder = Self.holder(path, disk)
      guard ContinuousClock.now < deadline else {
        throw EventLogError.locked(path: path, holder: holder)
      }
      if !hasWaited { onWait(holder) }
      hasWaited = true
      usleep(Self.pauseMicroseconds)
    }
    let number = String(UInt64.random(in: .min ... .max), radix: 16)
    let holder = Array("\(getpid())\n\(number)\n".utf8)
    try file.truncate(to: 0)
    try file.write(holder, at: 0)
    self.file = file
  }

  /// Whether somebody holds the lock at `path`.
  static func isHeld(_ path: String, on disk: any Disk) throws(SystemError) -> Bool {
    guard disk.exists(path) else { return false }
    return try disk.open(path, .read).isLockedElsewhere()
  }

  /// What the last holder wrote, which no other writes: where it is the same as before, and nobody
  /// held the lock then or now, nobody has held it in between.
  static func lastHolder(_ path: String, on disk: any Disk) throws(SystemError) -> [UInt8] {
    disk.exists(path) ? try disk.contents(of: path) : []
  }

  private static let pauseMicroseconds: UInt32 = 20_000

  /// The process that wrote its number into the lock file: a hint for a message, nothing more.
  private static func holder(_ path: String, _ disk: any Disk) -> Int? {
    guard let bytes = try? disk.contents(of: path) else { return nil }  // a hint only
    return Int(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
  }
}
