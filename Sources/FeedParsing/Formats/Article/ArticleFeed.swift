import HTMLText

/// One announcement in a file of its own, plain text or HTML, from a partner that has no feed.
public enum ArticleFeed {
  /// Reads a file as one entry.
  ///
  /// What is given stands before what the file says. The date is what is given, else what the page's
  /// head says, else the date line of the text (``DateLine``).
  ///
  /// - Parameters:
  ///   - bytes: The document as it was received.
  ///   - context: What is known of it besides its bytes.
  ///   - given: Fields that the file need not have.
  ///   - limits: Bounds on what it may make us do.
  /// - Returns: A feed without fields of its own, and its entry.
  /// - Throws: `FeedError` where there is no text.
  public static func parse(
    _ bytes: [UInt8], context: FeedContext = FeedContext(), given: ArticleFields = ArticleFields(),
    limits: FeedLimits = .standard
  ) throws -> (feed: ParsedFeed, entry: ParsedEntry) {
    guard bytes.count <= limits.bytes else {
      throw FeedError.tooLarge(bytes: bytes.count, limit: limits.bytes)
    }
    if let hint = FileSignature.hint(for: bytes) { throw FeedError.notAFeed(hint: hint) }
    let document = DecodedDocument(bytes, contentType: context.contentType, isHTML: true)
    let text = String(decoding: document.bytes, as: UTF8.self)
    guard text.contains(where: { !$0.isWhitespace }) else { throw FeedError.empty }
    guard MarkupRoot.isText(Array(document.bytes.prefix(4096))) else {
      throw FeedError.notAFeed(hint: "no text at all")
    }
    var issues = IssueList(limit: limits.issues)
    let isHTML = isPage(document.bytes, contentType: context.contentType)
    var entry =
      isHTML ? HTMLArticle.entry(of: text, context: context) : plainEntry(of: text, given: given)
    apply(given, to: &entry, context: context, issues: &issues)
    entry.source = text
    if limits.tellsLines { entry.line = 1 }
    let feed = ParsedFeed(
      format: .article, encoding: document.decision, isWellFormed: !issues.hasRepair,
      issues: issues.issues, issueCount: issues.count, entryCount: 1, metadata: FeedMetadata(),
      tombstones: [])
    return (feed, entry)
  }

  private static func isPage(_ bytes: [UInt8], contentType: String?) -> Bool {
    if let contentType = contentType?.lowercased() {
      if contentType.contains("html") { return true }
      if contentType.hasPrefix("text/plain") { return false }
    }
    guard let first = bytes.first(where: { !MarkupScanner.isSpace($0) }) else { return false }
    return first == UInt8(ascii: "<") && MarkupRoot.find(in: Array(bytes.prefix(64 << 10))) != nil
  }

  /// The first line is the title, unless one is given; the rest is the text.
  private static func plainEntry(of text: String, given: ArticleFields) -> ParsedEntry {
    var entry = ParsedEntry()
    var body = Substring(text).drop(while: \.isWhitespace)
    if given.title == nil {
      let line = body.prefix { !$0.isNewline }
      entry.title = HTMLText.oneLine(String(line))
      body = body[line.endIndex...].drop(while: \.isWhitespace)
    }
    while let last = body.last, last.isWhitespace { body.removeLast() }
    if !body.isEmpty { entry.content = [RichText(normalized(body), kind: .plain)] }
    entry.published = DateLine.find(in: text)
    return entry
  }

  /// Line ends as line feeds.
  private static func normalized(_ text: Substring) -> String {
    text.contains("\r\n") || text.contains("\r")
      ? text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        .joined(separator: "\n")
      : String(text)
  }

  private static func apply(
    _ given: ArticleFields, to entry: inout ParsedEntry, context: FeedContext,
    issues: inout IssueList
  ) {
    if let title = given.title { entry.title = HTMLText.oneLine(title) }
    if let link = given.link { entry.link = WebAddress.resolve(link, against: context.baseURL) }
    entry.publisher = given.publisher ?? entry.publisher
    guard let raw = given.published.map(HTMLText.oneLine) else { return }
    let seconds = FeedDateParser.parse(raw)
    if seconds == nil {
      issues.add(.unreadableDate, message: "This date cannot be read: \(raw.prefix(80))")
    }
    entry.published = FeedDate(raw: raw, secondsSince1970: seconds)
  }
}
