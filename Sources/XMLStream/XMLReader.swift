import CLibXML2

/// Reads one XML document, whatever state it is in, and tells a handler what is in it.
///
/// The bytes must be valid UTF-8 from the root's start tag on. They come in windows: the whole
/// document at once, or stretches of it one after the other, each of which begins with the bytes that
/// were still needed. What the handler is told does not depend on the windows.
///
/// The reader owns one libxml2 context and frees it when the value goes away. It is not copyable,
/// because the context is not, and not `Sendable`, because one task at a time may use the context.
@safe
public struct XMLReader: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let handler: XMLHandler
  private var markup: MarkupReader

  /// Windows but the last must have more bytes than this behind what is still needed.
  public static let smallestWindow = 2 * MarkupReader.lookahead

  /// Creates a reader that has seen no bytes yet.
  ///
  /// - Parameters:
  ///   - handler: What receives the events. It belongs to this reader until the next one is created.
  ///   - rules: What is known of the documents.
  ///   - start: The offset of the root's `<` in the document.
  /// - Throws: `XMLFailure` where libxml2 has no memory.
  public init(handler: XMLHandler, rules: XMLRules, start: Int) throws {
    _ = Self.initializeLibrary
    var table = unsafe SAXCallbacks.table
    // libxml2 copies the table and keeps, as its user data, the pointer to the handler.
    guard
      let context = unsafe xmlCreatePushParserCtxt(
        &table, Unmanaged.passUnretained(handler).toOpaque(), nil, 0, nil)
    else {
      throw XMLFailure(kind: .outOfMemory, message: "no memory for a parser")
    }
    // Not XML_PARSE_NOENT: it reads local files through external entities. Not XML_PARSE_RECOVER:
    // after its first repair it drops every later `&amp;` without a word. HUGE lifts limits that ours
    // replace, and is safe because libxml2 never sees a declaration of an entity.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(context, CInt(options))
    unsafe xmlDictSetLimit(context.pointee.dict, handler.limits.nameBytes)
    unsafe handler.attach(to: context, prefixes: rules.prefixes)
    unsafe self.context = context
    self.handler = handler
    markup = MarkupReader(
      handler: handler, rules: rules, bytes: ByteWindow(emptyAt: start, in: handler.skeleton))
  }

  deinit {
    unsafe handler.context = nil
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe xmlFreeParserCtxt(context)
  }

  /// Reads a window.
  ///
  /// - Parameters:
  ///   - window: The document's bytes from `offset` on; with the last window, up to the end.
  ///   - offset: The offset of the first byte: not beyond what ``neededOffset`` says.
  ///   - isLast: Whether the document ends with the window.
  /// - Throws: `XMLFailure`, or what the handler threw.
  public mutating func read(_ window: Span<UInt8>, from offset: Int, isLast: Bool) throws {
    try unsafe window.withUnsafeBufferPointer { buffer in
      let bytes =
        unsafe buffer.baseAddress.map {
          unsafe ByteWindow($0, start: offset, end: offset + buffer.count)
        } ?? ByteWindow(emptyAt: offset, in: handler.skeleton)
      precondition(bytes.start <= markup.position, "the window starts behind what is needed")
      markup.take(bytes, isLast: isLast)
      handler.bytes = bytes
      defer { handler.bytes = nil }
      while true {
        let hasMore = markup.fillSkeleton()
        try push(isLast: false)
        guard hasMore else { break }
      }
      if isLast { try finish() }
    }
  }

  /// The offset from which the document's bytes are still needed.
  public var neededOffset: Int {
    markup.skeleton.firstNeededOffset(or: min(markup.position, handler.neededOffset ?? .max))
  }

  /// Whether the root's end tag has been read.
  public var hasEnded: Bool { markup.isAfterRoot }

  private mutating func push(isLast: Bool) throws {
    let (start, count) = unsafe (
      markup.skeleton.storage.pointee.bytes.start, markup.skeleton.storage.pointee.bytes.count
    )
    guard count > 0 || isLast else { return }
    unsafe start.withMemoryRebound(to: CChar.self, capacity: count) { chars in
      _ = unsafe xmlParseChunk(context, chars, CInt(count), isLast ? 1 : 0)
    }
    if let failure = handler.failure { throw failure }
    markup.skeleton.dropReported()
  }

  private mutating func finish() throws {
    if handler.closesAtEnd { markup.closeAll() } else { markup.closeRootThatEndedEarly() }
    guard markup.isAfterRoot else {
      markup.report(.truncated, at: markup.position, "The document ends before its last tag.")
      // White space makes libxml2 report the last tag, if it waited for more.
      unsafe markup.skeleton.storage.pointee.bytes.append("\n")
      return try push(isLast: false)
    }
    try push(isLast: true)
  }

  /// libxml2 wants this once, before it is used from several threads.
  private static let initializeLibrary: Void = xmlInitParser()
}
