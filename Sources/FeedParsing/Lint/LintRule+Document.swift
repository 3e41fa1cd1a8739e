/// Rules for the document: its characters, and the markup that had to be repaired.
extension LintRule {
  static let documentRules: [LintRule] =
    [encodingLabel] + FeedIssue.Kind.allCases.map { LintRule($0) }

  static let encodingLabel = LintRule(
    "encoding-label", .warning, "The label of the encoding is right.",
    remedy: "Write UTF-8, and say so in the XML declaration and in the Content-Type header.",
    source: "XML 1.0, section 4.3.3; RFC 7303, section 3",
    check: .feed { subject in
      let decision = subject.feed.encoding
      return decision.overruled.map { label in
        let place = label.source == .contentType ? "Content-Type header" : "document's declaration"
        return LintMessage(
          "The \(place) says \(label.text), but the document is \(decision.name).", line: 1)
      }
    })

  /// The rule that an issue of the parser breaks.
  public init(_ kind: FeedIssue.Kind) {
    let (severity, text, remedy) = Self.description(of: kind)
    self.init(
      kind.rawValue.kebabCase, severity, text, remedy: remedy, source: Self.source(of: kind),
      check: .issue)
  }

  private static func source(of kind: FeedIssue.Kind) -> String {
    switch kind {
    case .unreadableDate: "RSS 2.0, pubDate; RFC 4287, section 3.3"
    case .unreadableLink: "RFC 3986"
    case .missingColumn: "RFC 4180"
    case .limitExceeded, .entityDeclaration: "Presslog's limits"
    case .badEscape, .badLiteral, .comment, .duplicateKey, .looseQuoting, .misplacedComma,
      .strayQuote:
      "RFC 8259"
    case .unexpectedValue: "JSON Feed 1.1"
    case .undeclaredPrefix: "Namespaces in XML 1.0, section 5"
    default: "XML 1.0, section 2.1"
    }
  }

  private static func description(
    of kind: FeedIssue.Kind
  ) -> (LintSeverity, text: String, remedy: String) {
    let escape = "Let an XML library write the feed, or escape & as &amp; and < as &lt;."
    return switch kind {
    case .junkBeforeDocument:
      (.error, "The document starts with its XML.", "Remove what stands before the first tag.")
    case .junkAfterDocument:
      (.error, "The document ends with its root.", "Remove what stands behind the last tag.")
    case .illegalCharacter:
      (
        .error, "Every character is one that XML allows.",
        "Remove control characters, which come with text pasted from a word processor."
      )
    case .undecodableBytes:
      (.error, "Every byte is text in the document's encoding.", "Write the whole feed in UTF-8.")
    case .bareAmpersand: (.error, "An ampersand is written &amp;.", escape)
    case .namedEntity:
      (
        .error, "XML knows five named entities only.",
        "Write the character itself, or its number, such as &#160; for &nbsp;."
      )
    case .doubleEncoding:
      (.error, "Characters are encoded once.", "Do not convert to UTF-8 what is UTF-8 already.")
    case .strayLessThan: (.error, "A less-than sign is written &lt;.", escape)
    case .strayCDATAEnd:
      (.error, "]]> stands at the end of a CDATA section only.", "Write it as ]]&gt;.")
    case .undeclaredPrefix:
      (
        .error, "Every prefix has a namespace.",
        "Declare it at the root, such as xmlns:dc=\"http://purl.org/dc/elements/1.1/\"."
      )
    case .entityDeclaration:
      (.warning, "A feed declares no entities.", "Remove the document type declaration.")
    case .wrongDeclaration:
      (
        .error, "The XML declaration is at the very start.",
        "Remove blank lines and other characters before <?xml."
      )
    case .unclosedMarkup: (.error, "Tags, comments and CDATA sections have an end.", escape)
    case .structure:
      (.error, "Every start tag has its end tag, in the right order.", escape)
    case .truncated:
      (.error, "The document is complete.", "See why the server or the generator stopped writing.")
    case .unreadableDate:
      (
        .error, "Every date can be read.",
        "Write it as Sat, 20 Jan 2024 09:00:00 +0000 in RSS, 2024-01-20T09:00:00Z in Atom."
      )
    case .unreadableLink: (.error, "Every link can be read.", "Write the full https:// address.")
    case .missingColumn:
      (
        .warning, "A table has known columns.",
        "Name columns title, link, published, text, publisher."
      )
    case .badEscape, .badLiteral, .comment, .duplicateKey, .looseQuoting, .misplacedComma,
      .strayQuote:
      (
        .error, "The document keeps to the grammar of JSON.",
        "Let a JSON library write the feed."
      )
    case .unexpectedValue:
      (
        .warning, "A value is of the type that JSON Feed asks for.",
        "Write it as the standard says."
      )
    case .limitExceeded:
      (.warning, "The document is of a reasonable size.", "Offer fewer or shorter entries.")
    }
  }
}

extension String {
  /// `bareAmpersand` as `bare-ampersand`, `strayCDATAEnd` as `stray-cdata-end`.
  fileprivate var kebabCase: String {
    var result = ""
    let characters = Array(self)
    for (index, character) in characters.enumerated() {
      let follows = index > 0 && !characters[index - 1].isUppercase
      let precedes = index > 0 && index + 1 < characters.count && characters[index + 1].isLowercase
      if character.isUppercase, follows || precedes { result += "-" }
      result += character.lowercased()
    }
    return result
  }
}
