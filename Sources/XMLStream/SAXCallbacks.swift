import CLibXML2

/// The functions that libxml2 calls, none of which captures anything: the handler comes in as
/// `context`.
enum SAXCallbacks {
  static var table: xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    // Without the magic number libxml2 copies only the SAX1 part of the struct.
    unsafe table.initialized = UInt32(XML_SAX2_MAGIC)
    unsafe table.startElementNs = { context, local, _, uri, _, _, count, _, attributes in
      guard let local = unsafe local else { return }
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        unsafe $0.startElement(
          local: local, uri: uri, attributeCount: Int(count), attributes: attributes)
      }
    }
    unsafe table.endElementNs = { context, local, _, uri in
      guard let local = unsafe local else { return }
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        unsafe $0.endElement(local: local, uri: uri)
      }
    }
    unsafe table.characters = { context, bytes, count in
      guard let bytes = unsafe bytes else { return }
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        unsafe $0.characters(bytes, count: Int(count))
      }
    }
    unsafe table.cdataBlock = { context, bytes, count in
      guard let bytes = unsafe bytes else { return }
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        unsafe $0.characterData(bytes, count: Int(count))
      }
    }
    unsafe setFailureCallbacks(&table)
    return unsafe table
  }

  /// Entities are refused, whether they are declared or only referred to: libxml2 would leave a
  /// reference to an undeclared one out of the text without a word.
  private static func setFailureCallbacks(_ table: inout xmlSAXHandler) {
    unsafe table.entityDecl = { context, _, _, _, _, _ in
      unsafe SAXCallbacks.refuse(context, "the document declares an entity")
    }
    unsafe table.reference = { context, _ in
      unsafe SAXCallbacks.refuse(context, "the document refers to an undeclared entity")
    }
    unsafe table.serror = { context, error in
      guard let error = unsafe error?.pointee else { return }
      let code = unsafe xmlParserErrors(rawValue: UInt32(error.code))
      guard let kind = unsafe SAXCallbacks.kind(of: code, level: error.level) else { return }
      let message = unsafe error.message.map { unsafe String(cString: $0) } ?? ""
      let line = unsafe Int(error.line)
      unsafe SAXCallbacks.handler(context)._withUnsafeGuaranteedRef {
        $0.fail(kind, line: line, message: message.filter { $0 != "\n" })
      }
    }
  }

  private static func refuse(_ context: UnsafeMutableRawPointer?, _ message: String) {
    unsafe handler(context)._withUnsafeGuaranteedRef {
      $0.fail(.entity, line: unsafe SAXPosition.line(of: $0.context), message: message)
    }
  }

  /// What an error means for us, nil where it does not touch the text.
  private static func kind(
    of code: xmlParserErrors, level: xmlErrorLevel
  ) -> XMLFailure.Kind? {
    switch code {
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: .entity
    case XML_NS_ERR_UNDEFINED_NAMESPACE: .undeclaredPrefix
    case XML_ERR_DOCUMENT_EMPTY, XML_ERR_TAG_NOT_FINISHED: .truncated
    default: level == XML_ERR_FATAL ? .malformed : nil
    }
  }

  private static func handler(_ context: UnsafeMutableRawPointer?) -> Unmanaged<XMLHandler> {
    guard let context = unsafe context else {
      preconditionFailure("libxml2 called back without a context")
    }
    return unsafe Unmanaged<XMLHandler>.fromOpaque(context)
  }
}
