/// The prefixes that a document uses and those that it declares.
struct NamespacePrefixes {
  private var used: Set<String> = []
  private var declared: Set<String> = []

  /// Namespaces that are known by their prefix even where nobody declares it.
  private static let wellKnown: [String: String] = [
    "atom": "http://www.w3.org/2005/Atom", "atom10": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/", "at": "http://purl.org/atompub/tombstones/1.0",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xhtml": "http://www.w3.org/1999/xhtml",
    "georss": "http://www.georss.org/georss", "slash": "http://purl.org/rss/1.0/modules/slash/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/", "thr": "http://purl.org/syndication/thread/1.0",
  ]

  mutating func note(_ tag: RepairedTag) {
    note(tag.name)
    for name in tag.attributeNames {
      if name.hasPrefix("xmlns:") {
        declared.insert(String(name.dropFirst(6)))
      } else {
        note(name)
      }
    }
  }

  private mutating func note(_ name: String) {
    guard let colon = name.firstIndex(of: ":") else { return }
    used.insert(String(name[..<colon]))
  }

  /// The document with its root declaring what it uses and nobody declares.
  func declared(
    in document: RepairedDocument, issues: IssueList
  ) -> (document: RepairedDocument, issues: IssueList) {
    let missing = used.subtracting(declared).sorted().compactMap { prefix in
      Self.wellKnown[prefix].map { (prefix, $0) }
    }
    guard !missing.isEmpty else { return (document, issues) }
    var issues = issues
    var declarations: [UInt8] = []
    for (prefix, namespace) in missing {
      issues.add(
        .undeclaredPrefix, message: "The prefix \(prefix): is used and not declared.")
      declarations += " xmlns:\(prefix)=\"\(namespace)\"".utf8
    }
    var result = document
    let position = MarkupScanner(bytes: document.bytes).endOfName(from: 1)
    result.bytes.insert(contentsOf: declarations, at: position)
    result.edits.shift(by: declarations.count, from: position)
    return (result, issues)
  }
}
