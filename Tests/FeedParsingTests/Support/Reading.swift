import FeedParsing

/// What a parser makes of a document.
struct Reading: Equatable {
  var feed: ParsedFeed
  var entries: [ParsedEntry]

  /// Reads a document that is in memory.
  init(_ bytes: [UInt8], contentType: String? = nil, limits: FeedLimits = .keepingAllIssues) throws
  {
    let context = FeedContext(contentType: contentType)
    (feed, entries) = try FeedParser.parse(bytes, context: context, limits: limits)
  }

  /// Reads a document in pieces of a size.
  init(_ bytes: [UInt8], pieceBytes: Int, limits: FeedLimits = .keepingAllIssues) throws {
    var entries: [ParsedEntry] = []
    feed = try FeedParser.parse(
      BytesInMemory(bytes: bytes), context: FeedContext(), limits: limits, pieceBytes: pieceBytes
    ) { entries.append($0) }
    self.entries = entries
  }

  var issues: [ExpectedIssue] {
    feed.issues.map { ExpectedIssue(kind: $0.kind, line: $0.line) }.sorted()
  }
}

/// A document that is handed out in pieces though all of it is there.
struct BytesInMemory: FeedBytes {
  let bytes: [UInt8]

  var count: Int { bytes.count }

  func read(at offset: Int, upTo count: Int) -> [UInt8] {
    Array(bytes[min(offset, bytes.count)..<min(offset + count, bytes.count)])
  }
}

extension FeedLimits {
  /// The standard limits, but for the issues: a test wants to see each of them.
  static var keepingAllIssues: FeedLimits {
    var limits = FeedLimits.standard
    limits.issues = 1_000_000
    return limits
  }
}
