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
    /// The namespace's URI; the prefix where it has none, which cannot have the same address.
    var namespace: UnsafePointer<xmlChar>?
    var token: XMLToken
  }

  /// What is looked up rarely: the meaning of prefixes that a document does not declare.
  private struct Prefixes {
    var namespaces: [String: String] = [:]
    var reported: Set<String> = []
    /// The root's namespace where nobody knows it.
    var foreignRoot: String?
  }

  /// A power of two; a document with more names than half of it makes the table start anew.
  private static let capacity = 1024

  private let vocabulary: XMLVocabulary
  private let slots: UnsafeMutablePointer<Slot>
  private let prefixes: UnsafeMutablePointer<Prefixes>
  /// How many slots are taken; beside the slots for the reason that ``TextBuffer`` gives.
  private let count: UnsafeMutablePointer<Int>

  init(vocabulary: XMLVocabulary) {
    self.vocabulary = vocabulary
    unsafe slots = .allocate(capacity: Self.capacity)
    unsafe count = .allocate(capacity: 1)
    unsafe count.initialize(to: 0)
    unsafe prefixes = .allocate(capacity: 1)
    unsafe prefixes.initialize(to: Prefixes())
    unsafe slots.initialize(
      repeating: Slot(localName: nil, namespace: nil, token: .unknown), count: Self.capacity)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe count.deallocate()
    unsafe prefixes.deinitialize(count: 1)
    unsafe prefixes.deallocate()
  }

  /// Begins a document: another parser is about to hand out its own addresses.
  func start(prefixes known: [String: String]) {
    unsafe prefixes.pointee = Prefixes(namespaces: known)
    removeAll()
  }

  /// Notes the namespace of the root.
  ///
  /// Where it is none that we know, the document has its own name for what others put in none.
  func startRoot(namespace: UnsafePointer<xmlChar>?) {
    guard let namespace = unsafe namespace else { return }
    let name = unsafe String(decodingCString: namespace, as: UTF8.self)
    if !vocabulary.knows(namespace: name) { unsafe prefixes.pointee.foreignRoot = name }
  }

  private func removeAll() {
    unsafe count.pointee = 0
    unsafe slots.update(
      repeating: Slot(localName: nil, namespace: nil, token: .unknown), count: Self.capacity)
  }

  /// The token of a name.
  ///
  /// - Parameters:
  ///   - localName: The name without its prefix, as libxml2 interned it.
  ///   - namespace: The namespace's URI, likewise; nil for none.
  ///   - prefix: The name's prefix, likewise.
  ///   - undeclared: Told once of each prefix that has no namespace.
  /// - Returns: The token, ``XMLToken/unknown`` for a name that nobody added.
  @inline(__always)
  func token(
    localName: UnsafePointer<xmlChar>, namespace: UnsafePointer<xmlChar>?,
    prefix: UnsafePointer<xmlChar>?, undeclared: (String) -> Void
  ) -> XMLToken {
    let space = unsafe namespace ?? prefix
    var index = unsafe Self.slotIndex(localName, space)
    while let known = unsafe slots[index].localName {
      if unsafe known == localName, unsafe slots[index].namespace == space {
        return unsafe slots[index].token
      }
      index = (index &+ 1) & (Self.capacity - 1)
    }
    let token = unsafe find(localName, namespace, prefix, undeclared)
    unsafe insert(token, localName, space, at: index)
    return token
  }

  private func find(
    _ localName: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?,
    _ prefix: UnsafePointer<xmlChar>?, _ undeclared: (String) -> Void
  ) -> XMLToken {
    let local = unsafe String(decodingCString: localName, as: UTF8.self)
    if let namespace = unsafe namespace {
      let name = unsafe String(decodingCString: namespace, as: UTF8.self)
      let isForeign = unsafe name == prefixes.pointee.foreignRoot
      return vocabulary.token(of: local, in: isForeign ? "" : name)
    }
    guard let prefix = unsafe prefix else { return vocabulary.token(of: local, in: "") }
    let name = unsafe String(decodingCString: prefix, as: UTF8.self)
    if unsafe prefixes.pointee.reported.insert(name).inserted { undeclared(name) }
    guard let meant = unsafe prefixes.pointee.namespaces[name] else { return .unknown }
    return vocabulary.token(of: local, in: meant)
  }

  private func insert(
    _ token: XMLToken, _ localName: UnsafePointer<xmlChar>, _ space: UnsafePointer<xmlChar>?,
    at index: Int
  ) {
    guard unsafe count.pointee < Self.capacity / 2 else { return removeAll() }
    unsafe slots[index] = Slot(localName: localName, namespace: space, token: token)
    unsafe count.pointee += 1
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
