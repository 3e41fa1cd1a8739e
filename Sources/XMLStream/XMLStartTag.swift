import CLibXML2

/// A start tag while the parser stands on it: its name, its attributes and where it stands.
///
/// It borrows libxml2's own memory, so it cannot be copied or kept beyond the call that receives it.
@safe
public struct XMLStartTag: ~Copyable {
  /// The element's name.
  public let name: XMLToken
  /// The number of attributes, namespace declarations not among them.
  public let attributeCount: Int

  private let local: UnsafePointer<xmlChar>
  private let uri: UnsafePointer<xmlChar>?
  private let context: xmlParserCtxtPtr
  /// Five pointers an attribute: local name, prefix, URI, the value's first and past-the-end byte.
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let tokens: UnsafePointer<XMLToken>

  init(
    name: XMLToken, local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?,
    attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    tokens: UnsafePointer<XMLToken>, context: xmlParserCtxtPtr
  ) {
    self.name = name
    unsafe self.local = local
    unsafe self.uri = uri
    self.attributeCount = attributeCount
    unsafe self.attributes = attributes
    unsafe self.tokens = tokens
    unsafe self.context = context
  }

  /// The name without its prefix, as the document spells it.
  public var localName: String {
    unsafe String(decodingCString: local, as: UTF8.self)
  }

  /// The URI of the element's namespace.
  public var namespace: String? {
    unsafe uri.map { unsafe String(decodingCString: $0, as: UTF8.self) }
  }

  /// The value of an attribute, absent where the tag does not have it.
  public func value(of attribute: XMLToken) -> String? {
    for index in 0..<attributeCount where unsafe tokens[index] == attribute {
      return value(at: index)
    }
    return nil
  }

  /// The offset of the tag's `<` among the parsed bytes.
  public var offset: Int {
    guard let input = unsafe context.pointee.input else { return 0 }
    guard var cursor = unsafe input.pointee.cur, let base = unsafe input.pointee.base else {
      return 0
    }
    // No `<` can stand inside a tag, its attributes' values included (XML 1.0, production 10).
    while unsafe cursor > base, unsafe cursor.pointee != UInt8(ascii: "<") { unsafe cursor -= 1 }
    return unsafe Int(input.pointee.consumed) + (cursor - base)
  }

  /// The line on which the tag ends, from 1.
  public var line: Int { unsafe SAXPosition.line(of: context) }

  /// The offset just past the tag's `>`.
  public var endOffset: Int {
    // libxml2 calls us when it has read the attributes and not yet the `>` or `/>`.
    guard let input = unsafe context.pointee.input, let cursor = unsafe input.pointee.cur else {
      return 0
    }
    let isEmptyElement = unsafe cursor.pointee == UInt8(ascii: "/")
    return unsafe SAXPosition.offset(of: context) + (isEmptyElement ? 2 : 1)
  }

  private func value(at index: Int) -> String? {
    guard let attributes = unsafe attributes else { return nil }
    let fields = unsafe attributes + 5 * index
    guard let start = unsafe fields[3], let end = unsafe fields[4] else { return "" }
    return unsafe XMLAttributeValue.string(UnsafeBufferPointer(start: start, count: end - start))
  }
}
