/// Why a parser stopped before the end of its document, and where.
public struct XMLFailure: Error, Hashable, Sendable {
  /// What kind of failure.
  public enum Kind: Hashable, Sendable {
    /// The document is not well formed.
    case malformed
    /// A prefix stands in a name without a declaration that gives it a meaning.
    case undeclaredPrefix
    /// The document declares an entity or refers to one that it does not declare.
    case entity
    /// The bytes end before the root element does.
    case truncated
    /// The document breaks a limit which we impose, not one of XML.
    case limitExceeded
    /// libxml2 could not allocate a parser.
    case outOfMemory
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The line, from 1.
  public var line: Int
  /// How many bytes of the document the parser had read.
  public var offset: Int
  /// libxml2's own words, or ours.
  public var message: String

  /// A failure that a client found where the parser did not.
  public init(kind: Kind, line: Int, offset: Int, message: String) {
    self.kind = kind
    self.line = line
    self.offset = offset
    self.message = message
  }
}
