/// HTML with its references decoded, as libxml2 needs it.
///
/// libxml2 2.9 knows the 253 entities of HTML 4 and reads `&copy=2` as a copyright sign. So each
/// reference becomes its characters here, and each ampersand that is left becomes `&#38;`.
struct PreparedHTML {
  /// What libxml2 is to parse.
  private(set) var bytes: [UInt8]
  /// What is beyond our limits and only loses its tags.
  private(set) var remainder: Substring.UTF8View

  /// libxml2 compares each attribute of a tag with all those before it, so a tag has only so many.
  private static let mostSeparatorsInTag = 2_000

  init(_ html: String) {
    let source = Array(html.utf8)
    let limit = min(source.count, HTMLText.largestParsedBytes)
    bytes = Array("<html><body>".utf8)
    bytes.reserveCapacity(limit + 64)
    var tag: (start: Int, length: Int, separators: Int)?
    var index = 0
    while index < limit {
      let byte = source[index]
      if byte == UInt8(ascii: "&") {
        index = Self.appendReference(in: source.span, at: index, to: &bytes)
        continue
      }
      if byte == UInt8(ascii: "<"), tag == nil { tag = (index, bytes.count, 0) }
      if byte == UInt8(ascii: ">") { tag = nil }
      if byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\"") {
        tag?.separators += 1
      }
      if let open = tag, open.separators > Self.mostSeparatorsInTag {
        bytes.removeSubrange(open.length...)
        index = open.start
        break
      }
      bytes.append(byte == 0 ? 0x20 : byte)
      index += 1
    }
    remainder = html.utf8[html.utf8.index(html.utf8.startIndex, offsetBy: index)...]
  }

  private static func appendReference(
    in source: Span<UInt8>, at index: Int, to bytes: inout [UInt8]
  ) -> Int {
    guard let found = HTMLEntities.reference(in: source, at: index) else {
      bytes += "&#38;".utf8
      return index + 1
    }
    for byte in found.characters.utf8 {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        bytes += "&#\(byte);".utf8
      case 0x00...0x08, 0x0E...0x1F:
        bytes += "\u{FFFD}".utf8
      default: bytes.append(byte)
      }
    }
    return found.end
  }

  /// Text without what looks like tags, for HTML that is too large or too deep to be parsed.
  static func withoutTags(_ html: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    var isInTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isInTag = true
      case UInt8(ascii: ">") where isInTag:
        isInTag = false
        result.append(0x20)
      default: if !isInTag { result.append(byte) }
      }
    }
    return HTMLEntities.decode(String(decoding: result, as: UTF8.self))
  }
}
