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
    let scanner = MarkupScanner(bytes: Array(bytes.prefix(window)))
    guard let start = scanner.end(of: Array("<?xml".utf8), from: 0),
      let end = scanner.end(of: Array("?>".utf8), from: start)
    else { return nil }
    return value(after: Array("encoding".utf8), in: scanner, from: start, to: end - 2)
  }

  /// The `charset` of a `meta` element near the start of an HTML page.
  static func htmlMeta(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(window).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let scanner = MarkupScanner(bytes: head)
    guard let start = scanner.end(of: Array("<meta".utf8), from: 0) else { return nil }
    return value(after: Array("charset".utf8), in: scanner, from: start, to: head.count)
  }

  /// The value behind `name =`, in quotes or not.
  private static func value(
    after name: [UInt8], in scanner: MarkupScanner, from start: Int, to end: Int
  ) -> String? {
    guard let found = scanner.end(of: name, from: start), found < end else { return nil }
    let rest = scanner.bytes[found..<end].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { $0 <= 0x20 || isQuote($0) }
      .prefix { $0 > 0x20 && !isQuote($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: ";") }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
