import XMLStream

/// A feed in XML that is read piece by piece, so that its size costs no memory.
///
/// Only documents in UTF-8 are: all others have to be decoded, and are read whole.
struct StreamedFeed {
  private let bytes: any FeedBytes
  private let pieceBytes: Int
  private let head: [UInt8]
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
    head = try bytes.read(at: 0, upTo: Self.headBytes)
    let sample = DecodedDocument(head, contentType: context.contentType)
    guard FeedSniffer.kind(of: sample.bytes, contentType: nil) == .xmlFeed,
      let decision = try Self.decision(on: bytes, sample: sample, pieceBytes: Self.headBytes)
    else { return nil }
    self.decision = decision
    prolog = Prolog(head)
    // The root's start tag lies in the head whole, or the document is no ordinary one.
    guard let root = prolog.rootStart, root < Self.headBytes / 2 else { return nil }
  }

  /// What the encoding is where it is UTF-8, by a look at all bytes; nil for any other.
  private static func decision(
    on bytes: some FeedBytes, sample: DecodedDocument, pieceBytes: Int
  ) throws -> EncodingDecision? {
    switch sample.decision.reason {
    case .bytePattern, .sevenBitLabel, .byteOrderMark: return nil
    case .validUTF8, .asciiOnly, .contentType, .declaration, .fallback: break
    }
    var check = PiecewiseUTF8()
    var offset = 0
    while offset < bytes.count {
      let piece = try bytes.read(at: offset, upTo: pieceBytes)
      guard !piece.isEmpty, check.take(piece) else { return nil }
      offset += piece.count
    }
    guard check.isComplete else { return nil }
    return check.isASCII ? sample.decision : EncodingDecision(name: "utf-8", reason: .validUTF8)
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
    var check = PiecewiseUTF8()
    while true {
      let piece = try bytes.read(at: next, upTo: size)
      // The reader relies on UTF-8, whatever the protocol's implementation does between two passes.
      guard check.take(piece) else { throw FeedError.changed }
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

/// Judges pieces of a document that may cut characters.
private struct PiecewiseUTF8 {
  private var open: [UInt8] = []
  private(set) var isASCII = true

  /// Whether the last piece ended between two characters.
  var isComplete: Bool { open.isEmpty }

  /// Whether the piece goes on as UTF-8.
  mutating func take(_ piece: [UInt8]) -> Bool {
    var bytes = open + piece
    open = []
    var end = bytes.count
    while end > 0, bytes.count - end < 3, bytes[end - 1] & 0xC0 == 0x80 { end -= 1 }
    if end > 0, bytes[end - 1] >= 0xC0 {
      let lead = bytes[end - 1]
      if bytes.count - end + 1 < (lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2) {
        open = Array(bytes[(end - 1)...])
        bytes.removeLast(open.count)
      }
    }
    let verdict = UTF8Check(bytes)
    if verdict != .ascii || !open.isEmpty { isASCII = false }
    return verdict != .invalid
  }
}
