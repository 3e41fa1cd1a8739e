import Catalog
import EventLog
import Projections

extension Store {
  /// Opens the log for writing, which recovers what a crash left; that is told.
  ///
  /// - Throws: `EventLogError`, `SystemError`.
  func logWriter(wait: Duration, _ observer: IngestObserver) throws -> LogWriter {
    var options = LogWriter.Options()
    options.wait = wait
    options.onWait = observer.onWait
    options.checkpoint = try index.checkpoint()
    let log = try LogWriter(logDirectory, options)
    if let recovery = log.recovery { observer.notice(recovery.description) }
    return log
  }

  /// Opens the index for writing, which brings it up to the log.
  ///
  /// - Throws: `ProjectionError`, `EventLogError`, or what SQLite reports.
  func indexWriter(
    _ catalog: Catalog, wait: Duration, _ observer: IngestObserver
  ) throws -> IndexWriter {
    var options = IndexWriter.Options()
    options.wait = wait
    options.onWait = observer.onWait
    options.notice = observer.notice
    options.progress = observer.progress
    return try IndexWriter(index, catalog: catalog, log: try log(), options)
  }
}
