import Foundation

/// What the document says of one part.
struct Section {
  /// What is measured.
  var introduction: String
  /// The tables, with words before a table where it needs them.
  var tables: [(caption: String?, table: Table)] = []
  /// How the figures are to be read.
  var reading: String?
  /// What could not be measured, and why.
  var notes: [String] = []

  init(_ introduction: String) {
    self.introduction = introduction
  }

  mutating func add(_ table: Table, caption: String? = nil) {
    tables.append((caption, table))
  }

  /// The section's lines, its heading included.
  func markdown(titled title: String) -> String {
    var paragraphs = ["## \(title)", introduction, Self.occasion]
    for (caption, table) in tables {
      if let caption { paragraphs.append(caption) }
      paragraphs.append(table.markdown)
    }
    if let reading { paragraphs.append(reading) }
    if !notes.isEmpty { paragraphs.append(notes.map { "* \($0)" }.joined(separator: "\n")) }
    return paragraphs.joined(separator: "\n\n")
  }

  /// When and where; each section has its own, since parts can be run alone.
  private static var occasion: String {
    let day = Date().formatted(.iso8601.year().month().day())
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let memory = Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)
    return "Measured on \(day), \(cores) cores, \(Int(memory.rounded())) GiB."
  }
}
