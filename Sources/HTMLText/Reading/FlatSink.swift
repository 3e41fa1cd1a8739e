/// Hands on the text alone, with a space for each tag.
struct FlatSink<Receiver: HTMLReceiver>: HTMLTokenSink {
  private(set) var receiver: Receiver

  init(_ receiver: Receiver) {
    self.receiver = receiver
  }

  mutating func start(_ tag: HTMLTag) -> Bool {
    addSpace()
    return true
  }

  mutating func end(_ element: HTMLElement) -> Bool {
    addSpace()
    return true
  }

  private mutating func addSpace() {
    let space: [UInt8] = [0x20]
    receiver.text(space.span)
  }

  mutating func text(_ characters: Span<UInt8>) {
    receiver.text(characters)
  }
}
