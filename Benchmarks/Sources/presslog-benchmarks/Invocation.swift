import Foundation

/// What the command line asks for.
struct Invocation {
  /// A command line that asks for nothing we know.
  struct UsageError: Error, CustomStringConvertible {
    var description: String {
      let parts = BenchmarkPart.allCases.map(\.rawValue).joined(separator: "|")
      return "usage: presslog-benchmarks PRESSLOG DOCUMENT [\(parts) ...]"
    }
  }

  private var presslog: String
  private var document: String
  private var parts: [BenchmarkPart]

  init(_ arguments: [String]) throws {
    guard arguments.count >= 3 else { throw UsageError() }
    let named = try arguments[3...].map { name in
      guard let part = BenchmarkPart(rawValue: name) else { throw UsageError() }
      return part
    }
    presslog = arguments[1]
    document = arguments[2]
    parts = named.isEmpty ? BenchmarkPart.allCases : named
  }

  /// How many events the long log has.
  private static func logEvents() throws -> Int {
    guard let text = ProcessInfo.processInfo.environment["LOG_EVENTS"] else { return 10_000_000 }
    guard let events = Int(text), events > 0 else { throw UsageError() }
    return events
  }

  /// Measures each part and replaces its section; writes nothing where a part fails.
  func run() throws {
    var result = try BenchmarkDocument(path: document)
    let workspace = try Workspace(checkout: FileManager.default.currentDirectoryPath)
    for part in BenchmarkPart.allCases where parts.contains(part) {
      say("measuring: \(part.title)")
      let section = try section(of: part, in: workspace)
      print(section.markdown(titled: part.title) + "\n")
      result.replace(part, with: section)
    }
    try result.write(to: document)
  }

  private func section(of part: BenchmarkPart, in workspace: Workspace) throws -> Section {
    switch part {
    case .start: try StartBenchmark(presslog: presslog).run()
    case .ingest: try IngestBenchmark(presslog: presslog, workspace: workspace).run()
    case .parse: try ParseBenchmark(workspace: workspace).run()
    case .html: try HTMLBenchmark(workspace: workspace).run()
    case .matching: try MatchingBenchmark(workspace: workspace).run()
    case .log: try LogBenchmark(workspace: workspace, events: try Self.logEvents()).run()
    }
  }
}

/// Tells whoever waits what is going on.
func say(_ message: String) {
  FileHandle.standardError.write(Data("\(message)\n".utf8))
}
