import Foundation
import Testing

/// A folder of its own with a store in it, which goes away with the test.
final class StoreFixture {
  let folder: String
  var store: String { "\(folder)/Store" }
  var log: String { "\(store)/log" }
  var segment: String { "\(log)/00000000000000000001.jsonl" }
  private let catalog: String

  /// Creates the folder; the store is for the commands to make.
  init(
    in folder: String = NSTemporaryDirectory() + "presslog-command-\(UUID().uuidString)",
    catalog: String = Place.catalog
  ) throws {
    self.folder = folder
    self.catalog = catalog
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that is left behind is a nuisance, no failure.
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Files

  /// Writes a file into the folder and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Spoils a byte in the middle of the log.
  func damageLog() throws {
    let url = URL(fileURLWithPath: segment)
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 0x01
    try bytes.write(to: url)
  }

  // MARK: Commands

  /// Starts `presslog` with this store, and with temporary files in `temporaryFolder`.
  func start(
    _ arguments: [String], input: String = "", temporaryFolder: String? = nil
  ) throws -> RunningCommand {
    var environment = ["PRESSLOG_STORE": store, "PRESSLOG_FEEDS": catalog]
    environment["TMPDIR"] = temporaryFolder
    return try RunningCommand(
      Place.presslog, arguments, input: input, environment: environment)
  }

  /// Runs `presslog` with this store, and with a fault at one of its system calls.
  ///
  /// - Returns: Whether that call was made at all, what the command left, and the calls by what they
  ///   were; the status is the signal where it was killed.
  func run(
    _ arguments: [String], with fault: Fault
  ) async throws -> (isReached: Bool, result: CommandResult, calls: [String]) {
    let mark = "\(folder)/fault-\(UUID().uuidString)"
    let list = "\(mark).calls"
    var environment = try await fault.environment(mark: mark, list: list, store: store)
    environment["PRESSLOG_STORE"] = store
    environment["PRESSLOG_FEEDS"] = catalog
    let result = try await RunningCommand(Place.presslog, arguments, environment: environment)
      .result()
    let calls = FileManager.default.contents(atPath: list) ?? Data()
    return (
      FileManager.default.fileExists(atPath: mark), result,
      String(decoding: calls, as: UTF8.self).split(separator: "\n").map(String.init)
    )
  }

  /// Runs `presslog` with this store to its end.
  func run(_ arguments: String..., input: String = "") async throws -> CommandResult {
    try await start(arguments, input: input).result()
  }

  /// Runs a command that must succeed and returns its answer.
  func answer(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> CommandResult {
    let result = try await start(arguments).result()
    #expect(
      result.status == 0, "presslog \(arguments): \(result.errors)", sourceLocation: sourceLocation)
    return result
  }

  /// Runs a command that must succeed with one JSON value as its answer.
  func json(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    let result = try await start(arguments + ["--format", "json"]).result()
    #expect(
      result.status == 0, "presslog \(arguments): \(result.errors)", sourceLocation: sourceLocation)
    return try JSONValue(result.output)
  }
}
