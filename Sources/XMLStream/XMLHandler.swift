import CLibXML2

/// Receives what a reader reads: a client subclasses it and overrides ``start(_:)``, ``end(at:)`` and
/// ``repaired(_:at:message:)``.
///
/// Text is collected only between ``collectText()`` and ``takeText()``, so that an element nobody asked
/// for costs next to nothing. What an override throws stops the reader, which throws it on.
@safe
open class XMLHandler {
  final let limits: XMLLimits
  final let skeleton = Skeleton()
  private let names: XMLNameTable
  private let text = TextBuffer()
  private let attributeTokens: UnsafeMutablePointer<XMLToken>
  final var context: xmlParserCtxtPtr?
  /// The bytes that the reader works on, while it does.
  final var bytes: ByteWindow?
  private(set) final var failure: (any Error)?
  private final var isStopped = false
  private final var tagStart = 0
  private final var textStart: Int?
  // What clients see is computed from these: no access to a stored property of our own module has to
  // be checked for exclusivity, which took a twentieth of the time of a parse.
  private final var openElements = 0
  private final var firstNeeded: Int?

  /// How many elements are open, the one that is being reported included.
  public final var depth: Int { openElements }

  /// The offset from which the client still needs the document's bytes, nil where it needs none.
  public final var firstNeededByClient: Int? {
    get { firstNeeded }
    set { firstNeeded = newValue }
  }

  /// Creates a handler that recognises the names of a vocabulary.
  public init(vocabulary: XMLVocabulary, limits: XMLLimits) {
    self.limits = limits
    names = XMLNameTable(vocabulary: vocabulary)
    unsafe attributeTokens = .allocate(capacity: max(limits.attributes, 1))
    unsafe attributeTokens.initialize(repeating: .unknown, count: max(limits.attributes, 1))
  }

  deinit {
    unsafe attributeTokens.deallocate()
  }

  /// Whether elements that are open where the document ends are complete: it is a part of one that was
  /// cut out on purpose.
  open var closesAtEnd: Bool { false }

  /// Called for each start tag, and for the start of an empty element.
  open func start(_ tag: borrowing XMLStartTag) throws {}

  /// Called for each end of an element.
  ///
  /// - Parameter tag: Where its end tag stands; empty where the element has none of its own.
  /// - Throws: Whatever the client wants the reader to stop with.
  open func end(at tag: Range<Int>) throws {}

  /// Called for what was put right, before or after the elements around it.
  ///
  /// - Parameters:
  ///   - repair: What was wrong.
  ///   - offset: Where, in bytes from the start of the document; within the window that is read now.
  ///   - message: A sentence for the person who publishes the document.
  open func repaired(_ repair: XMLRepair, at offset: Int, message: () -> String) {}

  /// Drops the text collected so far and collects all text from here on.
  public final func collectText() {
    text.start()
    textStart = tagStart
  }

  /// Stops collecting and gives the text without the white space around it.
  public final func takeText() -> String {
    text.stop()
    textStart = nil
    guard let bytes else { return "" }
    return text.trimmedString(in: bytes)
  }

  /// How many lines end between two offsets of the window that is read now.
  ///
  /// CR LF and CR alone end a line as LF does (XML 1.0, section 2.11).
  public final func lineEnds(from start: Int, to end: Int) -> Int {
    guard let bytes else { return 0 }
    let (start, end) = (max(start, bytes.start), min(end, bytes.end))
    return bytes.count(of: 0x0A, from: start, to: end) { _ in true }
      + bytes.count(of: 0x0D, from: start, to: end) {
        $0 + 1 >= bytes.end || bytes[$0 + 1] != 0x0A
      }
  }

  /// The characters of a range of the window that is read now, as the document has them.
  public final func source(_ range: Range<Int>) -> String {
    guard let bytes, range.lowerBound >= bytes.start, range.upperBound <= bytes.end else {
      return ""
    }
    return bytes.string(range)
  }
}

// MARK: - What the callbacks do

extension XMLHandler {
  final func attach(to context: xmlParserCtxtPtr, prefixes: [String: String]) {
    unsafe self.context = context
    failure = nil
    isStopped = false
    openElements = 0
    firstNeeded = nil
    text.stop()
    textStart = nil
    names.start(prefixes: prefixes)
  }

  final var neededOffset: Int? {
    guard let textStart else { return firstNeeded }
    return min(textStart, firstNeeded ?? textStart)
  }

  final func startElement(
    local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
    attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !isStopped, let (place, runs, values) = skeleton.nextTag() else { return }
    if text.isCollecting { collect(runs) }
    openElements &+= 1
    tagStart = place.start
    if depth == 1 { unsafe names.startRoot(namespace: uri) }
    if let attributes = unsafe attributes {
      for index in 0..<min(attributeCount, limits.attributes) {
        guard let name = unsafe attributes[5 * index] else { continue }
        unsafe attributeTokens[index] = token(
          name, prefix: attributes[5 * index + 1], uri: attributes[5 * index + 2], at: place.start)
      }
    }
    let tag = unsafe XMLStartTag(
      name: token(local, prefix: prefix, uri: uri, at: place.start), local: local, uri: uri,
      attributeCount: min(attributeCount, limits.attributes), attributes: attributes,
      tokens: attributeTokens, values: skeleton.values(in: values), document: bytes,
      range: place.start..<place.end)
    do { try start(tag) } catch { fail(error) }
  }

  final func endElement() {
    guard !isStopped, let (place, runs, _) = skeleton.nextTag() else { return }
    if text.isCollecting { collect(runs) }
    tagStart = place.start
    do { try end(at: place.start..<place.end) } catch { fail(error) }
    openElements &-= 1
  }

  @inline(__always)
  private final func token(
    _ local: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?,
    at offset: Int
  ) -> XMLToken {
    unsafe names.token(localName: local, namespace: uri, prefix: prefix) { prefix in
      repaired(.undeclaredPrefix, at: offset) { "The prefix \(prefix): is used and not declared." }
    }
  }

  private final func collect(_ runs: Range<Int>) {
    guard let bytes else { return }
    for index in runs {
      let run = unsafe skeleton.storage.pointee.runs[index]
      let hasRoom =
        run.isDecoded
        ? unsafe text.append(
          decoded: skeleton.storage.pointee.decoded.start + run.start, count: run.count, in: bytes,
          limit: limits.textBytes)
        : text.append(from: run.start, count: run.count, in: bytes, limit: limits.textBytes)
      guard !hasRoom else { continue }
      repaired(.limitExceeded, at: tagStart) {
        "A text is longer than \(limits.textBytes) bytes; the rest of it is left out."
      }
    }
  }

  /// Keeps the first failure and stops libxml2; an error cannot pass through its frames.
  final func fail(_ error: any Error) {
    guard failure == nil else { return }
    failure = error
    isStopped = true
    unsafe xmlStopParser(context)
  }

  final func fail(_ kind: XMLFailure.Kind, message: String) {
    guard kind == .outOfMemory, isOutOfNames else {
      return fail(XMLFailure(kind: kind, offset: tagStart, message: message))
    }
    fail(
      XMLFailure(
        kind: .limitExceeded, offset: tagStart,
        message: "The different names have more than \(limits.nameBytes) bytes."))
  }

  /// Whether libxml2, which speaks of memory, has no room for names any more.
  private final var isOutOfNames: Bool {
    guard let context = unsafe context else { return false }
    return unsafe xmlDictGetUsage(context.pointee.dict) > limits.nameBytes
  }
}
