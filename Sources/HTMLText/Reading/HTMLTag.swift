/// A start tag: its element and those of its attributes that are asked for, decoded.
///
/// One tag is used again for all of a text, so that reading a tag allocates nothing.
struct HTMLTag {
  private struct Attribute {
    var name: HTMLAttribute
    var value: Range<Int>
  }

  private(set) var element = HTMLElement.p
  /// Whether it ends in `/>`.
  ///
  /// That closes any element of XHTML, which Atom feeds carry. HTML ignores it, so nobody who writes
  /// HTML means anything else.
  var isSelfClosing = false
  private var attributes: [Attribute] = []
  private var values: [UInt8] = []

  /// Starts anew.
  mutating func begin(_ element: HTMLElement) {
    self.element = element
    isSelfClosing = false
    attributes.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
  }

  /// Adds an attribute; of two with one name HTML takes the first.
  mutating func add(_ name: HTMLAttribute, value write: (inout [UInt8]) -> Void) {
    guard !attributes.contains(where: { $0.name == name }) else { return }
    let start = values.count
    write(&values)
    attributes.append(Attribute(name: name, value: start..<values.count))
  }

  var hasEnd: Bool { !isSelfClosing && !element.isVoid }
  var attributeCount: Int { attributes.count }
  /// How many bytes its values have together.
  var valueBytes: Int { values.count }

  func attribute(at index: Int) -> (name: HTMLAttribute, value: ArraySlice<UInt8>) {
    (attributes[index].name, values[attributes[index].value])
  }

  func value(of name: HTMLAttribute) -> ArraySlice<UInt8>? {
    for attribute in attributes where attribute.name == name { return values[attribute.value] }
    return nil
  }
}
