import Announcements
import FeedParsing
import Fetching

/// A source that has been read and parsed, ready to be decided.
struct ReadDocument: Sendable {
  var received: ReceivedHead
  var resolution: FeedResolution
  var parsed: ParsedFeed
  var entries: Entries
  /// How many entries there are.
  var entryCount: Int
  var survey: EntrySurvey
  /// Whether it was read as one article, of which a person may say something else next time.
  var isArticle: Bool

  /// Where the entries are.
  enum Entries: Sendable {
    /// In memory.
    case held([FingerprintedEntry])
    /// In the document, which is too large for that and is parsed once more.
    case spooled(ReceivedDocument)
  }
}

/// What remains of a document once it is parsed.
struct ReceivedHead: Sendable {
  var source: IngestSource
  /// SHA-256 of the bytes, 64 hexadecimal digits.
  var hash: String
  var bytes: Int
  var status: Int?
  var etag: String?
  var lastModified: String?

  init(_ document: ReceivedDocument) throws {
    source = document.source
    hash = try document.contents.sha256()
    bytes = document.contents.count
    status = document.head?.status
    etag = document.head?.etag
    lastModified = document.head?.lastModified
  }
}
