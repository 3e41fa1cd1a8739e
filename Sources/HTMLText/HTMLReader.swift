import CLibXML2

/// Reads HTML with libxml2's HTML parser and tells a receiver what is in it.
enum HTMLReader {
  /// Reads a whole text; what is beyond our limits arrives as text without tags.
  static func read<Receiver: HTMLReceiver>(_ html: String, into receiver: inout Receiver) {
    let prepared = PreparedHTML(html)
    let session = HTMLSessionOf(receiver)
    let end = parse(prepared.bytes, session: session)
    if end < prepared.bytes.count {
      session.receiver.text(PreparedHTML.withoutTags(prepared.bytes[end...]))
    }
    if !prepared.remainder.isEmpty {
      session.receiver.text(PreparedHTML.withoutTags(prepared.remainder))
    }
    receiver = session.receiver
  }

  /// Parses up to the end or to where elements nest too deeply, and says where that is.
  private static func parse(_ bytes: [UInt8], session: HTMLSession) -> Int {
    _ = initializeLibrary
    guard let context = unsafe htmlNewParserCtxt() else { return 0 }
    defer { unsafe htmlFreeParserCtxt(context) }
    guard let table = unsafe context.pointee.sax else { return 0 }
    unsafe table.pointee = HTMLCallbacks.table
    unsafe context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
    unsafe session.context = context
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        // libxml2 may make a document for its own use even when nobody builds a tree.
        unsafe xmlFreeDoc(
          htmlCtxtReadMemory(
            context, chars.baseAddress, CInt(chars.count), nil, "UTF-8", CInt(options)))
      }
    }
    unsafe session.context = nil
    return session.stoppedAt ?? bytes.count
  }

  private static let initializeLibrary: Void = xmlInitParser()
}
