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
    /// Holds fields of what is around it, such as `media:group`.
    case transparent
  }

  /// A field whose text is being collected.
  struct Field {
    var name: FeedName
    /// Where the content starts among the parsed bytes.
    var contentStart: Int
    var hasChildren = false
    /// Most fields have none, and then resetting this is one store.
    var attributes: Attributes?

    var type: String? { attributes?.type }
    var mode: String? { attributes?.mode }
  }

  /// What the start tag of a field says of its text.
  struct Attributes {
    var type: String?
    var mode: String?
    var scheme: String?
    var label: String?
    /// `isPermaLink` of a `guid`, `role` of a credit.
    var flag: String?
  }

  let limits: FeedLimits
  let deliver: (ParsedEntry) throws -> Void
  var source: SourceMap
  var issues: IssueList
  var format = FeedFormat.unknown
  var feed = FeedDraft()
  var entry: EntryDraft?
  var person = Person()
  /// How many entries have been handed on, by this reader or one before it.
  var entryCount = 0
  /// How many complete entries were met in this pass.
  var metEntries = 0
  /// The start tag of the root, with which reading can be taken up again behind an error.
  var rootTag: Range<Int>?
  /// Whether the root was met in an earlier pass.
  var isResumed = false
  /// The field whose text is being collected; it counts only while `fieldDepth` is not 0.
  var field = Field(name: .unknown, contentStart: 0)
  /// The depth of the field's element, 0 outside any.
  var fieldDepth = 0
  var scopes: [(kind: Scope, depth: Int)] = []
  var bases: [(base: String, depth: Int)] = []
  var languages: [(language: String, depth: Int)] = []
  let baseURL: String?
  /// The depth of the innermost scope.
  var scopeDepth = 0
  /// The depth of the element that is being skipped, 0 outside any.
  var ignoredDepth = 0
  /// The greatest depth of a base or language.
  var noteDepth = 0

  /// Creates a reader of one document.
  init(
    source: SourceMap, context: FeedContext, limits: FeedLimits, issues: IssueList,
    deliver: @escaping (ParsedEntry) throws -> Void
  ) {
    self.source = source
    self.limits = limits
    self.issues = issues
    self.deliver = deliver
    baseURL = context.baseURL
    super.init(
      vocabulary: FeedVocabulary.standard,
      limits: XMLLimits(
        depth: limits.depth, attributes: limits.attributes, textBytes: limits.textBytes))
    feed.metadata.language = context.contentLanguage
  }

  /// What relative links are relative to here.
  var base: String? { bases.last?.base ?? baseURL }
  var scope: Scope { scopes.last?.kind ?? .root }

  override func start(_ tag: borrowing XMLStartTag) throws {
    if fieldDepth > 0 {
      field.hasChildren = true
      return
    }
    if ignoredDepth > 0 { return }
    if tag.attributeCount > 0 { noteBaseAndLanguage(of: tag) }
    let name = FeedName(tag.name)
    if depth == 1 {
      try startRoot(name, tag)
    } else {
      try startElement(name, tag)
    }
  }

  override func end(_ name: XMLToken, at position: borrowing XMLEndPosition) throws {
    if fieldDepth > 0 {
      guard fieldDepth == depth else { return }
      fieldDepth = 0
      finish(field, endOffset: position.offset, line: position.line)
    } else if ignoredDepth > 0 {
      guard ignoredDepth == depth else { return }
      ignoredDepth = 0
    } else if depth == scopeDepth {
      let scope = scopes.removeLast().kind
      scopeDepth = scopes.last?.depth ?? 0
      try finish(scope, at: position)
    }
    if depth <= noteDepth { dropBaseAndLanguage() }
  }

  func push(_ scope: Scope) {
    scopes.append((scope, depth))
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

  private func noteBaseAndLanguage(of tag: borrowing XMLStartTag) {
    if let value = tag.value(of: .xmlBase) {
      bases.append((WebAddress.resolve(value, against: base), depth))
      noteDepth = depth
    }
    if let language = tag.value(of: .xmlLang) {
      languages.append((language.replacing("_", with: "-"), depth))
      noteDepth = depth
    }
  }

  private func finish(_ scope: Scope, at position: borrowing XMLEndPosition) throws {
    switch scope {
    case .entry: try finishEntry(endOffset: position.offset)
    case .person(let isContributor): finishPerson(isContributor: isContributor)
    case .root, .feed, .image, .transparent: break
    }
  }
}

// MARK: - Entries

extension FeedReader {
  func startEntry(_ tag: borrowing XMLStartTag) {
    var draft = EntryDraft(start: tag.offset)
    draft.about = tag.value(of: .about)
    draft.language = languages.last?.language
    entry = draft
    push(.entry)
  }

  /// Hands an entry on, with the characters that it stands in.
  func finishEntry(endOffset: Int) throws {
    guard let draft = entry else { return }
    entry = nil
    metEntries += 1
    guard metEntries > entryCount else { return }
    guard entryCount < limits.entries else {
      throw FeedError.limitExceeded("more than \(limits.entries) entries")
    }
    var result = draft.entry(inheriting: feed.metadata.authors)
    result.source = source.original(from: draft.start, to: endOffset)
    entryCount += 1
    try deliver(result)
  }

  /// Forgets the entry in which an error stands, to go on behind it.
  func abandonEntry() {
    entry = nil
    fieldDepth = 0
    ignoredDepth = 0
    scopeDepth = 0
    noteDepth = 1
    scopes = []
    bases.removeAll { $0.depth > 1 }
    languages.removeAll { $0.depth > 1 }
    metEntries = entryCount
    isResumed = true
  }
}

extension FeedContext {
  /// What relative links are relative to where the document itself does not say.
  var baseURL: String? {
    contentLocation.map { WebAddress.resolve($0, against: url) } ?? url
  }
}
