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

  /// The size of the log's first segment: how far a command has come.
  func segmentSize() throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: segment)
    return attributes[.size] as? Int ?? 0
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

  /// Starts `presslog` so that the kernel ends it, by `SIGXFSZ`, where it would make a file longer
  /// than `limit` bytes: at the same write each time, however busy the machine is. What of that
  /// write fits below the limit is written.
  func start(_ arguments: [String], endedAtFileSize limit: Int) throws -> RunningCommand {
    // Whoever started the tests may have the signal ignored, which commands inherit.
    try RunningCommand(
      "/usr/bin/env",
      ["--default-signal=XFSZ", "prlimit", "--fsize=\(limit)", "--core=0", Place.presslog]
        + arguments,
      environment: ["PRESSLOG_STORE": store, "PRESSLOG_FEEDS": catalog])
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
