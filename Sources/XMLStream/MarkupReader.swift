/// Divides a document into tags, which it hands to libxml2 as a ``Skeleton``, and text, which it
/// decodes, in one linear pass that puts right what XML does not allow.
///
/// What it hands on is well-formed, whatever the document is: characters, references and attributes
/// are repaired where they stand, and elements are closed where the document forgets to. No character
/// of text is lost on the way but those that XML cannot have. The clean document pays with a few
/// searches for single bytes.
@safe
struct MarkupReader: ~Copyable {
  var bytes: ByteWindow
  /// Whether the document ends with the window.
  var isLast = false
  /// How far the document has been read.
  var position: Int
  var traits: ByteTraits = []
  var stack = ElementStack()
  /// How many elements are open that nest too deeply to count.
  var skippedDepth = 0
  /// The root has ended.
  var isAfterRoot = false
  /// An end tag of the root has been passed over, as entries follow it.
  var hasEarlyEnd = false
  let skeleton: Skeleton
  let handler: XMLHandler
  let rules: XMLRules
  let kinds: ElementKinds
  let limits: XMLLimits
  private var hasReportedDepth = false
  private var traitsEnd: Int
  /// Where the root's last end tag is, once it was looked for.
  private var lastRootEnd: Int?
  /// Where the next record is, as far as it was looked for, to look for it only once.
  private var knownRecord: Int?

  /// How far ahead an end tag is looked for before its element counts as closed by something else.
  ///
  /// A tag is read only once so much of the document is there behind it, so that what it means does
  /// not depend on how the document is cut into windows.
  static let lookahead = 16 << 10

  /// How many bytes may be looked at ahead for each that has been read, and how many besides.
  static let lookaheadShare = 8
  static let freeLookahead = 1 << 20
  /// How many bytes have been looked at ahead so far.
  var lookedAhead = 0

  /// libxml2 is given this many bytes at a time: enough to be quick, and few enough to stay cached.
  private static let skeletonBytes = 16 << 10

  init(handler: XMLHandler, rules: XMLRules, bytes: ByteWindow) {
    self.handler = handler
    self.rules = rules
    limits = handler.limits
    self.bytes = bytes
    position = bytes.start
    traitsEnd = bytes.start
    kinds = rules.kinds
    skeleton = handler.skeleton
  }

  /// Takes the window's bytes; those before ``position`` have been read.
  mutating func take(_ bytes: ByteWindow, isLast: Bool) {
    self.bytes = bytes
    self.isLast = isLast
    // A character that the end of the last window cut through is looked at again.
    let start = max(bytes.start, traitsEnd - 2)
    guard start < bytes.end else { return }
    traits.formUnion(
      ByteTraits(unsafe ByteWindow(bytes.pointer(at: start), start: start, end: bytes.end)))
    traitsEnd = bytes.end
  }

  /// Reads on until there are tags enough for libxml2, the window's last whole tag has been read, or
  /// the document ends.
  ///
  /// - Returns: Whether there is more to read in this window.
  mutating func fillSkeleton() -> Bool {
    let limit = isLast ? bytes.end : bytes.end - Self.lookahead
    while position < limit, !isAfterRoot {
      if let tag = tagBehindSpaces() {
        skeleton.addRun(from: position, to: tag, in: bytes)
        position = tag
      } else if let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: position, to: bytes.end) {
        readText(from: position, to: tag)
        position = tag
      } else {
        guard isLast else { return false }
        readText(from: position, to: bytes.end)
        position = bytes.end
        break
      }
      guard readMarkup() else { return false }
      if unsafe skeleton.storage.pointee.bytes.count >= Self.skeletonBytes { return true }
    }
    if isAfterRoot { readAfterRoot() }
    return false
  }

  /// Reads what starts with the `<` at ``position``; false where it does not end in this window.
  private mutating func readMarkup() -> Bool {
    let next = position &+ 1
    guard next < bytes.end else { return isLast ? readStrayLessThan() : false }
    let byte = bytes[next]
    if byte == UInt8(ascii: "/") { return readEndTag() }
    if XMLCharacter.isNameStart(byte) { return readStartTag() }
    if byte == UInt8(ascii: "!") { return readDeclaration() }
    if byte == UInt8(ascii: "?") {
      return skip(past: "?>", from: position + 2)
    }
    return readStrayLessThan()
  }

  mutating func readStrayLessThan() -> Bool {
    report(.strayLessThan, at: position, "There is a < that starts no tag.")
    skeleton.addRun(from: position, to: position + 1, in: bytes)
    position += 1
    return true
  }

  /// A comment or a CDATA section; anything else with `<!` is no markup where text may stand.
  private mutating func readDeclaration() -> Bool {
    if bytes.has("<!--", at: position) { return skip(past: "-->", from: position + 4) }
    if bytes.has("<![CDATA[", at: position) { return readCharacterData() }
    if !isLast, bytes.endsWithin("<![CDATA[", at: position) { return false }
    return readStrayLessThan()
  }

  /// Skips a comment or processing instruction; without an end it is text.
  private mutating func skip(past end: StaticString, from offset: Int) -> Bool {
    if let found = firstIndex(of: end, from: offset) {
      position = found + end.utf8CodeUnitCount
      return true
    }
    guard isLast else { return false }
    let message = "A comment or processing instruction has no end."
    guard hasRootEnd(from: offset) else {
      report(.unclosedMarkup, at: position, message)
      position = bytes.end
      return true
    }
    return readUnclosed(message)
  }

  private mutating func readCharacterData() -> Bool {
    let start = position + 9
    guard let end = firstIndex(of: "]]>", from: start) else {
      guard isLast else { return false }
      report(.unclosedMarkup, at: position, "A CDATA section has no end.")
      if !hasRootEnd(from: start) { addText(from: start, to: bytes.end, hasReferences: false) }
      position = hasRootEnd(from: start) ? start : bytes.end
      return true
    }
    if hasSwallowedRecord(from: start, to: end) {
      report(.unclosedMarkup, at: position, "A CDATA section has no end before the next entry.")
      position = start
      return true
    }
    addText(from: start, to: end, hasReferences: false)
    position = end + 3
    return true
  }

  private mutating func readUnclosed(_ message: String) -> Bool {
    report(.unclosedMarkup, at: position, message)
    skeleton.addRun(from: position, to: position + 2, in: bytes)
    position += 2
    return true
  }

  // MARK: The ends of things

  /// Ends that do not come any more.
  ///
  /// A document that opens a million comments and closes none is not read to its end for each.
  /// Each with the offset from which on it was looked for.
  private var missingEnds: [String: Int] = [:]

  private mutating func firstIndex(of end: StaticString, from offset: Int) -> Int? {
    if !missingEnds.isEmpty, let first = missingEnds[end.description], first <= offset {
      return nil
    }
    if let found = bytes.firstIndex(of: end, from: offset, to: bytes.end) { return found }
    if isLast { missingEnds[end.description] = offset }
    return nil
  }

  /// Whether the root's end tag comes behind an offset: then something without an end was meant as
  /// text, and else the document breaks off in it.
  private mutating func hasRootEnd(from offset: Int) -> Bool {
    guard !stack.isEmpty else { return false }
    if lastRootEnd == nil {
      var (index, last) = (offset, bytes.start - 1)
      while let tag = bytes.firstIndex(of: "</", from: index, to: bytes.end) {
        if stack.nameStands(at: tag + 2, in: bytes, depth: stack.count - 1) { last = tag }
        index = tag + 2
      }
      lastRootEnd = last
    }
    return offset <= lastRootEnd ?? bytes.start - 1
  }

  /// What follows the root's end tag: white space and comments may.
  private mutating func readAfterRoot() {
    while position < bytes.end {
      let byte = bytes[position]
      if XMLCharacter.isSpace(byte) {
        position += 1
      } else if bytes.has("<!--", at: position),
        let end = firstIndex(of: "-->", from: position + 4)
      {
        position = end + 3
      } else if bytes.has("<?", at: position), let end = firstIndex(of: "?>", from: position + 2) {
        position = end + 2
      } else {
        report(.junkAfterDocument, at: position, "There is text after the document's last tag.")
        position = bytes.end
      }
    }
  }

  /// Whether a record starts behind an offset: then the root's end tag there was one too many.
  mutating func hasRecord(from offset: Int) -> Bool {
    let next = knownRecord.flatMap { $0 >= offset ? $0 : nil } ?? nextRecord(from: offset)
    knownRecord = next
    return next < bytes.end
  }

  /// Where the next record starts; the window's end where there is none.
  private mutating func nextRecord(from offset: Int) -> Int {
    var index = offset
    while let tag = bytes.firstIndex(of: UInt8(ascii: "<"), from: index, to: bytes.end) {
      if let end = endOfOpaque(at: tag) {
        index = end
        continue
      }
      index = tag + 1
      let end = endOfName(from: index).end
      if end > index, kinds.kind(of: index..<end, in: bytes) == .record { return tag }
    }
    return bytes.end
  }

  /// Past a comment, CDATA section or processing instruction, the tags in which are none.
  private mutating func endOfOpaque(at offset: Int) -> Int? {
    if bytes.has("<!--", at: offset) {
      return firstIndex(of: "-->", from: offset + 4).map { $0 + 3 }
    }
    if bytes.has("<![CDATA[", at: offset) {
      return firstIndex(of: "]]>", from: offset + 9).map { $0 + 3 }
    }
    guard bytes.has("<?", at: offset) else { return nil }
    return firstIndex(of: "?>", from: offset + 2).map { $0 + 2 }
  }

  /// Says once that elements nest too deeply.
  mutating func reportDepth() {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    report(
      .limitExceeded, at: position,
      "Elements nest deeper than \(limits.depth); the tags beyond that are left out.")
  }

  func report(_ kind: XMLRepair, at offset: Int, _ message: @autoclosure () -> String) {
    handler.repaired(kind, at: offset, message: message)
  }
}
