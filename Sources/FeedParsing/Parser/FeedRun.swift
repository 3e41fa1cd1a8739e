import XMLStream

/// One reading of one document: strictly at first, then repaired, then around what is broken.
struct FeedRun {
  private let document: DecodedDocument
  private let context: FeedContext
  private let limits: FeedLimits
  private let deliver: (ParsedEntry) throws -> Void
  private var reader: FeedReader

  /// A document that breaks off more often than this is no feed with an error in it.
  private static let mostResumptions = 10_000
  /// A root that is longer than this is not parsed anew for each error behind it.
  private static let longestRootTag = 16 << 10

  init(
    document: DecodedDocument, context: FeedContext, limits: FeedLimits,
    deliver: @escaping (ParsedEntry) throws -> Void
  ) {
    self.document = document
    self.context = context
    self.limits = limits
    self.deliver = deliver
    var issues = IssueList(limit: limits.issues)
    if document.strayBytes > 0 {
      issues.add(
        .undecodableBytes, line: document.strayLines.first, message: document.strayMessage)
    }
    reader = FeedReader(
      source: SourceMap(parsed: document.bytes, original: document.text, edits: EditMap()),
      context: context, limits: limits, issues: issues, deliver: deliver)
  }

  mutating func parse() throws -> ParsedFeed {
    let issuesOfDecoding = reader.issues
    do {
      var parser = try XMLPushParser(handler: reader)
      try parser.parse(document.bytes.span)
      try parser.finish()
    } catch let failure as XMLFailure where failure.kind != .limitExceeded {
      try parseRepaired(issues: issuesOfDecoding)
    } catch let failure as XMLFailure {
      try stop(at: failure)
    }
    return finishedFeed()
  }

  /// Repairs the document and reads it again, without handing on again what was handed on.
  private mutating func parseRepaired(issues: IssueList) throws {
    let delivered = reader.entryCount
    let prolog = Prolog(document.bytes)
    let (repaired, issues) = Repair.run(document.bytes, prolog: prolog, issues: issues)
    let source = SourceMap(
      parsed: repaired.bytes, original: document.text, edits: repaired.edits)
    reader = FeedReader(
      source: source, context: context, limits: limits, issues: issues, deliver: deliver)
    reader.entryCount = delivered
    try parsePieces(repaired.bytes)
  }

  /// Parses up to an error, then from the next entry on, until the end.
  private func parsePieces(_ bytes: [UInt8]) throws {
    var start = 0
    var prefix: [UInt8] = []
    for _ in 0...Self.mostResumptions {
      reader.source.shift = start - prefix.count
      guard let failure = try parsePiece(bytes, from: start, prefix: prefix) else { return }
      guard failure.failure.kind != .limitExceeded else { return try stop(at: failure.failure) }
      let offset = max(failure.failure.offset - prefix.count, 0) + start
      guard let root = reader.rootTag, root.count <= Self.longestRootTag,
        let next = EntrySearch.nextEntry(in: bytes, from: max(offset, start + 1))
      else {
        return reportEnd(failure.failure, isAtEnd: failure.isAtEnd)
      }
      reader.issues.add(
        .structure, line: failure.failure.line,
        message: "The markup is broken, and reading goes on with the next entry: "
          + failure.failure.message)
      if prefix.isEmpty { prefix = resumptionPrefix(root: bytes[root]) }
      reader.issues.firstLine += EntrySearch.lines(in: bytes[start..<next])
      reader.abandonEntry()
      start = next
    }
    reader.issues.add(.limitExceeded, message: "The markup is broken in too many places.")
  }

  /// Parses one piece; says why it stopped, and whether that was for want of bytes.
  private func parsePiece(
    _ bytes: [UInt8], from start: Int, prefix: [UInt8]
  ) throws -> (failure: XMLFailure, isAtEnd: Bool)? {
    var isAtEnd = false
    do {
      var parser = try XMLPushParser(
        handler: reader, allowsUndeclaredPrefixes: true, firstChunk: start == 0 ? 64 << 10 : 4096)
      try parser.parse(prefix.span)
      try parser.parse(bytes.span.extracting(start..<bytes.count))
      isAtEnd = true
      try parser.finish()
      return nil
    } catch let failure as XMLFailure {
      return (failure, isAtEnd)
    }
  }

  /// What makes the rest of a document one of its own: the root's tag, and for RSS the channel's.
  private func resumptionPrefix(root: ArraySlice<UInt8>) -> [UInt8] {
    let hasChannel =
      reader.format != .rss10 && reader.format != .rss090
      && reader.format != .atom10 && reader.format != .atom03
    return Array(root) + (hasChannel ? Array("<channel>".utf8) : [])
  }

  private func reportEnd(_ failure: XMLFailure, isAtEnd: Bool) {
    if isAtEnd || reader.entry == nil && reader.entryCount > 0 {
      reader.issues.add(
        .truncated, line: failure.line, message: "The document ends before its last tag.")
    } else {
      reader.issues.add(
        .structure, line: failure.line, message: "The markup is broken: \(failure.message)")
    }
  }

  private func stop(at failure: XMLFailure) throws {
    guard reader.entryCount > 0 else { throw FeedError.limitExceeded(failure.message) }
    reader.issues.add(.limitExceeded, line: failure.line, message: failure.message)
  }

  private func finishedFeed() -> ParsedFeed {
    ParsedFeed(
      format: reader.format, encoding: document.decision,
      isWellFormed: !reader.issues.hasRepair, issues: reader.issues.issues,
      issueCount: reader.issues.count, entryCount: reader.entryCount,
      metadata: reader.feed.finished, tombstones: reader.feed.tombstones)
  }
}
