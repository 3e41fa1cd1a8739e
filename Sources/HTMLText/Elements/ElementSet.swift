/// A set of elements in one number.
struct ElementSet: Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  init(arrayLiteral elements: HTMLElement...) {
    for element in elements { insert(element) }
  }

  mutating func insert(_ element: HTMLElement) {
    bits |= 1 << UInt128(element.rawValue)
  }

  func contains(_ element: HTMLElement) -> Bool {
    bits >> UInt128(element.rawValue) & 1 == 1
  }
}
