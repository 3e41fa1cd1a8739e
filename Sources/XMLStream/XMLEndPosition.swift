import CLibXML2

/// Where an element ends; the offsets are computed only when they are asked for.
@safe
public struct XMLEndPosition: ~Copyable {
  private let context: xmlParserCtxtPtr

  init(context: xmlParserCtxtPtr) {
    unsafe self.context = context
  }

  /// The offset just past the element's last `>` among the parsed bytes.
  public var offset: Int { unsafe SAXPosition.offset(of: context) }

  /// The line on which the element ends, from 1.
  public var line: Int { unsafe SAXPosition.line(of: context) }
}

/// Where libxml2 stands in its input.
enum SAXPosition {
  /// How many bytes of the document lie before the parser's cursor.
  static func offset(of context: xmlParserCtxtPtr?) -> Int {
    guard let input = unsafe context?.pointee.input else { return 0 }
    guard let cursor = unsafe input.pointee.cur, let base = unsafe input.pointee.base else {
      return 0
    }
    return unsafe Int(input.pointee.consumed) + (cursor - base)
  }

  static func line(of context: xmlParserCtxtPtr?) -> Int {
    unsafe Int(context?.pointee.input?.pointee.line ?? 0)
  }
}
