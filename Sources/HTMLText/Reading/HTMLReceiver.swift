/// What makes something of an HTML text: elements that nest, and the text between them.
///
/// Scripts and the like never arrive. Text arrives decoded and cut anywhere between characters, so
/// what is made of it must not depend on where.
protocol HTMLReceiver {
  /// What an element is read as; one of no use loses its tags before nesting is looked at.
  static func kept(_ element: HTMLElement) -> HTMLElement?
  /// Whether an attribute is of use.
  static func keeps(_ attribute: HTMLAttribute) -> Bool

  mutating func start(_ tag: HTMLTag)
  /// Ends the element that started last; elements without an end tag are ended too.
  mutating func end(_ element: HTMLElement)
  mutating func text(_ characters: Span<UInt8>)
}
