import CLibXML2

/// Receives what a parser reads: a client subclasses it and overrides ``start(_:)`` and
/// ``end(_:at:)``.
///
/// Text is collected only between ``collectText()`` and ``takeText()``, in memory that is used
/// again for each field, so that an element nobody asked for costs next to nothing. What an override
/// throws stops the parser, which throws it on.
@safe
open class XMLHandler {
  final let limits: XMLLimits
  private let names: XMLNameTable
  private let text = TextBuffer()
  private let attributeTokens: UnsafeMutablePointer<XMLToken>
  final var context: xmlParserCtxtPtr?
  private(set) final var failure: (any Error)?
  private final var isStopped = false
  /// Whether a prefix without a declaration is a failure rather than an unknown name.
  final var refusesUndeclaredPrefixes = true
  /// How many elements are open, the one that is being reported included.
  public private(set) final var depth = 0

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

  /// Called for each start tag, and for the start of an empty element.
  open func start(_ tag: borrowing XMLStartTag) throws {}

  /// Called for each end of an element.
  ///
  /// - Parameters:
  ///   - name: The element's name.
  ///   - position: Gives the offset just past the end tag's `>`.
  /// - Throws: Whatever the client wants the parser to stop with.
  open func end(_ name: XMLToken, at position: borrowing XMLEndPosition) throws {}

  /// Drops the text collected so far and collects all text from here on.
  public final func collectText() {
    text.start()
  }

  /// Stops collecting and gives the text without the white space around it.
  public final func takeText() -> String {
    text.stop()
    return text.trimmedString
  }

  /// Whether any text was collected.
  public final var hasText: Bool { text.count > 0 }
}

// MARK: - What the callbacks do

extension XMLHandler {
  final func attach(to context: xmlParserCtxtPtr) {
    unsafe self.context = context
    failure = nil
    isStopped = false
    depth = 0
    text.stop()
    names.removeAll()
  }

  final func startElement(
    local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?, attributeCount: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard !isStopped, let context = unsafe context else { return }
    depth += 1
    guard depth <= limits.depth else { return exceeded("elements nest too deeply") }
    guard attributeCount <= limits.attributes else { return exceeded("too many attributes") }
    if let attributes = unsafe attributes {
      for index in 0..<attributeCount {
        guard let name = unsafe attributes[5 * index] else { continue }
        unsafe attributeTokens[index] = names.token(
          localName: name, namespace: attributes[5 * index + 2])
      }
    }
    let tag = unsafe XMLStartTag(
      name: names.token(localName: local, namespace: uri), local: local, uri: uri,
      attributeCount: attributeCount, attributes: attributes, tokens: attributeTokens,
      context: context)
    do { try start(tag) } catch { fail(error) }
  }

  final func endElement(local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?) {
    guard !isStopped, let context = unsafe context else { return }
    let name = unsafe names.token(localName: local, namespace: uri)
    do { try end(name, at: unsafe XMLEndPosition(context: context)) } catch { fail(error) }
    depth -= 1
  }

  final func characters(_ start: UnsafePointer<xmlChar>, count: Int) {
    guard text.isCollecting, !isStopped, hasRoom(for: count) else { return }
    // A character reference arrives by itself, and 128 to 159 are two bytes, the first 0xC2.
    if count == 2, unsafe start[0] == 0xC2, unsafe start[1] < 0xA0 {
      unsafe text.append(Windows1252.character(start[1]))
    } else {
      unsafe text.append(start, count: count)
    }
  }

  final func characterData(_ start: UnsafePointer<xmlChar>, count: Int) {
    guard text.isCollecting, !isStopped, hasRoom(for: count) else { return }
    unsafe text.appendNormalizingLines(start, count: count)
  }

  /// Keeps the first failure and stops the parser; an error cannot pass through libxml2's frames.
  final func fail(_ error: any Error) {
    guard failure == nil else { return }
    failure = error
    isStopped = true
    unsafe xmlStopParser(context)
  }

  final func fail(_ kind: XMLFailure.Kind, line: Int, message: String) {
    guard failure == nil else { return }
    if kind == .undeclaredPrefix, !refusesUndeclaredPrefixes { return }
    fail(
      XMLFailure(
        kind: kind, line: line, offset: unsafe SAXPosition.offset(of: context), message: message))
  }

  private func hasRoom(for count: Int) -> Bool {
    guard text.count + count <= limits.textBytes else {
      exceeded("a text is longer than \(limits.textBytes) bytes")
      return false
    }
    return true
  }

  private func exceeded(_ message: String) {
    fail(.limitExceeded, line: unsafe SAXPosition.line(of: context), message: message)
  }
}
