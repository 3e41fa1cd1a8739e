import CLibXML2

/// Reads clean markup with libxml2's HTML parser, which ends what was left open.
enum LibXMLReader {
  /// Reads a whole text, absent when there is none or when it nests too deeply.
  static func read<Receiver: HTMLReceiver>(
    _ markup: [UInt8]?, with receiver: Receiver
  ) -> Receiver? {
    guard let markup else { return nil }
    let session = HTMLSessionOf(receiver)
    parse(markup, session: session)
    guard !session.isTooDeep else { return nil }
    session.finish()
    return session.receiver
  }

  private static func parse(_ markup: [UInt8], session: HTMLSession) {
    _ = initializeLibrary
    guard let context = unsafe htmlNewParserCtxt() else { return }
    defer { unsafe htmlFreeParserCtxt(context) }
    guard let table = unsafe context.pointee.sax else { return }
    unsafe table.pointee = HTMLCallbacks.table
    unsafe context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
    unsafe session.context = context
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    unsafe markup.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { chars in
        // libxml2 may make a document for its own use even when nobody builds a tree.
        unsafe xmlFreeDoc(
          htmlCtxtReadMemory(
            context, chars.baseAddress, CInt(chars.count), nil, "UTF-8", CInt(options)))
      }
    }
    unsafe session.context = nil
  }

  private static let initializeLibrary: Void = xmlInitParser()
}
