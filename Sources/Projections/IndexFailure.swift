import GRDB

/// What kind of trouble SQLite had with the index.
public enum IndexFailure: Hashable, Sendable, CustomStringConvertible {
  case fullOrReadOnly(String)
  case device(String)
  case busy(String)
  case other(String)

  /// Nil for what is no error of SQLite.
  public init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    let message = error.message ?? "\(error.resultCode)"
    // On a full disk SQLite cannot make the shared memory of a WAL database larger.
    let isOutOfRoom = [.SQLITE_IOERR_SHMSIZE, .SQLITE_IOERR_SHMMAP].contains(
      error.extendedResultCode)
    self =
      switch error.resultCode {
      case .SQLITE_IOERR where isOutOfRoom: .fullOrReadOnly(message)
      case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .fullOrReadOnly(message)
      case .SQLITE_IOERR: .device(message)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(message)
      default: .other(message)
      }
  }

  public var description: String {
    switch self {
    case .fullOrReadOnly(let message):
      "the index cannot be written (\(message)); what was appended is safe in the log, and the next"
        + " command that can write brings the index up"
    case .device(let message):
      "the disk failed under the index (\(message)); copy the store to another one"
    case .busy(let message): "the index is busy (\(message)); try again"
    case .other(let message):
      "the index: \(message); if it stays so, make it anew with `presslog rebuild`"
    }
  }
}
