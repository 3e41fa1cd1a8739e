import Foundation

/// A system call of the program under test that fails, or at which it is killed.
///
/// It is always the same
/// one, however busy the machine is. `Tests/Faults/faults.c` says how.
struct Fault: CustomStringConvertible {
  enum Kind: String, CaseIterable {
    case kill, EIO, ENOSPC, EROFS, short
    /// The device is gone from this call on; has no more room from this call on.
    case dead, full
    /// The store's folder gets another name: this and `.gone`.
    case vanish

    /// Those after which the calls go on as they were.
    static let once: [Kind] = [.kill, .EIO, .ENOSPC, .EROFS, .short]
  }
  enum Call: String { case write, sync, change, any }

  var kind: Kind
  var call = Call.any
  /// Which of these calls, from 1.
  var number: Int
  /// Only calls on paths that contain this count.
  var path: String

  var description: String { "\(kind) at \(call) \(number) on \(path)" }

  /// The environment that brings the fault about.
  ///
  /// - Parameters:
  ///   - mark: A file that is created when the call is reached.
  ///   - list: A file that is given a line for each call, with its kind and path.
  ///   - store: The folder that vanishes.
  /// - Returns: Names and values.
  /// - Throws: What keeps the library from being compiled.
  func environment(mark: String, list: String, store: String) async throws -> [String: String] {
    [
      "FAULT_LIST": list, "FAULT_STORE": store,
      "LD_PRELOAD": try await Self.library.value, "FAULT": kind.rawValue,
      "FAULT_CALL": call.rawValue, "FAULT_AT": "\(number)", "FAULT_PATH": path,
      "FAULT_MARK": mark,
    ]
  }

  /// Compiled once for all tests, with the compiler that came with Swift.
  private static let library = Task {
    let path =
      NSTemporaryDirectory() + "presslog-faults-\(ProcessInfo.processInfo.processIdentifier).so"
    let source = "\(Place.package)/Tests/Faults/faults.c"
    let compiler = try RunningCommand(
      "/usr/bin/env", ["clang", "-shared", "-fPIC", "-O1", "-o", path, source, "-ldl"])
    let result = try await compiler.result()
    guard result.status == 0 else { throw FaultError(message: result.errors) }
    return path
  }
}

/// Why there can be no faults.
struct FaultError: Error, CustomStringConvertible {
  var message: String
  var description: String { "Tests/Faults/faults.c: \(message)" }
}
