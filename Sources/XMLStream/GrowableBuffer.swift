/// A growing run of plain values in memory of its own.
///
/// Whoever holds one frees it. It exists beside `Array` because a parser's callbacks write to it
/// behind a constant pointer: then no access has to be checked for exclusivity, which took a tenth of
/// the time of a parse.
@safe
struct GrowableBuffer<Element: BitwiseCopyable> {
  private(set) var start: UnsafeMutablePointer<Element>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    unsafe start = .allocate(capacity: capacity)
  }

  func deallocate() {
    unsafe start.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count)
    return unsafe start[index]
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    unsafe start[count] = element
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ elements: UnsafePointer<Element>, count added: Int) {
    if count &+ added > capacity { grow(to: count + added) }
    unsafe (start + count).update(from: elements, count: added)
    count &+= added
  }

  mutating func removeAll() {
    count = 0
  }

  /// Keeps only the first elements.
  mutating func truncate(to count: Int) {
    assert(count <= self.count)
    self.count = count
  }

  /// Moves the elements from an index on to the front.
  mutating func removeFirst(_ removed: Int) {
    let kept = count - removed
    unsafe start.update(from: start + removed, count: kept)
    count = kept
  }

  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    unsafe moved.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = moved
    capacity = larger
  }
}

extension GrowableBuffer where Element == UInt8 {
  mutating func append(_ text: StaticString) {
    unsafe append(text.utf8Start, count: text.utf8CodeUnitCount)
  }

  mutating func append(_ text: String) {
    for byte in text.utf8 { append(byte) }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { append(byte) }
  }
}
