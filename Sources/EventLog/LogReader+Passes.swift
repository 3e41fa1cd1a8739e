/// Passes over the durable events that check one thing each; ``verify(_:)`` checks everything.
extension LogReader {
  /// Compares every line with its checksum: finds what befell the bytes by accident.
  ///
  /// - Returns: How many lines there are.
  /// - Throws: ``EventLogError/corrupt(_:)`` at the first that does not match; ``SystemError``.
  public func compareChecksums() throws -> Int {
    try pass { scanner in while try scanner.passChecksum() {} }
  }

  /// Follows the chain of hashes, and compares data with theirs: finds headers and data that were
  /// changed, and lines that were taken out or put in.
  ///
  /// - Returns: How many lines there are.
  /// - Throws: ``EventLogError/corrupt(_:)`` at the first that does not follow; ``SystemError``.
  public func followChain() throws -> Int {
    try pass { scanner in while try scanner.passLink() {} }
  }

  private func pass(_ body: (inout SegmentScanner) throws -> Void) throws -> Int {
    var before = LogPosition.start
    for segment in segments {
      var scanner = try SegmentScanner(layout, segment.first, after: before, end: segment.end)
      try body(&scanner)
      before = scanner.position
    }
    return before.sequence
  }
}
