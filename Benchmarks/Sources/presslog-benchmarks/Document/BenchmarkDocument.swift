import Foundation

/// The document, which nobody edits by hand: a section for each part.
struct BenchmarkDocument {
  private var sections: [BenchmarkPart: String] = [:]

  /// Reads what earlier runs wrote; where there is no such file, the document is empty.
  init(path: String) throws {
    let exists = FileManager.default.fileExists(atPath: path)
    self.init(exists ? try String(contentsOfFile: path, encoding: .utf8) : "")
  }

  /// Reads the sections of a document; whatever else stands in it is made anew.
  init(_ text: String) {
    var current: BenchmarkPart?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        current = BenchmarkPart.allCases.first { line == "## \($0.title)" }
      }
      if let current { sections[current, default: ""] += line + "\n" }
    }
    sections = sections.mapValues { $0.trimmingCharacters(in: .newlines) }
  }

  mutating func replace(_ part: BenchmarkPart, with section: Section) {
    sections[part] = section.markdown(titled: part.title)
  }

  /// The document in Markdown, its sections in a fixed order.
  var text: String {
    let written = BenchmarkPart.allCases.compactMap { sections[$0] }
    return ([Self.preface] + written).joined(separator: "\n\n") + "\n"
  }

  func write(to path: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }

  private static let preface = """
    # Benchmarks

    Written by `make bench`; `make bench-parse` replaces the sections on the parser and on HTML alone,
    `make bench-log` that on the event log.
    Each figure is the median of runs that alternate with those of its floor, with the least and the
    most in brackets. A ratio is the median of the ratios of neighbouring runs, in wall time and in CPU
    time. The machine is shared: compare ratios.
    """
}
