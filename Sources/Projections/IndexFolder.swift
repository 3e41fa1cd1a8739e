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

  /// The file that the link names now; nil where there is none.
  public var current: String? {
    guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link) else {
      return nil  // no link: no index
    }
    let file = "\(path)/\(target)"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }

  func create() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  /// The file for a generation after all that are there.
  func nextGeneration() throws -> String {
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

  /// Removes every generation but the current one, each with its `-wal` and `-shm`.
  func removeOldGenerations() throws {
    let current = current.map { URL(fileURLWithPath: $0).lastPathComponent }
    for name in try generations() where name != current {
      for suffix in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: "\(path)/\(name)\(suffix)")  // may not exist
      }
    }
  }

  private func generations() throws -> [String] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path).filter { name in
      let parts = name.split(separator: ".")
      return parts.count == 3 && parts[0] == "announcements" && parts[2] == "sqlite"
        && Int(parts[1]) != nil
    }
  }
}
