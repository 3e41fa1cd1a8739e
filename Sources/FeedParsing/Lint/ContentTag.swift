import HTMLText

/// A start tag in the HTML of an entry.
struct ContentTag {
  /// In lower case.
  var name: String
  /// By name in lower case; the first of a name counts.
  var attributes: [(name: String, value: String)]

  func value(of name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The address that the tag leads to or shows.
  var address: String? {
    switch name {
    case "a", "area": value(of: "href")
    case "img", "source", "video", "audio": value(of: "src")
    default: nil
    }
  }

  /// An attribute that runs a script.
  var runningAttribute: String? {
    for (name, value) in attributes {
      if name.hasPrefix("on"), name.count > 2 { return name }
      let start = value.filter { !$0.isWhitespace }.prefix(11).lowercased()
      if start == "javascript:" { return "\(name)=\"javascript:\"" }
    }
    return nil
  }
}

/// The start tags of a text in HTML, one after the other, in one pass over its bytes.
///
/// It is for telling what is in there, not for making it safe: that is `HTMLText`'s work.
struct ContentTags {
  private let bytes: [UInt8]
  private var index = 0

  init(_ html: String) {
    bytes = Array(html.utf8)
  }

  mutating func next() -> ContentTag? {
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if bytes[index...].starts(with: "!--".utf8) {
        skipComment()
      } else if index < bytes.count, Self.isLetter(bytes[index]) {
        return tag()
      }
    }
    return nil
  }

  private mutating func skipComment() {
    index += 3
    while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
  }

  private mutating func tag() -> ContentTag {
    var tag = ContentTag(name: word(), attributes: [])
    while true {
      skip { Self.isSpace($0) || $0 == UInt8(ascii: "/") }
      guard index < bytes.count, bytes[index] != UInt8(ascii: ">") else { break }
      guard bytes[index] != UInt8(ascii: "<") else { break }
      let start = index
      let name = word()
      skip(while: Self.isSpace)
      if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
        index += 1
        tag.attributes.append((name, value()))
      } else {
        tag.attributes.append((name, ""))
      }
      if index == start { index += 1 }
    }
    return tag
  }

  private mutating func word() -> String {
    let start = index
    skip { !Self.isSpace($0) && $0 != 0x3E && $0 != 0x2F && $0 != 0x3D && $0 != 0x3C }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func value() -> String {
    skip(while: Self.isSpace)
    guard index < bytes.count else { return "" }
    let quote = bytes[index]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    skip { isQuoted ? $0 != quote : !Self.isSpace($0) && $0 != UInt8(ascii: ">") }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if isQuoted, index < bytes.count { index += 1 }
    return HTMLEntities.decode(text)
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while index < bytes.count, condition(bytes[index]) { index += 1 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
