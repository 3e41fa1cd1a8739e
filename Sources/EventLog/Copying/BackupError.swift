/// Why a folder cannot be the backup of a log; nothing in it was changed.
public enum BackupError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder has a later event than the log.
  case newer(folder: String, sequence: Int, head: Int)
  /// The folder holds another history.
  case otherLog(folder: String, sequence: Int, backup: EventHash, log: EventHash)
  /// What the folder holds is damaged.
  case damaged(Damage)

  public var description: String {
    switch self {
    case .newer(let folder, let sequence, let head):
      "\(folder) has events up to \(sequence) and the log ends at \(head); nothing was changed."
        + " Events were lost since that backup: presslog log repair --from \(folder) brings them"
        + " back; or back up into another folder"
    case .otherLog(let folder, let sequence, let backup, let log):
      "\(folder) holds another log: its event \(sequence) is \(backup) and here it is \(log);"
        + " nothing was changed. Back up into another folder"
    case .damaged(let damage):
      "the backup is damaged: \(damage). Or back up into another folder"
    }
  }
}
