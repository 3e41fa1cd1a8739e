import Glibc

/// An operation of a ``SimulatedDisk`` that is to fail.
struct PlannedFault: Sendable, CustomStringConvertible {
  enum Kind: String, Sendable, CaseIterable {
    /// Anything may fail.
    case deviceError = "EIO"
    /// What needs room fails, a write with nothing written.
    case full = "ENOSPC"
    /// Whatever changes something fails.
    case readOnly = "EROFS"
    /// A write gets half done, and then there is no room.
    case shortWrite = "short write"
    /// The next sync of a file fails.
    case failedSync = "failed sync"
  }

  var kind: Kind
  /// Which operation from now on, from 0.
  var operation: Int
  /// Whether all that follow fail too.
  var isLasting = false

  var description: String {
    "\(kind.rawValue) at operation \(operation)\(isLasting ? " and after" : "")"
  }

  var code: CInt {
    switch kind {
    case .deviceError, .failedSync: EIO
    case .full, .shortWrite: ENOSPC
    case .readOnly: EROFS
    }
  }

  func concerns(_ operation: DiskOperation) -> Bool {
    switch kind {
    case .deviceError: true
    case .full: operation.needsRoom
    case .readOnly: operation.isChange
    case .shortWrite: operation == .write
    case .failedSync: operation == .sync
    }
  }
}

/// What a ``SimulatedDisk`` is asked to do.
enum DiskOperation: String, Sendable {
  case open, create, exists, names, size, read, write, truncate, sync, lock
  case createFolder = "create folder"
  case syncFolder = "sync folder"
  case rename, remove

  var isChange: Bool {
    switch self {
    case .create, .write, .truncate, .sync, .createFolder, .syncFolder, .rename, .remove: true
    case .open, .exists, .names, .size, .read, .lock: false
    }
  }

  /// Room is given at the latest when a file is synced.
  var needsRoom: Bool {
    switch self {
    case .create, .write, .sync, .createFolder, .rename: true
    default: false
    }
  }
}
