import Announcements
import Catalog
import FeedParsing

/// Reads documents as far as this is possible without the store: all but deciding.
struct DocumentReader: Sendable {
  var catalog: Catalog
  /// The folder of the catalog.
  var folder: String
  var options: IngestOptions
  /// The feeds whose last document has a given hash: what was read completely is not read again.
  var known: [String: KnownDocument]

  /// What reading gave.
  enum Outcome: Sendable {
    case document(ReadDocument)
    /// The bytes are those that were read last.
    case unchanged(KnownDocument)
  }

  /// Parses a document; keeps its entries, or where it is large only what they are known by.
  ///
  /// - Throws: `FeedError`, `SystemError` where a temporary file cannot be read.
  func read(_ received: ReceivedDocument) throws -> Outcome {
    let head = try ReceivedHead(received)
    let before = FeedResolution.before(
      reading: received.source, override: options.feed, catalog, folder: folder)
    if !options.isArticle, let known = known[head.hash],
      before.map({ $0.feed == known.feed }) ?? true
    {
      return .unchanged(known)
    }
    var survey = EntrySurvey()
    var entries: [FingerprintedEntry] = []
    let isHeld = !received.contents.isSpooled || options.isArticle
    let decider = Decider(hashing: .standard)
    let parsed = try received.forEachEntry(article: options.isArticle ? options.article : nil) {
      survey.add($0)
      if isHeld { entries.append(FingerprintedEntry($0, by: decider)) }
    }
    let resolution =
      before ?? FeedResolution.after(reading: received.source, parsed.metadata, catalog)
    return .document(
      ReadDocument(
        received: head, resolution: resolution, parsed: parsed,
        entries: isHeld ? .held(entries) : .spooled(received), entryCount: survey.count,
        survey: survey, isArticle: options.isArticle))
  }
}

/// A document that a feed gave last.
struct KnownDocument: Hashable, Sendable {
  var feed: FeedID
  var entries: Int
}
