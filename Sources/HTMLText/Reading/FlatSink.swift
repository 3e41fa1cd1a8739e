/// Hands on the text alone, with a space where a block or a cell starts or ends.
struct FlatSink<Receiver: HTMLReceiver>: HTMLTokenSink {
  private(set) var receiver: Receiver

  init(_ receiver: Receiver) {
    self.receiver = receiver
  }

  mutating func start(_ tag: HTMLTag) -> Bool {
    addSpace(around: tag.element)
    return true
  }

  mutating func end(_ element: HTMLElement) -> Bool {
    addSpace(around: element)
    return true
  }

  private mutating func addSpace(around element: HTMLElement) {
    guard element.layout != .inline || element == .td || element == .th else { return }
    let space: [UInt8] = [0x20]
    receiver.text(space.span)
  }

  mutating func text(_ characters: Span<UInt8>) {
    receiver.text(characters)
  }
}
