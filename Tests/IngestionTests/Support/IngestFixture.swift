import Announcements
import Catalog
import EventLog
import FeedParsing
import Foundation
import Ingestion
import Projections

/// A store and sources in a folder of their own, which goes away with the test.
final class IngestFixture {
  let folder: String
  let store: Store
  private let catalogFolder: String
  let catalog: Catalog

  /// Creates the folder and loads the catalog: that of the package, or one with `feeds` alone.
  init(feeds: String? = nil) throws {
    folder = NSTemporaryDirectory() + "presslog-ingest-\(UUID().uuidString)"
    store = Store("\(folder)/Store")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    catalogFolder = feeds == nil ? Place.catalog : folder
    if let feeds {
      try Data(feeds.utf8).write(to: URL(fileURLWithPath: "\(folder)/feeds.yaml"))
    }
    catalog = try Catalog.load(from: catalogFolder)
  }

  deinit {
    // A folder that is left behind is a nuisance, no failure.
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: Sources

  /// Writes a source and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = "\(folder)/\(name)"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Ingests sources as a command does.
  @discardableResult
  func ingest(
    _ sources: [String], options: IngestOptions? = nil
  ) async throws -> [SourceReport] {
    var reports: [SourceReport] = []
    var observer = IngestObserver()
    observer.report = { reports.append($0) }
    let ingestor = Ingestor(
      store, catalog, folder: catalogFolder, options ?? IngestOptions(), observer)
    _ = try await ingestor.ingest(sources.map { IngestSource(argument: $0) })
    return reports
  }

  // MARK: What became of them

  /// The events of the log, decoded.
  func events() throws -> [(recorded: RecordedEvent, event: AnnouncementEvent)] {
    var events: [(RecordedEvent, AnnouncementEvent)] = []
    try store.log().forEachBatch(after: 0, size: 1_000) { batch in
      for recorded in batch {
        guard let type = EventType(rawValue: recorded.type) else { continue }
        events.append(
          (
            recorded,
            try AnnouncementEvent(type: type, subject: recorded.subject, data: recorded.data)
          ))
      }
    }
    return events
  }

  /// The last words of the events' types, in the order of the log.
  func types() throws -> [String] {
    try events().map { String($0.recorded.type.split(separator: ".").last ?? "") }
  }

  /// The revisions in the order of the log.
  func revisions() throws -> [Revision] {
    try events().compactMap { _, event in
      switch event {
      case .published(let revision), .revised(let revision): revision
      default: nil
      }
    }
  }

  /// What is known in the end: titles and texts of the announcements that stand, by their ids.
  func standing() throws -> [String: String] {
    let reader = try IndexReader(store.index)
    var query = AnnouncementQuery()
    query.limit = 0
    return try reader.announcements(query).reduce(into: [:]) { words, summary in
      let detail = try reader.announcement(summary.id)
      words[summary.id] = "\(summary.title)\n\(detail?.text ?? "")"
    }
  }

  func titles() throws -> [String] { try revisions().map(\.entry.title) }
}

/// Where the package keeps what the tests read.
enum Place {
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static let catalog = "\(package)/Feeds"

  /// The paths of all samples that are feeds.
  static var samples: [String] {
    get throws {
      let folder = "\(catalog)/samples"
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        .filter { $0.hasSuffix(".xml") || $0.hasSuffix(".csv") }
        .map { "\(folder)/\($0)" }
    }
  }

  static let article = "\(catalog)/samples/articles/health-innovation-leeds-launch.txt"
}
