import Announcements
import Catalog
import Crypto
import FeedParsing
import Fetching
import JSONBytes

/// A source that has been read and parsed, ready to be decided.
struct ReadDocument: Sendable {
  var received: ReceivedHead
  var resolution: FeedResolution
  var parsed: ParsedFeed
  var entries: [FingerprintedEntry]
  var survey: EntrySurvey
  /// Whether it was read as one article, of which a person may say something else next time.
  var isArticle: Bool
}

/// An entry with the fingerprint of its content, which is taken where it is parsed: on any core.
struct FingerprintedEntry: Sendable {
  var entry: ReceivedEntry
  var content: String
}

/// What remains of the bytes once they are parsed.
struct ReceivedHead: Sendable {
  var source: IngestSource
  var hash: String
  var bytes: Int
  var status: Int?
  var etag: String?
  var lastModified: String?
}

/// How documents are read.
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
    case unchanged(ReceivedHead, KnownDocument)
  }

  /// Parses a document.
  ///
  /// - Throws: `FeedError`.
  func read(_ received: ReceivedBytes) throws -> Outcome {
    let head = ReceivedHead(
      source: received.source, hash: Hashing.hexadecimal(received.bytes),
      bytes: received.bytes.count, status: received.head?.status, etag: received.head?.etag,
      lastModified: received.head?.lastModified)
    let before = FeedResolution.before(
      reading: received.source, override: options.feed, catalog, folder: folder)
    if !options.isArticle, let known = known[head.hash],
      before.map({ $0.feed == known.feed }) ?? true
    {
      return .unchanged(head, known)
    }
    var (parsed, entries) = try parse(received)
    try leaveOutOversized(&entries, &parsed)
    var survey = EntrySurvey()
    entries.forEach { survey.add($0) }
    let decider = Decider(hashing: .standard)
    let resolution =
      before ?? FeedResolution.after(reading: received.source, parsed.metadata, catalog)
    return .document(
      ReadDocument(
        received: head, resolution: resolution, parsed: parsed,
        entries: entries.map {
          FingerprintedEntry(entry: $0, content: decider.fingerprint(of: $0))
        }, survey: survey, isArticle: options.isArticle))
  }

  /// The bytes that the fields of one entry and its source may have together.
  ///
  /// Escaped as JSON they may be six times as many, and an event must fit into half a segment.
  private static let maximumEntryBytes = 5 << 20

  /// An entry that no event can hold costs itself, and is said.
  private func leaveOutOversized(
    _ entries: inout [ReceivedEntry], _ parsed: inout ParsedFeed
  ) throws {
    let count = entries.count
    entries.removeAll { $0.byteCount > Self.maximumEntryBytes }
    guard entries.count < count else { return }
    let message =
      "\(count - entries.count) entries were left out: one may have \(Self.maximumEntryBytes >> 20) MiB"
    guard !entries.isEmpty else { throw FeedError.limitExceeded(message) }
    parsed.issues.append(FeedIssue(kind: .limitExceeded, message: message))
    parsed.issueCount += 1
  }

  private func parse(_ received: ReceivedBytes) throws -> (ParsedFeed, [ReceivedEntry]) {
    if options.isArticle {
      let (feed, entry) = try ArticleFeed.parse(
        received.bytes, context: received.context, given: options.article)
      return (feed, [ReceivedEntry(entry, isDateGiven: options.article.published != nil)])
    }
    var entries: [ReceivedEntry] = []
    let feed = try FeedDocument.parse(received.bytes, context: received.context) {
      entries.append(ReceivedEntry($0))
    }
    return (feed, entries)
  }
}

/// A document that a feed gave last.
struct KnownDocument: Hashable, Sendable {
  var feed: FeedID
  var entries: Int
}

extension Hashing {
  /// The hashes of the log and the ids: SHA-256 from swift-crypto.
  static let standard = Hashing { Array(SHA256.hash(data: $0)) }

  /// 64 hexadecimal digits.
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
