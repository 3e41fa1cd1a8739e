/// Something in a document that had to be repaired, was left out or could not be read.
public struct FeedIssue: Hashable, Sendable {
  /// What kind of thing, in lower camel case, such as `bareAmpersand` or `unreadableDate`.
  public var kind: Kind
  /// The line of the document, from 1, where it is known.
  public var line: Int?
  /// A sentence for the person who runs Presslog or the feed.
  public var message: String

  /// An issue at a line.
  public init(kind: Kind, line: Int? = nil, message: String) {
    self.kind = kind
    self.line = line
    self.message = message
  }

  /// The kinds of issues, spelt as they stand in our own JSON output.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case junkBeforeDocument
    case junkAfterDocument
    case illegalCharacter
    case undecodableBytes
    case bareAmpersand
    case namedEntity
    case doubleEncoding
    case strayLessThan
    case strayCDATAEnd
    case undeclaredPrefix
    case entityDeclaration
    case wrongDeclaration
    case unclosedMarkup
    case structure
    case truncated
    case unreadableDate
    case unreadableLink
    case missingColumn
    case badEscape
    case badLiteral
    case comment
    case duplicateKey
    case looseQuoting
    case misplacedComma
    case strayQuote
    case unexpectedValue
    case limitExceeded
  }
}
