import CLibXML2

/// Reads one XML document, in pieces, and tells a handler what is in it.
///
/// The bytes must be UTF-8, whatever the document's declaration says. The parser owns one libxml2
/// context and frees it when the value goes away. It is not copyable, because the context is not, and
/// not `Sendable`, because one task at a time may use the context.
@safe
public struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let handler: XMLHandler
  private var chunk: Int
  /// More than this at once makes libxml2 move bytes about; measured, 64 KiB is where it levels off.
  private static let largestChunk = 64 << 10
  /// libxml2 compares each attribute of a tag with all those before it, so a tag is only so long.
  private static let longestTag = 256 << 10
  private var lastOffset = 0
  private var stalledBytes = 0

  /// Creates a parser that has seen no bytes yet.
  ///
  /// - Parameters:
  ///   - handler: What receives the events. It belongs to this parser until the next one is created.
  ///   - allowsUndeclaredPrefixes: Whether a name with an undeclared prefix is merely unknown.
  ///   - firstChunk: How many bytes libxml2 is given at first; small where a failure is likely.
  /// - Throws: `XMLFailure` where libxml2 has no memory.
  public init(
    handler: XMLHandler, allowsUndeclaredPrefixes: Bool = false, firstChunk: Int = 64 << 10
  ) throws {
    _ = Self.initializeLibrary
    var table = unsafe SAXCallbacks.table
    handler.refusesUndeclaredPrefixes = !allowsUndeclaredPrefixes
    // libxml2 copies the table and keeps, as its user data, the pointer to the handler.
    guard
      let context = unsafe xmlCreatePushParserCtxt(
        &table, Unmanaged.passUnretained(handler).toOpaque(), nil, 0, nil)
    else {
      throw XMLFailure(kind: .outOfMemory, line: 0, offset: 0, message: "no memory for a parser")
    }
    // Not XML_PARSE_NOENT: it reads local files through external entities. Not XML_PARSE_RECOVER:
    // after its first repair it drops every later `&amp;` without a word. HUGE lifts limits that ours
    // replace, and is safe because no entity is ever declared.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    unsafe xmlCtxtUseOptions(context, CInt(options))
    unsafe handler.attach(to: context)
    unsafe self.context = context
    self.handler = handler
    chunk = max(firstChunk, 256)
  }

  deinit {
    unsafe handler.context = nil
    unsafe xmlFreeDoc(context.pointee.myDoc)
    unsafe xmlFreeParserCtxt(context)
  }

  /// Parses the next bytes of the document.
  ///
  /// - Throws: `XMLFailure`, or what the handler threw.
  public mutating func parse(_ bytes: Span<UInt8>) throws {
    var start = 0
    while start < bytes.count {
      let end = min(start + chunk, bytes.count)
      try push(bytes.extracting(start..<end), isLast: false)
      try checkProgress(pushed: end - start)
      start = end
      chunk = min(chunk * 4, Self.largestChunk)
    }
  }

  /// Tells the parser that there are no more bytes.
  ///
  /// - Throws: `XMLFailure`, or what the handler threw.
  public mutating func finish() throws {
    try push(Span(), isLast: true)
    guard unsafe context.pointee.wellFormed == 0 else { return }
    throw XMLFailure(
      kind: .malformed, line: unsafe SAXPosition.line(of: context),
      offset: unsafe SAXPosition.offset(of: context), message: "the document is not well formed")
  }

  private func push(_ bytes: Span<UInt8>, isLast: Bool) throws {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        unsafe xmlParseChunk(context, chars.baseAddress, CInt(chars.count), isLast ? 1 : 0)
      }
    }
    if let failure = handler.failure { throw failure }
  }

  /// Stops at a tag that is still not complete after very many bytes.
  private mutating func checkProgress(pushed: Int) throws {
    let offset = unsafe SAXPosition.offset(of: context)
    stalledBytes = offset == lastOffset ? stalledBytes + pushed : 0
    lastOffset = offset
    guard stalledBytes > Self.longestTag, let input = unsafe context.pointee.input,
      let cursor = unsafe input.pointee.cur, let end = unsafe input.pointee.end,
      unsafe end - cursor > 1, unsafe cursor[0] == UInt8(ascii: "<")
    else { return }
    let mark = unsafe cursor[1]
    guard mark != UInt8(ascii: "!"), mark != UInt8(ascii: "?") else { return }
    throw XMLFailure(
      kind: .limitExceeded, line: unsafe SAXPosition.line(of: context), offset: offset,
      message: "a tag is longer than \(Self.longestTag) bytes")
  }

  /// libxml2 wants this once, before it is used from several threads.
  private static let initializeLibrary: Void = xmlInitParser()
}
