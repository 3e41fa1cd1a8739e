import CLibXML2

/// The tokens of the names that one document has used so far.
///
/// libxml2 interns each name and URI, so that two equal names have one address while the parser
/// lives: after the first meeting a name costs one probe of this table and no comparison of strings.
@safe
struct XMLNameTable: ~Copyable {
  @safe
  private struct Slot {
    var localName: UnsafePointer<xmlChar>?
    var namespace: UnsafePointer<xmlChar>?
    var token: XMLToken
  }

  /// A power of two; a document with more names than half of it makes the table start anew.
  private static let capacity = 1024

  private let vocabulary: XMLVocabulary
  private let slots: UnsafeMutablePointer<Slot>
  /// How many slots are taken; beside the slots for the reason that ``TextBuffer`` gives.
  private let count: UnsafeMutablePointer<Int>

  init(vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    unsafe slots = .allocate(capacity: Self.capacity)
    unsafe count = .allocate(capacity: 1)
    unsafe count.initialize(to: 0)
    unsafe slots.initialize(
      repeating: Slot(localName: nil, namespace: nil, token: .unknown), count: Self.capacity)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe count.deallocate()
  }

  /// Forgets all addresses, as another parser is about to hand out its own.
  func removeAll() {
    unsafe count.pointee = 0
    unsafe slots.update(
      repeating: Slot(localName: nil, namespace: nil, token: .unknown), count: Self.capacity)
  }

  func token(
    localName: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?
  ) -> XMLToken {
    var index = unsafe Self.slotIndex(localName, namespace)
    while let known = unsafe slots[index].localName {
      if unsafe known == localName, unsafe slots[index].namespace == namespace {
        return unsafe slots[index].token
      }
      index = (index + 1) & (Self.capacity - 1)
    }
    return unsafe insert(localName, namespace, at: index)
  }

  private func insert(
    _ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?, at index: Int
  ) -> XMLToken {
    let token = unsafe vocabulary.token(
      of: String(decodingCString: localName, as: UTF8.self),
      in: namespace.map { unsafe String(decodingCString: $0, as: UTF8.self) } ?? "")
    guard unsafe count.pointee < Self.capacity / 2 else {
      removeAll()
      return token
    }
    unsafe slots[index] = Slot(localName: localName, namespace: namespace, token: token)
    unsafe count.pointee += 1
    return token
  }

  private static func slotIndex(
    _ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?
  ) -> Int {
    let name = UInt(bitPattern: localName)
    let space = UInt(bitPattern: namespace)
    let hash = (name ^ (space &>> 3)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash &>> 54)
  }
}
