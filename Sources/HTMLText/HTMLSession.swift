import CLibXML2

/// What the callbacks write to: the only object that C code holds a pointer to.
///
/// It leaves out scripts and the like, and stops the parser where elements nest too deeply.
@safe
class HTMLSession {
  var context: htmlParserCtxtPtr?
  /// Where in the parsed bytes the parser was stopped.
  private(set) final var stoppedAt: Int?
  private final var depth = 0
  /// The depth of the outermost element that is being left out.
  private final var droppedDepth: Int?

  func receiveStart(_ element: String, attributes: [(name: String, value: String)]) {}
  func receiveEnd(_ element: String) {}
  func receiveText(_ text: String) {}

  final func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard stoppedAt == nil else { return }
    depth += 1
    guard depth <= HTMLText.deepestNesting else { return stop() }
    guard droppedDepth == nil else { return }
    let element = unsafe Self.localName(name)
    if HTMLElements.dropped.contains(element) {
      droppedDepth = depth
    } else {
      receiveStart(element, attributes: unsafe Self.attributeList(attributes))
    }
  }

  final func end(_ name: UnsafePointer<xmlChar>) {
    guard stoppedAt == nil else { return }
    defer { depth -= 1 }
    if let dropped = droppedDepth {
      if depth <= dropped { droppedDepth = nil }
      return
    }
    receiveEnd(unsafe Self.localName(name))
  }

  final func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard stoppedAt == nil, droppedDepth == nil else { return }
    receiveText(unsafe String(decoding: bytes, as: UTF8.self))
  }

  private func stop() {
    guard let context = unsafe context, let input = unsafe context.pointee.input else { return }
    if let cursor = unsafe input.pointee.cur, let base = unsafe input.pointee.base {
      stoppedAt = unsafe Int(input.pointee.consumed) + (cursor - base)
    } else {
      stoppedAt = 0
    }
    unsafe xmlStopParser(context)
  }

  /// A name without a prefix such as `xhtml:`, which markup taken out of an Atom feed can have.
  private static func localName(_ name: UnsafePointer<xmlChar>) -> String {
    let name = unsafe String(decodingCString: name, as: UTF8.self)
    guard let colon = name.lastIndex(of: ":") else { return name }
    return String(name[name.index(after: colon)...])
  }

  private static func attributeList(
    _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) -> [(name: String, value: String)] {
    guard var cursor = unsafe pointers else { return [] }
    var result: [(name: String, value: String)] = []
    while let name = unsafe cursor[0] {
      let value = unsafe cursor[1].map { unsafe String(decodingCString: $0, as: UTF8.self) }
      result.append((unsafe String(decodingCString: name, as: UTF8.self).lowercased(), value ?? ""))
      unsafe cursor += 2
    }
    return result
  }
}

/// A session with its receiver; C callbacks cannot be generic, so it overrides what they call.
final class HTMLSessionOf<Receiver: HTMLReceiver>: HTMLSession {
  var receiver: Receiver

  init(_ receiver: Receiver) {
    self.receiver = receiver
  }

  override func receiveStart(_ element: String, attributes: [(name: String, value: String)]) {
    receiver.start(element, attributes: attributes)
  }

  override func receiveEnd(_ element: String) {
    receiver.end(element)
  }

  override func receiveText(_ text: String) {
    receiver.text(text)
  }
}
