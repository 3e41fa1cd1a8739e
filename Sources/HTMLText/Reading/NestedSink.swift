/// Hands tokens on as long as their elements nest as HTML has it.
///
/// It refuses the text at the first end tag that would have to end other elements, at the first
/// element that ends another by starting, and at ``HTMLText/deepestNesting``.
struct NestedSink<Receiver: HTMLReceiver>: HTMLTokenSink {
  private var receiver: Receiver
  private var open: [HTMLElement] = []

  init(_ receiver: Receiver) {
    self.receiver = receiver
  }

  mutating func start(_ tag: HTMLTag) -> Bool {
    if let parent = open.last, parent.isEnded(by: tag.element) { return false }
    guard open.count < HTMLText.deepestNesting else { return false }
    receiver.start(tag)
    if tag.hasEnd { open.append(tag.element) } else { receiver.end(tag.element) }
    return true
  }

  mutating func end(_ element: HTMLElement) -> Bool {
    guard open.last == element else { return !open.contains(element) }
    open.removeLast()
    receiver.end(element)
    return true
  }

  mutating func text(_ characters: Span<UInt8>) {
    receiver.text(characters)
  }

  /// Ends what is still open.
  consuming func finish() -> Receiver {
    while let element = open.popLast() { receiver.end(element) }
    return receiver
  }
}
