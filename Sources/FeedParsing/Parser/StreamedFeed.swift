import XMLStream

/// A feed in XML that is read piece by piece, so that its size costs no memory.
///
/// Only documents in UTF-8 are: all others have to be decoded, and are read whole.
struct StreamedFeed {
  private let bytes: any FeedBytes
  private let pieceBytes: Int
  private let decision: EncodingDecision
  private let prolog: Prolog

  /// The document must show its root within so many bytes.
  private static let headBytes = 256 << 10

  /// Nil for a document that cannot be read piece by piece.
  ///
  /// - Throws: What reading the bytes throws.
  init?(_ bytes: some FeedBytes, context: FeedContext, pieceBytes: Int) throws {
    self.bytes = bytes
    self.pieceBytes = pieceBytes
    let head = try bytes.read(at: 0, upTo: Self.headBytes)
    prolog = Prolog(head)
    // The root's start tag lies in the head whole, or the document is no ordinary one.
    guard FileSignature.hint(for: head) == nil,
      FeedSniffer.kind(of: head, contentType: nil) == .xmlFeed, let root = prolog.rootStart,
      root < Self.headBytes / 2,
      let decision = try Self.decision(on: bytes, head: head, contentType: context.contentType)
    else { return nil }
    self.decision = decision
  }

  /// What the encoding is where it is UTF-8, by a look at all bytes; nil for any other.
  private static func decision(
    on bytes: some FeedBytes, head: [UInt8], contentType: String?
  ) throws -> EncodingDecision? {
    var check = UTF8Check()
    var offset = 0
    while offset < bytes.count {
      let piece = try bytes.read(at: offset, upTo: headBytes)
      guard !piece.isEmpty else { return nil }
      check.consume(piece.span)
      offset += piece.count
    }
    guard check.verdict != .invalid else { return nil }
    // Labels stand at the very beginning. Whether they are right depends on whether there is
    // anything but ASCII further on.
    var sample = Array(head.prefix(EncodingLabel.window * 2))
    while let last = sample.last, last >= 0x80 { sample.removeLast() }
    if check.verdict == .valid { sample += "é".utf8 }
    let decision = DecodedDocument(sample, contentType: contentType).decision
    switch decision.reason {
    case .byteOrderMark, .bytePattern, .sevenBitLabel: return nil
    case .validUTF8, .mostlyUTF8, .contentType, .declaration, .asciiOnly, .guess, .fallback: break
    }
    // The escapes of a 7-bit encoding may come anywhere.
    let encoding = CharacterEncoding(label: decision.name)
    return encoding.flatMap(SevenBitEscapes.init) == nil ? decision : nil
  }

  /// Reads the feed; see ``FeedParser``.
  func parse(
    context: FeedContext, limits: FeedLimits, deliver: @escaping (ParsedEntry) throws -> Void
  ) throws -> ParsedFeed {
    let run = FeedRun(
      decision: decision, document: nil, context: context, limits: limits,
      issues: IssueList(limit: limits.issues), deliver: deliver)
    return try run.parse(behind: prolog) { xml, reader in
      try readPieces(into: &xml, reader)
    }
  }

  private func readPieces(into xml: inout XMLReader, _ reader: FeedReader) throws {
    var window: [UInt8] = []
    var start = 0
    var next = 0
    var size = pieceBytes
    var check = UTF8Check()
    while true {
      let piece = try bytes.read(at: next, upTo: size)
      check.consume(piece.span)
      // The reader relies on UTF-8, whatever the protocol's implementation does between two passes.
      guard !check.hasError else { throw FeedError.changed }
      window += piece
      next += piece.count
      let isLast = piece.isEmpty || next >= bytes.count
      try xml.read(window.span, from: start, isLast: isLast)
      guard !isLast else { return }
      let needed = min(xml.neededOffset, next)
      // What does not end in a window is looked at again from its beginning: with twice as much, so
      // that all looks together are no longer than a few.
      size = needed == start ? size * 2 : pieceBytes
      reader.dropLines(before: needed, in: window, from: start)
      window.removeFirst(needed - start)
      start = needed
    }
  }
}
