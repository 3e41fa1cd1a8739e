/// Text as XML: what would be markup becomes a reference.
func escaped(_ text: String) -> String {
  var result: [UInt8] = []
  result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): result += "&amp;".utf8
    case UInt8(ascii: "<"): result += "&lt;".utf8
    case UInt8(ascii: ">"): result += "&gt;".utf8
    case UInt8(ascii: "\""): result += "&quot;".utf8
    default: result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// Text as XML with numbers for typographic signs, as many newsrooms' systems write it.
func referenced(_ text: String) -> String {
  escaped(text).reduce(into: "") { result, character in
    switch character {
    case "’": result += "&#8217;"
    case "—": result += "&#8212;"
    default: result.append(character)
    }
  }
}
