import CLibXML2

/// The functions that libxml2 calls, none of which captures anything: the handler comes in as
/// `context`.
enum SAXCallbacks {
  static var table: xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    // Without the magic number libxml2 copies only the SAX1 part of the struct.
    unsafe table.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe table.startElementNs = { context, local, prefix, uri, _, _, count, _, attributes in
      guard let local = unsafe local else { return }
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        unsafe $0.startElement(
          local: local, prefix: prefix, uri: uri, attributeCount: Int(count),
          attributes: attributes)
      }
    }
    unsafe table.endElementNs = { context, _, _, _ in
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef { $0.endElement() }
    }
    unsafe table.serror = { context, error in
      guard let error = unsafe error?.pointee, unsafe error.level == XML_ERR_FATAL else { return }
      let code = unsafe xmlParserErrors(rawValue: UInt32(error.code))
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        $0.fail(SAXCallbacks.kind(of: code), message: message.filter { $0 != "\n" })
      }
    }
    return unsafe table
  }

  private static func kind(of code: xmlParserErrors) -> XMLFailure.Kind {
    code == XML_ERR_NO_MEMORY ? .outOfMemory : .refused
  }

  private static func handler(_ context: UnsafeMutableRawPointer?) -> Unmanaged<XMLHandler> {
    guard let context = unsafe context else {
      preconditionFailure("libxml2 called back without a context")
    }
    return unsafe Unmanaged<XMLHandler>.fromOpaque(context)
  }
}
