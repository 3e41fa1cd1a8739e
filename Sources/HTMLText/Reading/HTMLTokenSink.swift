/// What takes the tokens of an HTML text as they come, whether its elements nest or not.
protocol HTMLTokenSink {
  associatedtype Receiver: HTMLReceiver

  /// Takes a start tag, or says that reading on is of no use.
  mutating func start(_ tag: HTMLTag) -> Bool
  /// Takes an end tag, or says that reading on is of no use.
  mutating func end(_ element: HTMLElement) -> Bool
  mutating func text(_ characters: Span<UInt8>)
}
