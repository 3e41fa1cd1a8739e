import Announcements
import Catalog
import EventLog
import Foundation
import JSONBytes
import Projections

/// A log, a catalog and an index in a folder of their own, which goes away with the test.
final class IndexFixture {
  let folder: String
  var log: String { "\(folder)/log" }
  var index: IndexFolder { IndexFolder("\(folder)/projections") }

  /// When the first event is appended; each batch after it is a minute later.
  static let start = Timestamp(milliseconds: 1_706_000_000_000)
  private var batches: Int64 = 0

  init() throws {
    folder = NSTemporaryDirectory() + "presslog-index-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that is left behind is a nuisance, no failure.
    try? FileManager.default.removeItem(atPath: folder)
  }

  // MARK: The catalog

  /// Writes the files of a catalog and loads them.
  func catalog(
    partners: String = SampleCatalog.partners, topics: String = SampleCatalog.topics,
    boilerplate: String = ""
  ) throws -> Catalog {
    let path = "\(folder)/Feeds"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in [
      ("partners", partners), ("topics", topics), ("boilerplate", boilerplate), ("feeds", ""),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name).yaml"))
    }
    return try Catalog.load(from: path)
  }

  // MARK: The log

  /// Appends events to the log, which no index sees by that.
  @discardableResult
  func append(_ events: [AnnouncementEvent]) throws -> Appended {
    var options = LogWriter.Options()
    let now = Timestamp(milliseconds: Self.start.milliseconds + batches * 60_000)
    options.now = { now }
    batches += 1
    return try LogWriter(log, options).append(
      events.map { event in
        Event(
          id: event.id(SampleHashing.standard), source: event.feed.uriReference,
          type: event.type.rawValue, subject: event.subject?.rawValue,
          data: event.encodedData())
      })
  }

  func reader() throws -> LogReader { try LogReader(log) }

  // MARK: The index

  /// Opens the index for writing, which brings it up to the log.
  func writer(_ catalog: Catalog, wait: Duration = .zero) throws -> IndexWriter {
    var options = IndexWriter.Options()
    options.wait = wait
    return try IndexWriter(index, catalog: catalog, log: try reader(), options)
  }

  /// Appends events and brings the index up to them.
  func record(_ events: [AnnouncementEvent], _ catalog: Catalog) throws {
    try append(events)
    _ = try writer(catalog)
  }

  @discardableResult
  func rebuild(_ catalog: Catalog) throws -> RebuildReport {
    try index.rebuild(catalog: catalog, log: { try reader() })
  }

  func read() throws -> IndexReader { try IndexReader(index) }

  /// The titles that a query gives, in the order of the answer.
  func titles(_ ask: (inout AnnouncementQuery) -> Void = { _ in }) throws -> [String] {
    var query = AnnouncementQuery()
    ask(&query)
    return try read().announcements(query).map(\.title)
  }

  /// The names of the files of the index, sorted.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: index.path).sorted()
  }

  func removeIndex() throws { try FileManager.default.removeItem(atPath: index.path) }
}

/// Two partners and two topics.
enum SampleCatalog {
  static let partners = """
    partners:
      - {id: infirmary, kind: nhs, names: [City Infirmary], domains: [infirmary.example]}
      - {id: college, kind: university, names: [Riverside College]}
    """
  static let topics = """
    topics:
      - {id: hearts, name: Hearts, facet: health, phrases: [{phrase: heart*, weight: 2}]}
      - {id: money, name: Money, facet: sector, phrases: [{phrase: grant, weight: 2}]}
    """
}

/// A hash that is the same everywhere and good enough for a test: FNV-1a, four times over.
enum SampleHashing {
  static let standard = Hashing { bytes in
    (UInt64(0)..<4).flatMap { round in
      let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 &+ round) { hash, byte in
        (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      }
      return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
  }
}
