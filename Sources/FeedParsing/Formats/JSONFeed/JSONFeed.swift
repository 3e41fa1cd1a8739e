/// JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), whatever state it is in.
enum JSONFeed {
  /// Reads a feed and hands each item on as an entry as soon as it is complete.
  ///
  /// - Parameters:
  ///   - document: The document, decoded.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - entry: Receives the entries in the order of the document.
  /// - Returns: The feed's own fields, and what was wrong with the document.
  /// - Throws: `FeedError` where the document is no feed, and whatever `entry` throws.
  static func parse(
    _ document: DecodedDocument, context: FeedContext, limits: FeedLimits,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    var reader = JSONFeedReader(
      JSONPullReader(document.text, limits: limits, issues: document.issues(limit: limits.issues)),
      context: context)
    try reader.read(entry)
    let issues = reader.json.issues
    return ParsedFeed(
      format: reader.head.format ?? .jsonFeed11, encoding: document.decision,
      isWellFormed: !issues.hasRepair, issues: issues.issues, issueCount: issues.count,
      entryCount: reader.entryCount,
      metadata: reader.head.finished(defaultLanguage: context.contentLanguage), tombstones: [],
      envelope: JSONFeedEnvelope.text(of: reader.head, limits: limits))
  }
}
