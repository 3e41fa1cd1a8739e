import EventLog
import Foundation
import GRDB

/// Opens the files of the index with the settings that each use needs.
enum IndexDatabase {
  /// The last connection that closes a WAL database locks it for a moment.
  private static let busyTimeout = 5.0
  /// The pages that the writing connection keeps, in KiB: those of a batch or two.
  ///
  /// Four times as many made ingesting no faster, be it into an empty index or into one of 20,000
  /// announcements, and were all in memory: the system keeps the file's pages as well.
  private static let writingCache = 16 << 10

  /// For the one connection that writes and checkpoints a live generation.
  static func writing(_ file: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(busyTimeout)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(writingCache)")
    }
    return try DatabaseQueue(path: file, configuration: configuration)
  }

  /// For filling a new generation that nobody reads yet: a crash loses it, which is no loss.
  static func filling(_ file: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    // What fails in the one transaction of a filling leaves it open: without a journal there is no
    // rolling back, and the file is thrown away. GRDB would end the process for that.
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = false  // checked at the end, all at once
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -131072;
          PRAGMA locking_mode = EXCLUSIVE
          """)
    }
    return try DatabaseQueue(path: file, configuration: configuration)
  }

  /// For queries: cannot write, and needs no permission to.
  static func reading(_ file: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(busyTimeout)
    do {
      return try checked(file, path: file, configuration)
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_CANTOPEN
      && !LocalDisk().exists("\(file)-wal")
    {
      // Reading a WAL database wants a `-shm` beside it; where the folder cannot be written and
      // there is no `-wal`, the file is all there is, and does not change.
      return try checked(file, path: "file:\(escaped(file))?immutable=1", configuration)
    }
  }

  /// Opens a file and reads one value, so that a file that cannot be read is known at once.
  private static func checked(
    _ file: String, path: String, _ configuration: Configuration
  ) throws -> DatabaseQueue {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      _ = try queue.read { try Int.fetchOne($0, sql: "SELECT sequence FROM checkpoint") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
    {
      throw ProjectionError.damagedIndex(file, reason: error.message ?? "\(error.resultCode)")
    }
  }

  private static func escaped(_ path: String) -> String {
    path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
  }

  // MARK: Properties

  static func checkpoint(_ db: Database) throws -> LogPosition {
    let row = try Row.fetchOne(db, sql: "SELECT sequence, hash FROM checkpoint")
    guard let row, let hash = EventHash(row["hash"] as String) else { return .start }
    return LogPosition(sequence: row["sequence"], hash: hash)
  }

  static func property(_ name: String, _ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM property WHERE name = ?", arguments: [name])
  }

  static func set(_ name: String, _ value: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO property (name, value) VALUES (?, ?)",
      arguments: [name, value])
  }
}
