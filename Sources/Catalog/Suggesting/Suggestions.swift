/// Names and domains that recur in announcements and tag nobody: what a catalog perhaps lacks.
public struct Suggestions: Sendable {
  /// A name or a domain.
  public struct Candidate: Hashable, Sendable {
    public var words: String
    /// In how many announcements it stands.
    public var announcements: Int
    /// The ids of the first of them, three at most.
    public var examples: [String]
  }

  private let classifier: Classifier
  private var names: [String: Candidate] = [:]
  private var domains: [String: Candidate] = [:]

  private static let examples = 3

  /// Looks for what a catalog lacks.
  public init(_ catalog: Catalog) { classifier = Classifier(catalog) }

  /// Takes an announcement into account.
  ///
  /// - Parameters:
  ///   - id: Its id, for examples.
  ///   - title: The title.
  ///   - text: The text without boilerplate.
  ///   - link: The address.
  /// - Complexity: O(*n*) in the length of the text.
  public mutating func add(_ id: String, title: String, text: String, link: String?) {
    var found: Set<String> = []
    // Titles in which every word has a capital would be one name.
    for name in CapitalisedNames.names(in: text, without: taken(in: text)) { found.insert(name) }
    for name in found { Self.count(name, in: id, &names) }
    guard let link, classifier.domains.owner(of: link, at: nil) == nil else { return }
    let bytes = Array(link.utf8)
    guard let range = LinkHost.range(in: bytes) else { return }
    let host = String(decoding: bytes[range], as: UTF8.self).lowercased()
    Self.count(host.hasPrefix("www.") ? String(host.dropFirst(4)) : host, in: id, &domains)
  }

  /// The names that stand in several announcements, the most frequent first.
  public func names(atLeast count: Int) -> [Candidate] { Self.sorted(names, atLeast: count) }

  /// The domains of several announcements, the most frequent first.
  public func domains(atLeast count: Int) -> [Candidate] { Self.sorted(domains, atLeast: count) }

  /// Where names of the catalog stand, and phrases that are nobody.
  private func taken(in text: String) -> [Range<Int>] {
    let folded = FoldedText(text)
    return classifier.lexicon.matches(in: folded).compactMap { match in
      switch classifier.lexicon.entries[match.entry].meaning {
      case .partner, .exclusion: match.source
      default: nil
      }
    }
  }

  private static func count(
    _ words: String, in id: String, _ candidates: inout [String: Candidate]
  ) {
    var candidate =
      candidates[words] ?? Candidate(words: words, announcements: 0, examples: [])
    candidate.announcements += 1
    if candidate.examples.count < examples { candidate.examples.append(id) }
    candidates[words] = candidate
  }

  private static func sorted(
    _ candidates: [String: Candidate], atLeast count: Int
  ) -> [Candidate] {
    candidates.values.filter { $0.announcements >= count }
      .sorted { ($1.announcements, $0.words) < ($0.announcements, $1.words) }
  }
}
