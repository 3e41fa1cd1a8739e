import CLibXML2

/// What the callbacks write to: the only object that C code holds a pointer to.
@safe
class HTMLSession {
  var context: htmlParserCtxtPtr?
  /// Whether the parser was stopped because elements nest too deeply.
  private(set) final var isTooDeep = false
  private final var open: [HTMLElement] = []
  private final var tag = HTMLTag()

  func receiveStart(_ tag: HTMLTag) {}
  func receiveEnd(_ element: HTMLElement) {}
  func receiveText(_ characters: Span<UInt8>) {}

  final func start(
    _ name: UnsafePointer<xmlChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    // Only the elements around the text, `html` and `body`, are none of ours.
    guard !isTooDeep, let element = unsafe Self.span(name, HTMLElement.init) else { return }
    guard open.count < HTMLText.deepestNesting else { return stop() }
    tag.begin(element)
    unsafe read(attributes)
    open.append(element)
    receiveStart(tag)
  }

  final func end(_ name: UnsafePointer<xmlChar>) {
    guard !isTooDeep, let element = unsafe Self.span(name, HTMLElement.init),
      open.last == element
    else { return }
    open.removeLast()
    receiveEnd(element)
  }

  final func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isTooDeep else { return }
    receiveText(unsafe bytes.span)
  }

  /// Ends what is still open.
  final func finish() {
    while let element = open.popLast() { receiveEnd(element) }
  }

  private func stop() {
    isTooDeep = true
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  private func read(_ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard var cursor = unsafe pointers else { return }
    while let name = unsafe cursor[0] {
      if let attribute = unsafe Self.span(name, HTMLAttribute.init) {
        let value = unsafe UnsafeBufferPointer(
          start: cursor[1], count: cursor[1].map { unsafe Int(xmlStrlen($0)) } ?? 0)
        tag.add(attribute) { unsafe $0.append(contentsOf: value) }
      }
      unsafe cursor += 2
    }
  }

  private static func span<Name>(
    _ name: UnsafePointer<xmlChar>, _ find: (Span<UInt8>, Range<Int>) -> Name?
  ) -> Name? {
    let bytes = unsafe UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name)))
    return find(unsafe bytes.span, bytes.indices)
  }
}

/// A session with its receiver; C callbacks cannot be generic, so it overrides what they call.
final class HTMLSessionOf<Receiver: HTMLReceiver>: HTMLSession {
  var receiver: Receiver

  init(_ receiver: Receiver) {
    self.receiver = receiver
  }

  override func receiveStart(_ tag: HTMLTag) {
    receiver.start(tag)
  }

  override func receiveEnd(_ element: HTMLElement) {
    receiver.end(element)
  }

  override func receiveText(_ characters: Span<UInt8>) {
    receiver.text(characters)
  }
}
