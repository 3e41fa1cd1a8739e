import FeedParsing
import Fetching

/// A document and what came with it.
struct ReceivedDocument: Sendable {
  var source: IngestSource
  var contents: DocumentContents
  /// What the server said, for a URL.
  var head: FetchedHead?

  /// What the parser is told besides the bytes.
  var context: FeedContext {
    switch source {
    case .url(let url):
      FeedContext(
        contentType: head?.contentType, contentLocation: head?.contentLocation,
        contentLanguage: head?.contentLanguage, url: head?.url ?? url)
    case .file, .standardInput, .unusable: FeedContext()
    }
  }

  /// Reads a source to its end.
  ///
  /// - Parameters:
  ///   - source: The source.
  ///   - fetcher: Fetches what is in the network.
  ///   - limit: The bytes up to which the document stays in memory.
  /// - Returns: The document.
  /// - Throws: ``SourceError``, `FetchError`.
  static func read(
    _ source: IngestSource, with fetcher: Fetcher, holding limit: Int
  ) async throws -> ReceivedDocument {
    switch source {
    case .url(let url):
      switch try await fetcher.fetch(FetchRequest(url: url)) {
      case .fetched(let document):
        var collector = DocumentCollector(holding: limit)
        try collector.append(document.bytes)
        return ReceivedDocument(
          source: source, contents: collector.contents, head: document.head)
      case .notModified(let head):
        // Only an answer to a conditional request, and this was none.
        throw FetchError.httpStatus(head.status, url: url)
      }
    case .file, .standardInput, .unusable:
      return ReceivedDocument(
        source: source, contents: try source.readLocally(holding: limit), head: nil)
    }
  }
}
