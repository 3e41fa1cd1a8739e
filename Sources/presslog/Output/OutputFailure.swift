import CSystem
import Foundation
import Synchronization

/// What happens when the answer cannot be written.
///
/// A reader that closed its end of a pipe, such as `head`, has read enough: a command that only reads
/// ends well. Any other failure is said and ends it with a status. A command that is storing goes on
/// to its end first, without an answer.
enum OutputFailure {
  private struct State {
    var mustFinish = false
    var message: String?
    var hasHappened = false
  }

  private static let state = Mutex(State())

  /// Whether writing has failed before; nothing more is written then.
  static var hasHappened: Bool { state.withLock(\.hasHappened) }

  /// What went wrong, to be told at the end; nil for a reader that had read enough.
  static var message: String? { state.withLock(\.message) }

  /// A write to a closed pipe fails instead of ending the process.
  static func prepare() { presslog_ignore_broken_pipes() }

  /// From now on the command goes on whatever happens to its answer.
  static func mustFinish() { state.withLock { $0.mustFinish = true } }

  static func happened(_ error: any Error, isAnswer: Bool) {
    guard isAnswer else { return }  // nobody can be told that nobody can be told
    let mustFinish = state.withLock { state in
      state.hasHappened = true
      if !isBrokenPipe(error) {
        state.message = "the answer cannot be written: \(error.localizedDescription)"
      }
      return state.mustFinish
    }
    if !mustFinish { end() }
  }

  /// Ends the process as a failed write demands.
  static func end() -> Never {
    guard let message else { exit(0) }
    FileHandle.standardError.write(Data("presslog: \(message)\n".utf8))
    exit(ExitStatus.diskError.rawValue)
  }

  private static func isBrokenPipe(_ error: any Error) -> Bool {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return [error as NSError, underlying].contains {
      $0?.domain == NSPOSIXErrorDomain && $0?.code == Int(EPIPE)
    }
  }
}

extension String {
  /// The text without control characters, which a terminal would obey: a feed may hold any.
  var printable: String {
    guard unicodeScalars.contains(where: Self.isControl) else { return self }
    var printable = ""
    for scalar in unicodeScalars {
      printable.unicodeScalars.append(Self.isControl(scalar) ? "\u{FFFD}" : scalar)
    }
    return printable
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
      || (0x7F...0x9F).contains(scalar.value)
  }
}
