/// Finds what the server and the document say of the encoding.
enum EncodingLabel {
  /// How far into a document a declaration is looked for; HTML's `meta` must stand within it.
  static let window = 1024

  /// The `charset` of a `Content-Type` header.
  static func charset(ofContentType contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let sides = parameter.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, sides[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      // Some servers join two headers with a comma.
      let value = sides[1].prefix { $0 != "," }.filter { $0 != " " && $0 != "\"" && $0 != "'" }
      return value.isEmpty ? nil : String(value)
    }
    return nil
  }

  /// The `encoding` of an XML declaration, which may stand after white space or other junk.
  static func xmlDeclaration(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(window), as: UTF8.self)
    guard let start = head.utf8.firstRange(of: Array("<?xml".utf8)) else { return nil }
    let rest = head.utf8[start.upperBound...]
    guard let end = rest.firstRange(of: Array("?>".utf8)) else { return nil }
    return value(after: "encoding", in: rest[..<end.lowerBound])
  }

  /// The `charset` of a `meta` element near the start of an HTML page.
  static func htmlMeta(in bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(window), as: UTF8.self).lowercased()
    guard let start = head.utf8.firstRange(of: Array("<meta".utf8)) else { return nil }
    return value(after: "charset", in: head.utf8[start.upperBound...])
  }

  /// The value behind `name =`, in quotes or not.
  private static func value(after name: String, in text: Substring.UTF8View) -> String? {
    guard let found = text.firstRange(of: Array(name.utf8)) else { return nil }
    let rest = text[found.upperBound...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { $0 <= 0x20 || isQuote($0) }
      .prefix { $0 > 0x20 && !isQuote($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: ";") }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
