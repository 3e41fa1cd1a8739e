/// A part of the benchmarks, which can be run alone and has its own section in the document.
enum BenchmarkPart: String, CaseIterable {
  case start
  case ingest
  case parse
  case html
  case matching
  case log

  /// The heading of its section.
  var title: String {
    switch self {
    case .start: "Start"
    case .ingest: "Ingest"
    case .parse: "Parser"
    case .html: "HTML"
    case .matching: "Matching"
    case .log: "Event log"
    }
  }
}
