import Foundation

/// What a command left when it had ended.
struct CommandResult {
  var status: Int32
  /// What stood on standard output, which holds the answer and nothing else.
  var output: String
  var errors: String

  /// The lines of the answer.
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// A command that runs as a process of its own.
///
/// Its output goes to files, so that no pipe can fill up and hold it.
final class RunningCommand {
  private let process = Process()
  private let folder: String
  private let ending: AsyncStream<Int32>

  var identifier: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: Its path.
  ///   - arguments: Its arguments.
  ///   - input: What it reads from standard input.
  ///   - environment: What is added to the environment of the tests.
  /// - Throws: What keeps the program from starting.
  init(
    _ program: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws {
    folder = NSTemporaryDirectory() + "presslog-run-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, added in added }
    process.standardInput = try Self.file("\(folder)/input", holding: input, forReading: true)
    process.standardOutput = try Self.file("\(folder)/output")
    process.standardError = try Self.file("\(folder)/errors")
    let (ending, end) = AsyncStream.makeStream(of: Int32.self)
    self.ending = ending
    process.terminationHandler = { process in
      end.yield(process.terminationStatus)
      end.finish()
    }
    try process.run()
  }

  deinit {
    // A folder that is left behind is a nuisance, no failure.
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Waits for the end without holding a thread, and collects what the command wrote.
  func result() async throws -> CommandResult {
    var status: Int32 = -1
    for await ended in ending { status = ended }
    return CommandResult(
      status: status, output: try text(of: "output"), errors: try text(of: "errors"))
  }

  private func text(of name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")), as: UTF8.self)
  }

  private static func file(
    _ path: String, holding text: String = "", forReading: Bool = false
  ) throws -> FileHandle {
    let url = URL(fileURLWithPath: path)
    try Data(text.utf8).write(to: url)
    return try forReading
      ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
  }
}

/// Where things are that the tests run and read.
enum Place {
  /// The program under test, which is built beside the bundle of the tests.
  static let presslog = "\(builtProducts)/presslog"

  /// The package's root.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let catalog = "\(package)/Feeds"

  static func sample(_ name: String) -> String { "\(package)/Feeds/samples/\(name)" }

  /// SwiftPM names the bundle to the helper that runs it, or runs the bundle itself.
  private static let builtProducts: String = {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") }
    let path = bundle ?? Bundle.main.executablePath ?? ""
    return URL(fileURLWithPath: path).deletingLastPathComponent().path
  }()
}
