import Foundation

/// The table of a run of the benchmarks.
struct Report {
  /// A line of the table.
  struct Row {
    var text: String

    init(_ name: String, _ samples: Samples, over floor: Samples? = nil, digits: Int) {
      let ratio = floor.map { floor in
        let wall = samples.ratio(to: floor, \.wallSeconds)
        let cpu = samples.ratio(to: floor, \.cpuSeconds)
        return String(format: "%.2f / %.2f", wall, cpu)
      }
      text = """
        | \(name) | \(samples.summary(digits, \.wallSeconds)) \
        | \(samples.summary(digits, \.cpuSeconds)) \
        | \(samples.summary(0, \.peakMegabytes)) | \(ratio ?? "") |
        """
    }
  }

  private var rows: [Row] = []
  private var notes: [String] = []

  mutating func add(_ rows: [Row]) { self.rows += rows }
  mutating func note(_ text: String) { notes.append(text) }

  /// The document, which nobody edits by hand.
  var text: String {
    let lines = rows.map(\.text) + (notes.isEmpty ? [] : [""] + notes)
    return """
      # Benchmarks

      Written by `make bench` on \(Self.day), \(Self.machine). Each figure is the median of runs that
      alternate with its floor, with the least and the most in brackets; the last column is the median of
      the ratios of neighbouring runs, wall time and CPU time. The machine is shared: compare ratios.

      The C floor reads the same files with libxml2, appends a checksummed JSON log with one fdatasync a
      batch of 2,000 feeds, and inserts into SQLite with full text and two join tables. It parses no dates,
      cleans no HTML, keeps no source, hashes no chain and looks for no names.

      | what | seconds | CPU seconds | peak MB | ratio to floor, wall / CPU |
      |---|---|---|---|---|
      \(lines.joined(separator: "\n"))

      """
  }

  func write(to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static var day: String {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withFullDate]
    return formatter.string(from: Date())
  }

  private static var machine: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memory = Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)
    return "\(cores) cores, \(Int(memory.rounded())) GiB"
  }
}
