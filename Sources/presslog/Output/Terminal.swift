import CSystem
import Foundation
import Glibc

/// Where a command writes: the answer to standard output, everything else to standard error.
struct Terminal: Sendable {
  /// Whether a person reads it.
  let isInteractive: Bool
  /// In columns.
  let width: Int
  private let handle: FileHandle

  /// Where the answer goes.
  static let output = Terminal(FileHandle.standardOutput)
  /// Where notices and errors go.
  static let errors = Terminal(FileHandle.standardError)

  private init(_ handle: FileHandle) {
    self.handle = handle
    isInteractive = isatty(handle.fileDescriptor) == 1
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    width = max(60, columns ?? (isInteractive ? Self.columns(handle.fileDescriptor) : 120))
  }

  /// Writes text.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes; see ``OutputFailure`` for what happens where that fails.
  func write(_ bytes: [UInt8]) {
    guard !OutputFailure.hasHappened else { return }
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      OutputFailure.happened(error, isAnswer: handle.fileDescriptor == STDOUT_FILENO)
    }
  }

  /// Writes a line.
  func line(_ text: String = "") { write(text + "\n") }

  /// Says something unusual on standard error.
  static func notice(_ text: String) { errors.line("presslog: \(text)") }

  // MARK: Style

  func bold(_ text: String) -> String { styled(text, "1") }
  func dim(_ text: String) -> String { styled(text, "2") }
  func marked(_ text: String) -> String { styled(text, "1;33", otherwise: "[\(text)]") }
  func added(_ text: String) -> String { styled(text, "32") }
  func deleted(_ text: String) -> String { styled(text, "31") }

  /// Colour where a person reads, and who does not want it has set NO_COLOR.
  private func styled(_ text: String, _ code: String, otherwise: String? = nil) -> String {
    guard isInteractive, ProcessInfo.processInfo.environment["NO_COLOR"] == nil else {
      return otherwise ?? text
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func columns(_ descriptor: Int32) -> Int {
    let columns = Int(presslog_terminal_columns(descriptor))
    return columns > 0 ? columns : 80
  }
}
