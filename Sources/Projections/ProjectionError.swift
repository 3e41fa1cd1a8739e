/// Why an index cannot be read, brought up or rebuilt.
public enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no index yet.
  case noIndex(String)
  /// The index was written by another version.
  case otherVersion(String)
  /// The file is no index, or not a whole one.
  case damagedIndex(String, reason: String)
  /// The index has read events that the log does not have: the log was cut or replaced.
  case aheadOfLog(sequence: Int, head: Int)
  /// An event cannot be read by this version.
  case unreadableEvent(sequence: Int, reason: String)
  /// A new generation did not pass its checks; the old one stands.
  case failedVerification(String)

  public var description: String {
    switch self {
    case .noIndex(let path):
      "\(path): there is no index; ingest something first, or make it from the log with"
        + " `presslog rebuild`"
    case .otherVersion(let path):
      "\(path): the index was made by another version; make it anew with `presslog rebuild`"
    case .damagedIndex(let path, let reason):
      "\(path): the index cannot be read (\(reason)); make it anew with `presslog rebuild`"
    case .aheadOfLog(let sequence, let head):
      "the index has read event \(sequence) and the log, which ends at \(head), "
        + (sequence <= head ? "holds another one there" : "does not hold it")
        + ": events were lost or the log was replaced. Nothing was changed."
        + " Put the log back from a backup; where there is none, presslog rebuild --accept-loss"
        + " records the loss in the log and goes on without what is lost"
    case .unreadableEvent(let sequence, let reason): "event \(sequence): \(reason)"
    case .failedVerification(let what):
      "the new index did not pass its check (\(what)) and was thrown away; the old one stands"
    }
  }
}
