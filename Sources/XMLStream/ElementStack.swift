/// The elements that are open, by the names that the document spells.
@safe
struct ElementStack: ~Copyable {
  @safe
  private struct Element: BitwiseCopyable {
    var nameStart: Int
    var nameCount: Int
    var kind: ElementKind
    /// How many namespaces its start tag declares.
    var namespaces: Int
  }

  private var names = GrowableBuffer<UInt8>(capacity: 1 << 10)
  private var elements = GrowableBuffer<Element>(capacity: 1 << 7)
  /// How many namespace declarations are in force.
  private(set) var namespaces = 0

  deinit {
    names.deallocate()
    elements.deallocate()
  }

  var count: Int { elements.count }
  var isEmpty: Bool { elements.count == 0 }

  @inline(__always)
  mutating func push(
    _ name: UnsafePointer<UInt8>, count: Int, kind: ElementKind, namespaces declared: Int
  ) {
    elements.append(
      Element(nameStart: names.count, nameCount: count, kind: kind, namespaces: declared))
    unsafe names.append(name, count: count)
    namespaces &+= declared
  }

  @inline(__always)
  mutating func pop() {
    let element = elements[elements.count - 1]
    elements.truncate(to: elements.count - 1)
    names.truncate(to: element.nameStart)
    namespaces &-= element.namespaces
  }

  /// The kind of the innermost element, or of one further out.
  func kind(at depth: Int = 0) -> ElementKind {
    let index = elements.count - 1 - depth
    return index >= 0 ? elements[index].kind : .other
  }

  /// How many bytes the name of an element has: of the innermost one, or of one further out.
  @inline(__always)
  func nameCount(at depth: Int = 0) -> Int {
    elements[elements.count &- 1 &- depth].nameCount
  }

  /// Whether the name of an element stands at an offset, whatever follows it.
  @inline(__always)
  func nameStands(at offset: Int, in bytes: ByteWindow, depth: Int = 0) -> Bool {
    let element = elements[elements.count &- 1 &- depth]
    guard offset &+ element.nameCount <= bytes.end else { return false }
    let (name, here) = unsafe (names.start + element.nameStart, bytes.pointer(at: offset))
    for index in 0..<element.nameCount where unsafe here[index] != name[index] { return false }
    return true
  }

  /// Whether an element has just the name that stands in a range.
  func isNamed(_ name: Range<Int>, in bytes: ByteWindow, depth: Int = 0) -> Bool {
    nameCount(at: depth) == name.count && nameStands(at: name.lowerBound, in: bytes, depth: depth)
  }

  /// Whether an element has the name that stands in a range but for case, or for its prefix too.
  func isAlmostNamed(
    _ name: Range<Int>, in bytes: ByteWindow, depth: Int = 0, ignoringPrefix: Bool = false
  ) -> Bool {
    let element = elements[elements.count - 1 - depth]
    let colon = UInt8(ascii: ":")
    var (index, given) = (element.nameCount, name.upperBound)
    while index > 0, given > name.lowerBound {
      let (own, other) = (names[element.nameStart + index - 1], bytes[given - 1])
      if ignoringPrefix, own == colon || other == colon { return own == other }
      guard own | 0x20 == other | 0x20 else { return false }
      index -= 1
      given -= 1
    }
    guard ignoringPrefix else { return index == 0 && given == name.lowerBound }
    return (index == 0 || names[element.nameStart + index - 1] == colon)
      && (given == name.lowerBound || bytes[given - 1] == colon)
  }

  /// The name of an element.
  func name(at depth: Int = 0) -> String {
    let element = elements[elements.count - 1 - depth]
    return unsafe String(
      decoding: UnsafeBufferPointer(
        start: names.start + element.nameStart, count: element.nameCount), as: UTF8.self)
  }

  /// Writes the name of the innermost element.
  func writeName(to skeleton: Skeleton) {
    let element = elements[elements.count - 1]
    unsafe skeleton.storage.pointee.bytes.append(
      names.start + element.nameStart, count: element.nameCount)
  }
}

/// What a name means for putting nesting right.
enum ElementKind: UInt8 {
  case other, record, container, textField, richField, void
}

/// Tells kinds by the letters of local names.
struct ElementKinds {
  private static let capacity = 256
  private var keys = [UInt64](repeating: 0, count: capacity)
  private var kinds = [ElementKind](repeating: .other, count: capacity)

  init(_ groups: [(Set<String>, ElementKind)]) {
    for (names, kind) in groups {
      for name in names {
        var key = Self.empty
        for byte in name.utf8 { key = Self.key(key, adding: byte) }
        add(key, kind)
      }
    }
  }

  private mutating func add(_ key: UInt64, _ kind: ElementKind) {
    var index = Self.slot(key)
    while keys[index] != 0, keys[index] != key { index = (index + 1) & (Self.capacity - 1) }
    keys[index] = key
    kinds[index] = kind
  }

  /// The kind of the name in a range of a window.
  func kind(of name: Range<Int>, in bytes: ByteWindow) -> ElementKind {
    var key = Self.empty
    var hasPrefix = false
    for offset in name {
      let byte = bytes[offset]
      if byte == UInt8(ascii: ":") {
        (key, hasPrefix) = (Self.empty, true)
      } else {
        key = Self.key(key, adding: byte)
      }
    }
    var index = Self.slot(key)
    while keys[index] != key {
      if keys[index] == 0 { return .other }
      index = (index + 1) & (Self.capacity - 1)
    }
    return kinds[index] == .void && hasPrefix ? .other : kinds[index]
  }

  /// FNV-1a over letters of either case; the names that a client knows do not collide in it.
  private static let empty: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private static func key(_ key: UInt64, adding byte: UInt8) -> UInt64 {
    (key ^ UInt64(byte | 0x20)) &* 0x0000_0100_0000_01B3
  }

  @inline(__always)
  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
