import XMLStream

/// Reads a feed in XML (RSS 0.90 to 2.0, RSS 1.0, Atom 0.3 and 1.0, CDF) or JSON (JSON Feed 1.0 and
/// 1.1), whatever state it is in.
///
/// The bytes are decoded; tags, repaired where they need it, go to libxml2, and text straight into the
/// fields. An entry that cannot be saved costs itself and no other.
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
    switch FeedSniffer.kind(of: document, from: bytes, contentType: context.contentType) {
    case .xmlFeed: break
    case .empty: throw FeedError.empty
    case .html:
      throw FeedError.htmlPage(feeds: FeedLinks.find(in: document.bytes, context: context))
    case .json:
      return try JSONFeed.parse(document, context: context, limits: limits, entry: entry)
    case .csv: throw FeedError.notAFeed(hint: "a table in CSV")
    case .other(let hint): throw FeedError.notAFeed(hint: hint)
    }
    return try parse(document, context: context, limits: limits, isFragment: false, entry: entry)
  }

  /// Reads a document in XML that is in memory as a whole.
  private static func parse(
    _ document: DecodedDocument, context: FeedContext, limits: FeedLimits, isFragment: Bool,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    try withoutActuallyEscaping(entry) { entry in
      let run = FeedRun(
        decision: document.decision, document: document.text, isFragment: isFragment,
        context: context, limits: limits, issues: document.issues(limit: limits.issues),
        deliver: entry)
      return try run.parse(behind: Prolog(document.bytes)) { xml, _ in
        try xml.read(document.bytes.span, from: 0, isLast: true)
      }
    }
  }

  /// Reads one entry again from its own characters.
  ///
  /// - Parameters:
  ///   - source: The entry's ``ParsedEntry/source``.
  ///   - envelope: The ``ParsedFeed/envelope`` of the document that it came with.
  ///   - context: What was known of that document besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  /// - Returns: The entry as it was handed on then, or as today's rules read it; nil where they read none.
  /// - Throws: `FeedError` where nothing can be read.
  public static func entry(
    from source: String, in envelope: String, context: FeedContext = FeedContext(),
    limits: FeedLimits = .standard
  ) throws -> ParsedEntry? {
    // The characters are UTF-8 now, whatever the server said of the document's bytes and whatever
    // they look like.
    var context = context
    context.contentType = nil
    let bytes = Array(("\u{FEFF}" + envelope + source).utf8)
    var entries: [ParsedEntry] = []
    switch FeedSniffer.kind(of: bytes) {
    case .csv: _ = try CSVFeed.parse(bytes, context: context, limits: limits) { entries.append($0) }
    case .xmlFeed:
      _ = try parse(
        DecodedDocument(bytes, contentType: nil), context: context, limits: limits,
        isFragment: true
      ) { entries.append($0) }
    default: _ = try parse(bytes, context: context, limits: limits) { entries.append($0) }
    }
    return entries.first
  }

  /// Reads a feed that need not be in memory all at once, and hands each entry on as soon as it is
  /// complete.
  ///
  /// A feed in XML and UTF-8 is read piece by piece, in memory for the largest of its entries and
  /// little more; any other document is read whole.
  ///
  /// - Parameters:
  ///   - document: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - entry: Receives the entries in the order of the document.
  /// - Returns: The feed's own fields, and what was wrong with the document.
  /// - Throws: `FeedError` where nothing can be read, and whatever reading the bytes or `entry` throws.
  public static func parse(
    _ document: some FeedBytes, context: FeedContext = FeedContext(),
    limits: FeedLimits = .standard, entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    try parse(document, context: context, limits: limits, pieceBytes: 256 << 10, entry: entry)
  }

  /// The same with pieces of any size, which changes nothing but the time and memory it takes.
  package static func parse(
    _ document: some FeedBytes, context: FeedContext, limits: FeedLimits, pieceBytes: Int,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    guard document.count <= limits.bytes else {
      throw FeedError.tooLarge(bytes: document.count, limit: limits.bytes)
    }
    guard
      let streamed = try StreamedFeed(document, context: context, pieceBytes: max(pieceBytes, 1))
    else { return try parse(document.contents(), context: context, limits: limits, entry: entry) }
    return try withoutActuallyEscaping(entry) {
      try streamed.parse(context: context, limits: limits, deliver: $0)
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
