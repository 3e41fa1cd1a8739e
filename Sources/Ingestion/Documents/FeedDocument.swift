public import FeedParsing

/// A feed in any form that Presslog reads: XML, or a table.
public enum FeedDocument {
  /// Reads a document by what its bytes look like, and hands each entry on as it is complete.
  ///
  /// - Throws: `FeedError` where nothing can be read, or what `entry` throws.
  public static func parse(
    _ bytes: [UInt8], context: FeedContext, entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    if FeedSniffer.kind(of: bytes, context: context) == .csv {
      return try CSVFeed.parse(bytes, context: context, entry: entry)
    }
    return try FeedParser.parse(bytes, context: context, entry: entry)
  }
}
