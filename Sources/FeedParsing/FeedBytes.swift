/// The bytes of a document that need not be in memory all at once.
///
/// They are read from front to back, more than once, and are always the same: a parser may rely in a
/// later pass on what it found in an earlier one.
public protocol FeedBytes: Sendable {
  /// How many there are.
  var count: Int { get }

  /// The bytes from `offset` on, at most `count` of them.
  ///
  /// - Returns: Fewer than `count` where the document ends before, none at its end.
  /// - Throws: Where they cannot be read, which ends the parsing.
  func read(at offset: Int, upTo count: Int) throws -> [UInt8]
}

extension FeedBytes {
  /// All the bytes at once.
  ///
  /// - Throws: What reading throws.
  public func contents() throws -> [UInt8] { try read(at: 0, upTo: count) }
}

extension FeedParser {
  /// Reads a feed and hands each entry on as soon as it is complete.
  ///
  /// - Parameters:
  ///   - document: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - entry: Receives the entries in the order of the document.
  /// - Returns: The feed's own fields, and what was wrong with the document.
  /// - Throws: `FeedError` where nothing can be read, and whatever reading the bytes or `entry`
  ///   throws.
  public static func parse(
    _ document: some FeedBytes, context: FeedContext = FeedContext(),
    limits: FeedLimits = .standard, entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    guard document.count <= limits.bytes else {
      throw FeedError.tooLarge(bytes: document.count, limit: limits.bytes)
    }
    return try parse(document.contents(), context: context, limits: limits, entry: entry)
  }
}
