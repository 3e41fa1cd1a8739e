import Announcements
public import Catalog
import EventLog
import Fetching
import Projections

/// Reads sources, appends what is new to the log and brings the index up: the whole way of an
/// announcement.
///
/// Sources are read and parsed on other cores, several at once, while earlier ones are decided and
/// stored in the order in which they were named: the same command gives the same events. The store
/// is not held while the network or standard input is waited for.
public struct Ingestor {
  private let store: Store
  private let catalog: Catalog
  private let folder: String
  private let options: IngestOptions
  private let observer: IngestObserver
  private let fetcher: Fetcher

  /// Creates an ingestor.
  ///
  /// - Parameters:
  ///   - store: Where everything is kept.
  ///   - catalog: Who and what is looked for.
  ///   - folder: The catalog's folder.
  ///   - options: What is known of the sources.
  ///   - observer: Who is told what happens.
  public init(
    _ store: Store, _ catalog: Catalog, folder: String, _ options: IngestOptions,
    _ observer: IngestObserver
  ) {
    self.store = store
    self.catalog = catalog
    self.folder = folder
    self.options = options
    self.observer = observer
    fetcher = Fetcher()
  }

  /// Ingests sources; one that cannot be read is reported and does not stop the others.
  ///
  /// - Returns: The number of the last event, 0 where the log is empty.
  /// - Throws: What makes going on impossible: the disk, the log, the index, another writer.
  public func ingest(_ sources: [IngestSource]) async throws -> Int {
    let reader = DocumentReader(
      catalog: catalog, folder: folder, options: options, known: try knownDocuments())
    let writer = StoreWriter(store, catalog, options, observer)
    try await withThrowingTaskGroup(of: (Int, ReadResult).self) { group in
      var ahead = ReadAhead(sources)
      var finished: [Int: ReadResult] = [:]
      for index in sources.indices {
        while let next = ahead.next(after: index) {
          let (source, fetcher) = (sources[next], fetcher)
          group.addTask { (next, await Self.read(source, reader, fetcher)) }
        }
        while finished[index] == nil {
          // Nobody else may have to wait for it with us.
          if sources[index].mayKeepWaiting { try writer.release() }
          guard let (done, result) = try await group.next() else { break }
          finished[done] = result
        }
        guard let result = finished.removeValue(forKey: index) else { break }
        try writer.add(result, named: sources[index].name)
      }
    }
    try writer.flush()
    return try writer.sequence ?? store.log().head.sequence
  }

  /// What reading a source gave.
  typealias ReadResult = Result<DocumentReader.Outcome, any Error>

  @concurrent
  private static func read(
    _ source: IngestSource, _ reader: DocumentReader, _ fetcher: Fetcher
  ) async -> ReadResult {
    do {
      let received = try await ReceivedDocument.read(
        source, with: fetcher, holding: reader.options.limits.heldDocument)
      return .success(try reader.read(received))
    } catch {
      return .failure(error)
    }
  }

  /// The documents that were read last, by their hashes; none where there is no index that says so.
  ///
  /// - Throws: `EventLogError` for a damaged log, `ProjectionError.aheadOfLog` where the log does not
  ///   hold what the index has read: then nothing may pass for known.
  private func knownDocuments() throws -> [String: KnownDocument] {
    // The index before the log, so that the log holds whatever the index has read. One that cannot be
    // read is made anew by the writer; until then everything is parsed.
    let index = try? IndexReader(store.index)
    let log = try store.log().intact()
    guard let index, index.catalogDigest == catalog.digest else { return [:] }
    guard try log.hash(at: index.checkpoint.sequence) == index.checkpoint.hash else {
      throw ProjectionError.aheadOfLog(
        sequence: index.checkpoint.sequence, head: log.head.sequence)
    }
    return Dictionary(
      try index.documents().map { document in
        (document.hash, KnownDocument(feed: FeedID(document.feed), entries: document.entries))
      }, uniquingKeysWith: { first, _ in first })
  }
}
