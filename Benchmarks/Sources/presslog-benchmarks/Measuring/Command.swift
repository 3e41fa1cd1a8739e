import Foundation

/// A program with its arguments, to be run and measured.
struct Command {
  /// The program, then its arguments.
  var words: [String]
  /// The file that it reads as its standard input.
  var input = "/dev/null"

  init(_ words: [String], input: String = "/dev/null") {
    self.words = words
    self.input = input
  }

  /// Runs the program to its end, its output thrown away.
  func measure() throws -> Measurement {
    try run(output: FileHandle.nullDevice) {}
  }

  /// Runs the program to its end and keeps what it prints.
  func output() throws -> (text: String, measurement: Measurement) {
    let pipe = Pipe()
    var printed = Data()
    let measurement = try run(output: pipe) {
      printed = try pipe.fileHandleForReading.readToEnd() ?? Data()
    }
    return (String(decoding: printed, as: UTF8.self), measurement)
  }

  /// Starts the program through the one that measures, and waits for both.
  private func run(output: Any, whileRunning: () throws -> Void) throws -> Measurement {
    let result = NSTemporaryDirectory() + "presslog-measurement-\(UUID().uuidString)"
    // A file in the system's temporary folder is no loss.
    defer { try? FileManager.default.removeItem(atPath: result) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Programs.runMeasured)
    process.arguments = [result] + words
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: input))
    process.standardOutput = output
    try process.run()
    try whileRunning()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let command = words.joined(separator: " ")
      throw BenchmarkError("\(command) ended with \(process.terminationStatus)")
    }
    return try JSONDecoder().decode(
      Measurement.self, from: Data(contentsOf: URL(fileURLWithPath: result)))
  }
}
