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
