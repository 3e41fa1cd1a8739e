import EventLog
import Foundation

/// The folder of the index: `Store/projections`.
///
/// `announcements.sqlite` is a relative symbolic link to one generation,
/// `announcements.000001.sqlite`. A database file is never renamed or replaced: its `-wal` and `-shm`
/// belong to its path, and replacing a file under them loses the index.
public struct IndexFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) {
    self.path = path
  }

  /// What everybody opens.
  public var link: String { "\(path)/announcements.sqlite" }

  var lock: String { "\(path)/LOCK" }

  private var disk: LocalDisk { LocalDisk() }

  /// The file that the link names now; nil where there is none.
  ///
  /// Where the disk does not tell, that is an error: an index that is taken for missing is made anew
  /// in its place, and what it knew of a loss goes with it.
  public var current: String? {
    get throws(SystemError) {
      guard let target = try disk.target(ofLink: link) else { return nil }
      let file = "\(path)/\(target)"
      return disk.exists(file) ? file : nil
    }
  }

  /// Creates the folder, within a store that is there.
  func create() throws(SystemError) { try disk.createSubfolder(path) }

  /// The file for a generation after all that are there.
  func nextGeneration() throws(SystemError) -> String {
    let last = try generations().compactMap { Int($0.split(separator: ".")[1]) }.max() ?? 0
    let digits = String(last + 1)
    let padding = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(path)/announcements.\(padding)\(digits).sqlite"
  }

  /// Points the link at a generation that is complete and on disk.
  ///
  /// The corresponding C functions are `symlink`, `rename` and `fsync`.
  func switchTo(_ file: String) throws {
    try SyncedPath.sync(file)
    let temporary = "\(path)/announcements.sqlite.next"
    try? FileManager.default.removeItem(atPath: temporary)  // left by a crash, or not there
    let name = URL(fileURLWithPath: file).lastPathComponent
    try FileManager.default.createSymbolicLink(
      atPath: temporary, withDestinationPath: name)
    try SyncedPath.rename(temporary, to: link)
  }

  /// Removes every generation but the current one, each with its `-wal` and `-shm`, and returns when
  /// that is durable.
  ///
  /// One that stays is an error: it may hold words that were erased from the log.
  func removeOldGenerations() throws(SystemError) {
    let current = try current.map { URL(fileURLWithPath: $0).lastPathComponent }
    let old = try generations().filter { $0 != current }
    guard !old.isEmpty else { return }
    for name in old {
      // The name that generations are known by goes last, so that none of the others is forgotten.
      for suffix in ["-wal", "-shm", "-journal", ""] {
        try disk.remove("\(path)/\(name)\(suffix)")
      }
    }
    try disk.syncFolder(path)
  }

  private func generations() throws(SystemError) -> [String] {
    try disk.names(in: path).filter { name in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[0] == "announcements" && parts[2] == "sqlite"
        && Int(parts[1]) != nil
    }
  }
}
