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
  /// Where the tag stands in the document, from its `<` to past its `>`.
  public let range: Range<Int>

  private let local: UnsafePointer<xmlChar>
  private let uri: UnsafePointer<xmlChar>?
  /// Five pointers an attribute: local name, prefix, URI, the value's first and past-the-end byte.
  private let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  private let tokens: UnsafePointer<XMLToken>
  /// One an attribute where libxml2 does not have all values, else nil.
  private let values: UnsafePointer<Skeleton.Value>?
  private let document: ByteWindow?

  init(
    name: XMLToken, local: UnsafePointer<xmlChar>, uri: UnsafePointer<xmlChar>?,
    attributeCount: Int, attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
    tokens: UnsafePointer<XMLToken>, values: UnsafePointer<Skeleton.Value>?,
    document: ByteWindow?, range: Range<Int>
  ) {
    self.name = name
    unsafe self.local = local
    unsafe self.uri = uri
    self.attributeCount = attributeCount
    unsafe self.attributes = attributes
    unsafe self.tokens = tokens
    unsafe self.values = values
    self.document = document
    self.range = range
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

  /// The name of an attribute by its place.
  public func attribute(at index: Int) -> XMLToken { unsafe tokens[index] }

  /// The value of an attribute by its place.
  public func value(at index: Int) -> String? {
    if let document, let value = unsafe values?[index], value.isPlain {
      let start = unsafe document.pointer(at: value.start)
      return unsafe XMLAttributeValue.string(
        plain: UnsafeBufferPointer(start: start, count: value.count))
    }
    guard let attributes = unsafe attributes else { return nil }
    let fields = unsafe attributes + 5 * index
    guard let start = unsafe fields[3], let end = unsafe fields[4] else { return "" }
    return unsafe XMLAttributeValue.string(UnsafeBufferPointer(start: start, count: end - start))
  }
}
