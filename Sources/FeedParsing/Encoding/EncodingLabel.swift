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
    let head = bytes.prefix(window)
    guard let start = end(of: "<?xml", in: head), let end = end(of: "?>", in: head[start...]) else {
      return nil
    }
    return value(after: "encoding", in: head[start..<end].dropLast(2))
  }

  /// The `charset` of a `meta` element near the start of an HTML page.
  static func htmlMeta(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(window).map { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
    return end(of: "<meta", in: head[...]).flatMap { value(after: "charset", in: head[$0...]) }
  }

  /// The value behind `name =`, in quotes or not.
  private static func value(after name: String, in text: ArraySlice<UInt8>) -> String? {
    guard let end = end(of: name, in: text) else { return nil }
    let rest = text[end...].drop { $0 <= 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let value = rest.dropFirst().drop { $0 <= 0x20 || isQuote($0) }
      .prefix { $0 > 0x20 && !isQuote($0) && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: ";") }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  /// Where the first occurrence of a word ends.
  private static func end(of word: String, in text: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    var rest = text
    while let start = rest.firstIndex(of: word[0]) {
      rest = rest[start...]
      if rest.starts(with: word) { return start + word.count }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }
}
