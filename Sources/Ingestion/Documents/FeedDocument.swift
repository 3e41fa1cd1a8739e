public import FeedParsing

/// A feed in any form that Presslog reads: XML, or a table.
public enum FeedDocument {
  /// Reads a document by what its bytes look like, and hands each entry on as it is complete.
  ///
  /// - Throws: `FeedError` where nothing can be read, `SystemError` where a temporary file cannot, or
  ///   what `entry` throws.
  public static func parse(
    _ contents: DocumentContents, context: FeedContext, limits: FeedLimits = .standard,
    entry: (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    switch contents {
    case .held(let bytes):
      guard FeedSniffer.kind(of: bytes, context: context) == .csv else {
        return try FeedParser.parse(bytes, context: context, limits: limits, entry: entry)
      }
      return try CSVFeed.parse(bytes, context: context, limits: limits, entry: entry)
    case .spooled(let bytes):
      let head = try bytes.read(at: 0, upTo: sniffedBytes)
      guard FeedSniffer.kind(of: head, context: context) == .csv else {
        return try FeedParser.parse(bytes, context: context, limits: limits, entry: entry)
      }
      return try CSVFeed.parse(bytes.contents(), context: context, limits: limits, entry: entry)
    }
  }

  /// The bytes by which a large document is told to be a table: as many characters as
  /// `FeedSniffer` looks at, in an encoding that takes four bytes for each.
  private static let sniffedBytes = 256 << 10
}
