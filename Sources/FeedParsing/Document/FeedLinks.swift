import HTMLText

/// The feeds that a web page names in its `link` elements (RSS autodiscovery).
enum FeedLinks {
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
  ]
  /// No page has more feeds that anyone would want to read.
  private static let most = 100

  /// The addresses, absolute where the page's own is known.
  static func find(in bytes: [UInt8], context: FeedContext) -> [String] {
    let scanner = MarkupScanner(bytes: bytes)
    var base = context.baseURL
    var found: [String] = []
    var index = 0
    while index < bytes.count, found.count < most {
      guard let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) else { break }
      index = start + 1
      if scanner.has("<!--", at: start) {
        index = scanner.end(of: Array("-->".utf8), from: start + 4) ?? bytes.count
        continue
      }
      guard let tag = HTMLTag(at: start, in: scanner) else { continue }
      index = tag.end
      if tag.name == "base", let href = tag.attributes["href"] {
        base = WebAddress.resolve(href, against: base)
      } else if tag.name == "link", let href = feedAddress(of: tag) {
        let address = WebAddress.resolve(href, against: base)
        if !found.contains(address) { found.append(address) }
      }
    }
    return found
  }

  private static func feedAddress(of tag: HTMLTag) -> String? {
    let relations = tag.attributes["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
    guard relations.contains("alternate") || relations.contains("feed") else { return nil }
    let type = tag.attributes["type"]?.lowercased() ?? ""
    guard relations.contains("feed") || types.contains(HTMLText.oneLine(type)) else { return nil }
    return tag.attributes["href"].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// A start tag as HTML writes it: names in any case, values with or without quotes.
struct HTMLTag {
  private(set) var name: String
  private(set) var attributes: [String: String] = [:]
  private(set) var end: Int
  private static let mostAttributes = 100

  init?(at start: Int, in scanner: MarkupScanner) {
    guard scanner.isNameStart(at: start + 1) else { return nil }
    end = scanner.endOfName(from: start + 1)
    name = scanner.text(start + 1..<end).lowercased()
    while end < scanner.bytes.count, attributes.count < Self.mostAttributes {
      end = scanner.endOfSpaces(from: end)
      guard end < scanner.bytes.count, scanner.bytes[end] != UInt8(ascii: ">") else { return }
      guard scanner.isNameStart(at: end) else {
        end += 1
        continue
      }
      readAttribute(in: scanner)
    }
  }

  private mutating func readAttribute(in scanner: MarkupScanner) {
    let start = end
    end = scanner.endOfName(from: start)
    let name = scanner.text(start..<end).lowercased()
    let equals = scanner.endOfSpaces(from: end)
    guard equals < scanner.bytes.count, scanner.bytes[equals] == UInt8(ascii: "=") else {
      attributes[name] = attributes[name] ?? ""
      return
    }
    var first = scanner.endOfSpaces(from: equals + 1)
    end = first
    guard first < scanner.bytes.count else { return }
    let quote = scanner.bytes[first]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { first += 1 }
    var last = first
    while last < scanner.bytes.count,
      isQuoted
        ? scanner.bytes[last] != quote
        : !MarkupScanner.isSpace(scanner.bytes[last]) && scanner.bytes[last] != UInt8(ascii: ">")
    { last += 1 }
    attributes[name] = attributes[name] ?? HTMLEntities.decode(scanner.text(first..<last))
    end = isQuoted ? min(last + 1, scanner.bytes.count) : last
  }
}
