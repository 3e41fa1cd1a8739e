/// Tells what a document is by its first bytes.
public enum FeedSniffer {
  /// What a document looks like.
  public enum Kind: Hashable, Sendable {
    /// Nothing, or white space.
    case empty
    /// A feed in XML, or something with a feed's root in it.
    case xmlFeed
    /// A table with a line of column names.
    case csv
    /// A JSON document, a JSON Feed or another.
    case json
    /// A web page.
    case html
    /// Something else; `hint` says what in a few words, such as `a PDF document`.
    case other(hint: String)
  }

  /// How far into a document its root is looked for.
  private static let window = 64 << 10

  /// What a document is, by its bytes first and by what its sender calls it second.
  public static func kind(of bytes: [UInt8], context: FeedContext = FeedContext()) -> Kind {
    kind(
      of: DecodedDocument(bytes, contentType: context.contentType), from: bytes,
      contentType: context.contentType)
  }

  /// The same for a document that is decoded already.
  ///
  /// Signatures are looked for in the bytes as they came: decoded, an image has other ones, and a
  /// text may look like an archive.
  static func kind(
    of document: DecodedDocument, from bytes: [UInt8], contentType: String?
  ) -> Kind {
    if let signature = FileSignature.hint(for: bytes) { return .other(hint: signature) }
    return kind(of: document.bytes, contentType: contentType)
  }

  /// The same for text, which is no file of another kind.
  static func kind(of text: [UInt8], contentType: String?) -> Kind {
    guard let first = text.first(where: { !MarkupScanner.isSpace($0) && $0 != 0 }) else {
      return .empty
    }
    if first == UInt8(ascii: "<"), MarkupRoot.isPlainFeed(text) { return .xmlFeed }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
    let head = Array(text.prefix(window))
    if JSONFeedSignature.isFound(in: head, contentType: contentType) { return .json }
    if let root = MarkupRoot.find(in: head) {
      if Prolog.isFeedRoot(root) { return .xmlFeed }
      if root.lowercased() == "html" { return .html }
      if first == UInt8(ascii: "<") {
        return MarkupRoot.htmlElements.contains(root.lowercased())
          ? .html : .other(hint: "XML whose root is <\(root)>")
      }
    }
    if contentType?.lowercased().contains("text/csv") == true || CSVFeed.looksLikeTable(head) {
      return .csv
    }
    return .other(hint: MarkupRoot.isText(head) ? "plain text" : "no text at all")
  }
}

/// The first element of a document that decides what it is.
enum MarkupRoot {
  /// Elements with which a fragment of a web page starts.
  static let htmlElements: Set<String> = [
    "a", "article", "b", "body", "br", "center", "div", "h1", "h2", "h3", "head", "img", "main",
    "meta", "p", "script", "section", "span", "style", "table", "title", "ul",
  ]

  /// Whether the first tag is a feed's root, with nothing before it but declarations, however long,
  /// and comments: so almost every feed begins.
  static func isPlainFeed(_ bytes: [UInt8]) -> Bool {
    let prolog = Prolog(bytes)
    guard let start = prolog.rootStart, prolog.isFeed, prolog.junkLine == nil else { return false }
    return !prolog.hasDocumentType || !declaresHTML(bytes[..<start])
  }

  private static func declaresHTML(_ head: ArraySlice<UInt8>) -> Bool {
    String(decoding: head, as: UTF8.self).lowercased().contains("<!doctype html")
  }

  /// The name of the root; a document type counts as its root, and a feed's root behind junk too.
  static func find(in bytes: [UInt8]) -> String? {
    let prolog = Prolog(bytes)
    guard let start = prolog.rootStart else { return nil }
    if declaresHTML(bytes[..<start]) { return "html" }
    let first = firstTag(in: bytes)
    // A page that shows a feed's source has `rss` far behind its own `html`.
    return first?.lowercased() == "html" ? "html" : prolog.rootName
  }

  private static func firstTag(in bytes: [UInt8]) -> String? {
    let scanner = MarkupScanner(bytes: bytes)
    for index in bytes.indices where bytes[index] == UInt8(ascii: "<") {
      guard scanner.isNameStart(at: index + 1) else { continue }
      return scanner.text(index + 1..<scanner.endOfName(from: index + 1))
    }
    return nil
  }

  /// Whether hardly any of the bytes are control characters.
  static func isText(_ bytes: [UInt8]) -> Bool {
    let controls = bytes.count { $0 < 0x20 && !MarkupScanner.isSpace($0) && $0 != 0x0C }
    return controls * 100 <= bytes.count
  }
}
