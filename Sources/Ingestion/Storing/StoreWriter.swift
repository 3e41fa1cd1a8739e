import Catalog
import EventLog

/// Stores sources in the order in which they come, small ones together, and reports each.
///
/// The store is opened when there is something to write, and held until it is released.
final class StoreWriter {
  private let store: Store
  private let catalog: Catalog
  private let options: IngestOptions
  private let observer: IngestObserver
  private var batch = DocumentBatch()
  private var session: WritingSession?
  /// The number of the log's last event; nil where the store was never opened.
  private(set) var sequence: Int?

  init(
    _ store: Store, _ catalog: Catalog, _ options: IngestOptions, _ observer: IngestObserver
  ) {
    self.store = store
    self.catalog = catalog
    self.options = options
    self.observer = observer
  }

  /// Takes what reading a source gave.
  ///
  /// - Throws: What makes going on impossible: the disk, the log, the index, another writer.
  func add(_ result: Ingestor.ReadResult, named name: String) throws {
    if case .success(.document(let document)) = result,
      case .spooled(let source) = document.entries
    {
      try flush()
      let report = try open().store(document, in: source, options.limits)
      sequence = session?.head.sequence
      observer.report(report)
    } else {
      batch.add(result, named: name)
      if batch.isFull(options.limits) { try flush() }
    }
  }

  /// Stores and reports what was taken.
  func flush() throws {
    if !batch.documents.isEmpty {
      let session = try open()
      batch.resolve(try session.store(batch.documents))
      sequence = session.head.sequence
    }
    batch.reports.forEach(observer.report)
    batch = DocumentBatch()
  }

  /// Lets others write.
  func release() throws {
    try flush()
    session = nil
  }

  private func open() throws -> WritingSession {
    let open = try session ?? WritingSession(store, catalog, options, observer)
    session = open
    return open
  }
}
