import ArgumentParser
import Catalog
import Compression
import EventLog
import FeedParsing
import Fetching
import Foundation
import Ingestion
import JSONBytes
import Projections

/// How a command ends, after BSD's `sysexits.h`.
enum ExitStatus: Int32 {
  case failed = 1
  case badInput = 65
  case inputNotFound = 66
  case unreachable = 69
  case cannotWrite = 73
  case diskError = 74
  case tryAgain = 75

  var code: ExitCode { ExitCode(rawValue) }

  /// The status that tells what kind of failure an error is.
  init(of error: any Error) {
    self =
      switch error {
      case let error as EventLogError: Self.status(of: error)
      case let error as SystemError: error.isDeviceFailure ? .diskError : .cannotWrite
      case let error as ProjectionError: Self.status(of: error)
      case let error as FetchError: Self.status(of: error)
      case let error as SourceError: Self.status(of: error)
      case is FeedError, is CatalogError, is ImportError, is CompressionError: .badInput
      case let error as BackupError: Self.status(of: error)
      case let error as RepairError: Self.status(of: error)
      case let error as CocoaError where error.failedCall?.isDeviceFailure == true: .diskError
      case let error as CocoaError:
        error.isPermissionError || error.isFileError ? .cannotWrite : .failed
      case let error as LookupError: error.isUnknown ? .inputNotFound : .failed
      default: Self.status(ofSQLite: error)
      }
  }

  /// A sentence for a person.
  static func message(of error: any Error) -> String {
    if let error = error as? CocoaError {
      return error.failedCall?.description ?? error.localizedDescription
    }
    return IndexFailure(error)?.description ?? String(describing: error)
  }

  private static func status(of error: EventLogError) -> ExitStatus {
    switch error {
    case .locked: .tryAgain
    case .corrupt: .diskError
    case .conflict, .tooLarge, .malformed, .notErasable, .unexpectedHead, .closedByFailure: .failed
    }
  }

  private static func status(of error: BackupError) -> ExitStatus {
    switch error {
    case .newer, .otherLog: .cannotWrite
    case .damaged: .diskError
    }
  }

  private static func status(of error: RepairError) -> ExitStatus {
    switch error {
    case .missing: .diskError
    case .notALog: .inputNotFound
    }
  }

  private static func status(of error: ProjectionError) -> ExitStatus {
    switch error {
    case .noIndex: .inputNotFound
    case .aheadOfLog: .diskError
    case .otherVersion, .damagedIndex, .unreadableEvent, .failedVerification: .failed
    }
  }

  private static func status(of error: FetchError) -> ExitStatus {
    switch error {
    case .badURL, .unsupportedScheme, .tooLarge: .badInput
    case .httpStatus(404, _), .httpStatus(410, _): .inputNotFound
    default: .unreachable
    }
  }

  private static func status(of error: SourceError) -> ExitStatus {
    switch error {
    case .notFound, .isFolder: .inputNotFound
    case .unreadable: .inputNotFound
    case .unsupportedScheme, .notLocal, .tooLarge: .badInput
    }
  }

  /// What SQLite says of a disk that is full, may not be written to, or failed.
  private static func status(ofSQLite error: any Error) -> ExitStatus {
    switch IndexFailure(error) {
    case .fullOrReadOnly: .cannotWrite
    case .device: .diskError
    case .busy: .tryAgain
    case .other, nil: .failed
    }
  }
}

extension CocoaError {
  /// The call to the system that failed, where Foundation says no more than that one did.
  fileprivate var failedCall: SystemError? {
    guard code == .fileReadUnknown || code == .fileWriteUnknown,
      let reason = underlying as? POSIXError
    else { return nil }
    return SystemError(
      operation: code == .fileReadUnknown ? "read" : "write", path: filePath ?? "a file",
      code: reason.code.rawValue)
  }

  fileprivate var isPermissionError: Bool {
    [.fileReadNoPermission, .fileWriteNoPermission, .fileWriteVolumeReadOnly].contains(code)
  }

  fileprivate var isFileError: Bool {
    [.fileWriteOutOfSpace, .fileWriteUnknown, .fileWriteFileExists].contains(code)
  }
}
