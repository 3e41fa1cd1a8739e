import HTMLText
import XMLStream

/// Turns the events of a document into its feed and entries, whichever format they are in.
///
/// It knows where it stands by a stack of scopes, and collects the text of at most one field at a
/// time. An element that means nothing to us is skipped with all that is in it, so that the `title`
/// of some extension never becomes the entry's.
final class FeedReader: XMLHandler {
  /// An element that holds fields.
  enum Scope: Equatable {
    case root
    case feed
    case entry
    case image
    case person(isContributor: Bool)
    /// A file of Media RSS, which also may hold fields of the entry.
    case media
    /// Holds fields of what is around it, such as `media:group`.
    case transparent
  }

  /// A field whose text is being collected.
  struct Field {
    var name: FeedName
    /// Where its start tag stands.
    var tag: Range<Int>
    var hasChildren = false
    var hasAttributes = false
  }

  let feedLimits: FeedLimits
  private let isFragment: Bool
  let deliver: (ParsedEntry) throws -> Void
  /// The document, where all of it is in memory.
  let document: ValidText?
  let baseURL: String?
  var issues: IssueList
  var lines = LineCounter()
  var envelope = Envelope()
  var format = FeedFormat.unknown
  var feed = FeedDraft()
  /// The entry so far; what is noted outside of one is forgotten when the next one starts.
  ///
  /// It is large, and an optional one would be copied whenever something asks whether there is one.
  var draft = EntryDraft()
  var isInEntry = false
  /// How many elements the entry has had so far.
  var entryFieldCount = 0
  /// How many elements of its own the feed has had so far.
  var feedFieldCount = 0
  var person = Person()
  /// Where the start tag of the person's element stands.
  var personStart = 0
  /// The number of the `media:group` that is open, 0 outside any.
  var mediaGroup = 0
  /// How many `media:group` the entry has had.
  var mediaGroups = 0
  /// How many entries have been handed on.
  var entryCount = 0
  /// The field whose text is being collected; it counts only while `fieldDepth` is not 0.
  var field = Field(name: .unknown, tag: 0..<0)
  /// What its start tag says of its text; empty where it has no attributes.
  var attributes = FieldAttributes()
  /// The depth of the field's element, 0 outside any.
  var fieldDepth = 0
  /// The innermost element that holds fields.
  var scope = Scope.root
  var scopes: [(kind: Scope, depth: Int)] = []
  var bases: [(base: String, depth: Int)] = []
  var languages: [(language: String, depth: Int)] = []
  /// The depth of the innermost scope.
  var scopeDepth = 0
  /// The depth of the element that is being skipped, 0 outside any.
  var ignoredDepth = 0
  /// The greatest depth of a base or language.
  var noteDepth = 0

  /// Creates a reader of one document.
  init(
    document: ValidText?, isFragment: Bool, context: FeedContext, limits: FeedLimits,
    issues: IssueList, deliver: @escaping (ParsedEntry) throws -> Void
  ) {
    self.document = document
    self.isFragment = isFragment
    feedLimits = limits
    self.issues = issues
    self.deliver = deliver
    baseURL = context.baseURL
    super.init(vocabulary: FeedVocabulary.standard, limits: XMLLimits(limits))
    feed.metadata.language = context.contentLanguage
  }

  override var closesAtEnd: Bool { isFragment }

  /// What relative links are relative to here.
  var base: String? { bases.last?.base ?? baseURL }

  override func start(_ tag: borrowing XMLStartTag) throws {
    if fieldDepth > 0, isInEntry || !FeedName(tag.name).isEntry {
      field.hasChildren = true
      return
    }
    let name = FeedName(tag.name)
    // An entry in something that we do not know, or that nobody closed, is an entry all the same.
    if ignoredDepth > 0, isInEntry || !name.isEntry { return }
    if tag.attributeCount > 0 { noteBaseAndLanguage(of: tag) }
    if depth == 1 {
      try startRoot(name, tag)
    } else {
      startElement(name, tag)
    }
  }

  override func end(at tag: Range<Int>) throws {
    if fieldDepth > 0 {
      guard fieldDepth == depth else { return }
      fieldDepth = 0
      finishField(endTag: tag)
    } else if ignoredDepth > 0 {
      guard ignoredDepth == depth else { return }
      ignoredDepth = 0
    } else if depth == scopeDepth {
      let ended = scope
      scopes.removeLast()
      (scope, scopeDepth) = scopes.last ?? (.root, 0)
      try finish(ended, endTag: tag)
    }
    if depth <= noteDepth { dropBaseAndLanguage() }
  }

  override func repaired(_ repair: XMLRepair, at offset: Int, message: () -> String) {
    issues.add(FeedIssue.Kind(repair), line: line(at: offset), message: message())
  }

  func line(at offset: Int) -> Int {
    lines.line(at: offset) { lineEnds(from: $0, to: $1) }
  }

  /// Counts the lines before an offset while the window that is about to go still has them.
  func dropLines(before offset: Int, in window: [UInt8], from start: Int) {
    guard lines.offset < offset else { return }
    _ = lines.line(at: offset) { first, last in
      ((first - start)..<(last - start)).count { index in
        window[index] == 0x0A
          || window[index] == 0x0D && (index + 1 >= window.count || window[index + 1] != 0x0A)
      }
    }
  }

  func push(_ scope: Scope) {
    scopes.append((scope, depth))
    self.scope = scope
    scopeDepth = depth
  }

  /// Skips the element that has just started, with all that is in it.
  func ignoreElement() {
    ignoredDepth = depth
  }

  private func dropBaseAndLanguage() {
    while let last = bases.last, last.depth >= depth { bases.removeLast() }
    while let last = languages.last, last.depth >= depth { languages.removeLast() }
    noteDepth = max(bases.last?.depth ?? 0, languages.last?.depth ?? 0)
  }

  /// Whether a text is short enough for every entry in an element to repeat it.
  private func canInherit(_ text: String, from tag: borrowing XMLStartTag) -> Bool {
    let limit = feedLimits.inheritedBytes
    guard text.utf8.count > limit else { return true }
    issues.add(
      .limitExceeded, line: line(at: tag.range.lowerBound),
      message: "A base or language has more than \(limit) bytes; it is left out.")
    return false
  }

  private func noteBaseAndLanguage(of tag: borrowing XMLStartTag) {
    if let value = tag.value(of: .xmlBase), canInherit(value, from: tag) {
      bases.append((WebAddress.resolve(value, against: base), depth))
      noteDepth = depth
    }
    if let language = tag.value(of: .xmlLang), canInherit(language, from: tag) {
      languages.append((language.replacing("_", with: "-"), depth))
      noteDepth = depth
    }
  }

  private func finish(_ scope: Scope, endTag: Range<Int>) throws {
    switch scope {
    case .entry: try finishEntry(endTag: endTag)
    case .person(let isContributor): finishPerson(isContributor: isContributor, endTag: endTag)
    case .root, .feed: envelope.close(depth: depth)
    case .transparent: mediaGroup = 0
    case .image, .media: break
    }
  }
}

// MARK: - Entries

extension FeedReader {
  func startEntry(_ tag: borrowing XMLStartTag) {
    draft = EntryDraft()
    draft.start = tag.range.lowerBound
    if tag.attributeCount > 0 { draft.about = tag.value(of: .about) }
    draft.entry.language = languages.last?.language
    if feedLimits.tellsLines { draft.entry.line = line(at: draft.start) }
    draft.ignoredDepth = ignoredDepth
    ignoredDepth = 0
    isInEntry = true
    entryFieldCount = 0
    envelope.isComplete = true
    firstNeededByClient = draft.start
    mediaGroups = 0
    push(.entry)
    noteChannelAttributes(of: tag)
  }

  /// Hands an entry on, with the characters that it stands in.
  private func finishEntry(endTag: Range<Int>) throws {
    guard isInEntry else { return }
    isInEntry = false
    firstNeededByClient = nil
    ignoredDepth = draft.ignoredDepth
    // A start tag where an end tag was meant is no entry.
    if endTag.isEmpty, draft.isEmpty { return }
    guard entryCount < feedLimits.entries else { throw FeedStop.tooManyEntries }
    let range = draft.start..<endTag.upperBound
    var entry = draft.finish(inheriting: feed.inheritedAuthors)
    entry.sourceText = document.map { SourceText($0, range) } ?? SourceText(source(range))
    entryCount += 1
    try deliver(entry)
  }
}

extension FeedContext {
  /// What relative links are relative to where the document itself does not say.
  var baseURL: String? {
    contentLocation.map { WebAddress.resolve($0, against: url) } ?? url
  }
}

extension XMLLimits {
  init(_ limits: FeedLimits) {
    self.init(
      depth: limits.depth, attributes: limits.attributes, namespaces: limits.namespaces,
      textBytes: limits.textBytes, nameBytes: limits.nameBytes)
  }
}
