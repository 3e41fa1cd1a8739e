public import EventLog
public import Projections

/// Where everything is kept: a folder with `log/`, `projections/` and `quarantine/`.
public struct Store: Hashable, Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  public var logDirectory: String { "\(path)/log" }
  public var index: IndexFolder { IndexFolder("\(path)/projections") }

  /// Whether there is anything at all; true where the disk does not tell.
  public var exists: Bool { LocalDisk().exists(path) }

  /// Opens the log for reading.
  public func log() throws -> LogReader { try LogReader(logDirectory) }
}
