import Announcements

/// Sources that were read and wait to be stored and reported together.
struct DocumentBatch {
  private(set) var documents: [ReadDocument] = []
  private(set) var reports: [SourceReport] = []
  private var entries = 0
  private var bytes = 0
  /// Which of `reports` belong to `documents`.
  private var open: [Int] = []

  /// Whether they must be stored before more are taken.
  func isFull(_ limits: IngestLimits) -> Bool {
    entries >= limits.batchEntries || bytes >= limits.documentBatch
  }

  /// Takes what reading a source gave.
  mutating func add(_ result: Ingestor.ReadResult, named name: String) {
    var report = SourceReport(source: name)
    switch result {
    case .failure(let error): report.error = error
    case .success(.unchanged(let known)):
      report.feed = known.feed.rawValue
      report.resolution = "it has not changed"
      report.entries = known.entries
      report.unchanged = known.entries
    case .success(.document(let document)):
      open.append(reports.count)
      documents.append(document)
      entries += document.entryCount
      bytes += document.received.bytes
    }
    reports.append(report)
  }

  /// Puts in what became of the documents.
  mutating func resolve(_ stored: [SourceReport]) {
    for (index, report) in zip(open, stored) { reports[index] = report }
  }
}
