import CLibXML2

/// The functions that libxml2's HTML parser calls: SAX1, with the session as context.
enum HTMLCallbacks {
  static var table: xmlSAXHandler {
    var table = unsafe xmlSAXHandler()
    unsafe table.startElement = { context, name, attributes in
      guard let name = unsafe name else { return }
      unsafe HTMLCallbacks.session(context)._withUnsafeGuaranteedRef {
        unsafe $0.start(name, attributes)
      }
    }
    unsafe table.endElement = { context, name in
      guard let name = unsafe name else { return }
      unsafe HTMLCallbacks.session(context)._withUnsafeGuaranteedRef { unsafe $0.end(name) }
    }
    unsafe table.characters = { context, bytes, count in
      unsafe HTMLCallbacks.session(context)._withUnsafeGuaranteedRef {
        unsafe $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count)))
      }
    }
    unsafe table.ignorableWhitespace = table.characters
    unsafe table.cdataBlock = table.characters
    return unsafe table
  }

  private static func session(_ context: UnsafeMutableRawPointer?) -> Unmanaged<HTMLSession> {
    guard let context = unsafe context else {
      preconditionFailure("libxml2 called back without a context")
    }
    return unsafe Unmanaged<HTMLSession>.fromOpaque(context)
  }
}
