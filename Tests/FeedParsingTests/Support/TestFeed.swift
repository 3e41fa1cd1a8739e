import FeedParsing

/// A generated feed, and what whoever reads it must find in it, in whatever state it is by then.
struct TestFeed {
  /// What a feed is written in.
  enum Format: CaseIterable {
    case rss20, rss091, rss10, atom10
  }

  var format: Format
  var pieces: [FeedPiece] = []
  var entries: [ExpectedEntry] = []
  var lineEnd = "\n"
  var encoding = TestEncoding.utf8
  /// What the server says.
  var contentType: String?
  /// Entries that a damage of nesting stands in: what it stands in may differ, by number.
  var damagedFields: [Int: Set<String>] = [:]
  /// Entries whose own tags are damaged, so that the characters between them are no entry by themselves.
  var cutEntries: Set<Int> = []
  /// Issues whose place depends on what follows, so that only the kind can be told.
  var looseIssues: Set<FeedIssue.Kind> = []

  /// The document as a server would send it.
  var bytes: [UInt8] { encoding.encode(plainText.replacing("\n", with: lineEnd)) }

  /// The document's characters, lines ending in line feeds.
  var plainText: String { IssueMark.removed(from: markedText).text }

  /// What must be reported, in the order of lines.
  var expectedIssues: [ExpectedIssue] { IssueMark.removed(from: markedText).issues.sorted() }

  private var markedText: String { pieces.map(\.written).joined() }

  /// Where each entry starts, by the number of its piece.
  func firstPiece(ofEntry entry: Int) -> Int? { pieces.firstIndex { $0.entry == entry } }
}

/// What an entry says, whichever way it is written.
struct ExpectedEntry: Hashable {
  var id: String?
  var title: String
  var link: String
  /// Seconds since 1970.
  var date: Int64?
  /// The characters of all texts, without white space.
  var body: String
}

extension ExpectedEntry {
  /// What was read, in the same terms.
  init(_ entry: ParsedEntry) {
    let texts = [entry.summary].compactMap { $0 } + entry.content
    self.init(
      id: entry.id, title: entry.title ?? "", link: entry.link ?? "",
      date: entry.published?.secondsSince1970, body: Self.visible(texts.map(\.text).joined()))
  }

  /// A text without white space, which markup may add and take away.
  static func visible(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
