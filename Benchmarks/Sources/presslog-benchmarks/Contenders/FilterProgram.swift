/// A program that reads a feed on its standard input and prints a line for each entry; its start counts.
struct FilterProgram: Contender {
  var name: String
  var program: String

  func read(_ file: String, repetitions: Int) throws -> Reading {
    let command = Command([program], input: file)
    // Counted apart: what is measured prints into nothing.
    let items = try command.output().text.utf8.count { $0 == UInt8(ascii: "\n") }
    let runs = try (0..<repetitions).map { _ in try command.measure() }
    func mean(_ value: (Measurement) -> Double) -> Double {
      runs.map(value).reduce(0, +) / Double(runs.count)
    }
    return Reading(
      items: items,
      measurement: Measurement(
        wallSeconds: mean(\.wallSeconds), cpuSeconds: mean(\.cpuSeconds),
        peakMegabytes: mean(\.peakMegabytes)))
  }
}
