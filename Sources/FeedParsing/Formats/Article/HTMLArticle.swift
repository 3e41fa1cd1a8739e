import HTMLText

/// What a web page with one announcement says, by its head and by the elements it uses.
enum HTMLArticle {
  static func entry(of html: String, context: FeedContext) -> ParsedEntry {
    let page = HTMLPage(html)
    var entry = ParsedEntry()
    let base = context.baseURL
    entry.title = page.title
    entry.link = page.canonical.map { WebAddress.resolve($0, against: base) } ?? context.url
    entry.language = page.language
    let body = RichText(page.body, kind: .html, base: base)
    if !page.body.isEmpty { entry.content = [body] }
    if let summary = page.meta["description"] ?? page.meta["og:description"] {
      entry.summary = RichText(summary, kind: .plain)
    }
    if let author = page.meta["author"] { entry.authors = [Person(name: author)] }
    entry.publisher = page.meta["og:site_name"]
    entry.published = date(of: page) ?? DateLine.find(in: body.text)
    return entry
  }

  private static func date(of page: HTMLPage) -> FeedDate? {
    let names = ["article:published_time", "date", "dc.date", "dcterms.date", "datepublished"]
    let raw = names.compactMap { page.meta[$0] } + [page.time].compactMap { $0 }
    for text in raw {
      guard let seconds = FeedDateParser.parse(text) else { continue }
      return FeedDate(raw: text, secondsSince1970: seconds)
    }
    return nil
  }
}

/// The parts of a web page that an announcement can be made of, found by one look at its tags.
struct HTMLPage {
  /// The `meta` elements, by their `name` or `property` in lower case.
  private(set) var meta: [String: String] = [:]
  private(set) var canonical: String?
  private(set) var language: String?
  /// The first `time` with a `datetime`.
  private(set) var time: String?
  private var ranges: [String: Range<Int>] = [:]
  private let bytes: [UInt8]

  private static let wanted: Set<String> = ["title", "h1", "article", "main", "body"]

  init(_ html: String) {
    bytes = Array(html.utf8)
    let scanner = MarkupScanner(bytes: bytes)
    var open: [String: Int] = [:]
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if scanner.has("<!--", at: start) {
        index = scanner.end(of: Array("-->".utf8), from: start + 4) ?? bytes.count
      } else if scanner.has("</", at: start) {
        let name = scanner.text(start + 2..<scanner.endOfName(from: start + 2)).lowercased()
        if Self.wanted.contains(name), let first = open[name], name == "body" || ranges[name] == nil
        {
          ranges[name] = first..<start
        }
      } else if let tag = HTMLTag(at: start, in: scanner) {
        index = tag.end
        note(tag)
        let content = min(tag.end + 1, bytes.count)
        if Self.wanted.contains(tag.name), open[tag.name] == nil { open[tag.name] = content }
        if tag.name == "script" || tag.name == "style" {
          index = scanner.end(of: Array("</\(tag.name)".utf8), from: content) ?? bytes.count
        }
      }
    }
    if ranges["body"] == nil, let start = open["body"] { ranges["body"] = start..<bytes.count }
  }

  var title: String? {
    let heading = meta["og:title"] ?? text(of: "h1").map(HTMLText.inlineText(of:))
    let title = heading ?? text(of: "title").map(HTMLText.inlineText(of:))
    return title.flatMap { $0.isEmpty ? nil : HTMLText.oneLine($0) }
  }

  /// The markup of the announcement itself, without the page around it where that can be told.
  var body: String {
    text(of: "article") ?? text(of: "main") ?? text(of: "body")
      ?? String(decoding: bytes, as: UTF8.self)
  }

  private func text(of element: String) -> String? {
    ranges[element].map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  private mutating func note(_ tag: HTMLTag) {
    switch tag.name {
    case "html": language = tag.attributes["lang"] ?? language
    case "meta":
      guard let name = tag.attributes["property"] ?? tag.attributes["name"],
        let content = tag.attributes["content"], !content.isEmpty
      else { return }
      meta[name.lowercased()] = meta[name.lowercased()] ?? content
    case "link" where tag.attributes["rel"]?.lowercased() == "canonical":
      canonical = canonical ?? tag.attributes["href"]
    case "time": time = time ?? tag.attributes["datetime"]
    default: break
    }
  }
}
