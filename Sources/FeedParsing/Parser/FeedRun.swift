import XMLStream

/// One reading of one document in XML.
struct FeedRun {
  private let decision: EncodingDecision
  private let limits: FeedLimits
  private let reader: FeedReader

  /// Prepares to read a document of which all bytes are in memory, or only its beginning.
  ///
  /// - Parameters:
  ///   - decision: The encoding that was decided on.
  ///   - document: The whole document, nil where it comes in pieces.
  ///   - isFragment: Whether it is the beginning of a feed and an entry of it, and then ends.
  ///   - context: What is known of it besides its bytes.
  ///   - limits: Bounds on what it may make us do.
  ///   - issues: What decoding found.
  ///   - deliver: Receives the entries.
  init(
    decision: EncodingDecision, document: ValidText?, isFragment: Bool = false,
    context: FeedContext, limits: FeedLimits, issues: IssueList,
    deliver: @escaping (ParsedEntry) throws -> Void
  ) {
    self.decision = decision
    self.limits = limits
    reader = FeedReader(
      document: document, isFragment: isFragment, context: context, limits: limits, issues: issues,
      deliver: deliver)
  }

  /// Reads a document whose root starts at an offset; `read` gives its bytes to the XML reader.
  ///
  /// - Throws: `FeedError` where nothing can be read, and what the receiver of entries throws.
  func parse(
    behind prolog: Prolog, _ read: (inout XMLReader, FeedReader) throws -> Void
  ) throws -> ParsedFeed {
    guard let root = prolog.rootStart else { throw FeedError.notAFeed(hint: "text without a tag") }
    report(prolog)
    do {
      var xml = try XMLReader(handler: reader, rules: FeedRules.standard, start: root)
      try read(&xml, reader)
    } catch let failure as XMLFailure {
      try stop(at: failure)
    } catch FeedStop.tooManyEntries {
      reader.issues.add(
        .limitExceeded,
        message: "The document has more than \(limits.entries) entries; the rest is left out.")
    }
    return finishedFeed()
  }

  private func report(_ prolog: Prolog) {
    if let line = prolog.junkLine {
      reader.issues.add(
        .junkBeforeDocument, line: line, message: "There is text before the document's first tag.")
    }
    if let line = prolog.misplacedDeclarationLine {
      reader.issues.add(
        .wrongDeclaration, line: line, message: "The XML declaration is not at the very start.")
    }
    if let line = prolog.entityDeclarationLine {
      reader.issues.add(
        .entityDeclaration, line: line, message: "Entity declarations are refused.")
    }
  }

  /// What was read up to a failure counts.
  private func stop(at failure: XMLFailure) throws {
    guard reader.entryCount > 0 else { throw FeedError.limitExceeded(failure.message) }
    reader.issues.add(
      failure.kind == .refused ? .structure : .limitExceeded,
      message: "Reading stops here: \(failure.message)")
  }

  private func finishedFeed() -> ParsedFeed {
    ParsedFeed(
      format: reader.format, encoding: decision, isWellFormed: !reader.issues.hasRepair,
      issues: reader.issues.issues, issueCount: reader.issues.count,
      entryCount: reader.entryCount, metadata: reader.feed.finished,
      tombstones: reader.feed.tombstones, envelope: reader.envelope.text)
  }
}

/// Why a reader stops before the end of its document without anything being wrong with it.
enum FeedStop: Error {
  case tooManyEntries
}
