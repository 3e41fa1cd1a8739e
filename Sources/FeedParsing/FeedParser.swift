import XMLStream

/// Reads a feed in XML (RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0) or JSON (``JSONFeed``), whatever
/// state it is in.
///
/// The bytes are decoded; XML is parsed strictly and, only where that fails, repaired and parsed again. An
/// entry that cannot be saved costs itself and no other.
public enum FeedParser {
  /// Reads a feed and hands each entry on as soon as it is complete.
  ///
  /// - Parameters:
  ///   - bytes: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - entry: Receives the entries in the order of the document.
  /// - Returns: The feed's own fields, and what was wrong with the document.
  /// - Throws: `FeedError` where nothing can be read, and whatever `entry` throws.
  public static func parse(
    _ bytes: [UInt8], context: FeedContext = FeedContext(), limits: FeedLimits = .standard,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    guard bytes.count <= limits.bytes else {
      throw FeedError.tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    let document = DecodedDocument(bytes, contentType: context.contentType)
    switch FeedSniffer.kind(of: document.bytes, contentType: context.contentType) {
    case .xmlFeed: break
    case .empty: throw FeedError.empty
    case .html:
      throw FeedError.htmlPage(feeds: FeedLinks.find(in: document.bytes, context: context))
    case .json:
      return try JSONFeed.parse(document, context: context, limits: limits, entry: entry)
    case .csv: throw FeedError.notAFeed(hint: "a table in CSV")
    case .other(let hint): throw FeedError.notAFeed(hint: hint)
    }
    return try withoutActuallyEscaping(entry) { entry in
      var run = FeedRun(document: document, context: context, limits: limits, deliver: entry)
      return try run.parse()
    }
  }

  /// Reads a feed with all its entries.
  ///
  /// - Parameters:
  ///   - bytes: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  /// - Returns: The feed and its entries in the order of the document.
  /// - Throws: `FeedError` where nothing can be read.
  public static func parse(
    _ bytes: [UInt8], context: FeedContext = FeedContext(), limits: FeedLimits = .standard
  ) throws -> (feed: ParsedFeed, entries: [ParsedEntry]) {
    var entries: [ParsedEntry] = []
    let feed = try parse(bytes, context: context, limits: limits) { entries.append($0) }
    return (feed, entries)
  }
}
