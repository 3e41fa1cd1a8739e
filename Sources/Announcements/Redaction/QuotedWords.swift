/// The words of entries that were redacted, to find them in what is said of a whole document.
///
/// The event that says that a document was read holds messages about what could not be read, and
/// those quote it: an unreadable date, the name of a tag that has no end.
public struct QuotedWords: Sendable {
  private let words: Set<String>
  /// Titles, links and guids, folded.
  private let names: Set<String>

  /// The words of entries: of all revisions of an announcement, or of those of a document that are
  /// closed.
  public init(_ entries: [ReceivedEntry]) {
    var words: Set<String> = []
    var names: Set<String> = []
    for entry in entries {
      for text in [
        entry.title, entry.summary, entry.text, entry.source, entry.guid, entry.link,
        entry.published?.raw, entry.updated?.raw,
      ] {
        words.formUnion(Self.words(of: text ?? ""))
      }
      for name in [entry.title, entry.guid, entry.link] {
        let folded = FoldedText.fold(name ?? "").lowercased()
        if !folded.isEmpty { names.insert(folded) }
      }
    }
    self.words = words
    self.names = names
  }

  /// Whether a retrieval quotes the entries: its issues, or, where the document is one article, its
  /// title or link.
  public func areQuoted(by retrieval: Retrieval) -> Bool {
    retrieval.issues.contains { areQuoted(in: $0.message) } || isName(retrieval.title)
      || isName(retrieval.link)
  }

  /// A retrieval without what it quotes; of an issue its kind and its line stay.
  public func removed(from retrieval: Retrieval) -> Retrieval {
    var retrieval = retrieval
    for index in retrieval.issues.indices where areQuoted(in: retrieval.issues[index].message) {
      retrieval.issues[index].message = "(redacted)"
    }
    if isName(retrieval.title) { retrieval.title = nil }
    if isName(retrieval.link) { retrieval.link = nil }
    return retrieval
  }

  private func isName(_ field: String?) -> Bool {
    names.contains(FoldedText.fold(field ?? "").lowercased())
  }

  /// Rather too often than too seldom: half of the words of what a message quotes are enough,
  /// because a quotation may be cut off, and differ from the source in its references.
  private func areQuoted(in message: String) -> Bool {
    Self.quotations(in: message).contains { quotation in
      let quoted = Self.words(of: quotation)
      return !quoted.isEmpty && quoted.count(where: words.contains) * 2 >= quoted.count
    }
  }

  /// What follows a colon, and what stands in angle brackets: the rest of a message is our own.
  private static func quotations(in message: String) -> [Substring] {
    var quotations: [Substring] = []
    if let colon = message.firstIndex(of: ":") { quotations.append(message[colon...]) }
    for part in message.split(separator: "<").dropFirst(message.hasPrefix("<") ? 0 : 1) {
      quotations.append(part.prefix { $0 != ">" })
    }
    return quotations
  }

  private static func words(of text: some StringProtocol) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
