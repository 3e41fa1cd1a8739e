/// Why a reader stopped before the end of its document.
public struct XMLFailure: Error, Hashable, Sendable {
  /// What kind of failure.
  public enum Kind: Hashable, Sendable {
    /// libxml2 refused a tag that we hold to be well-formed.
    case refused
    /// The document breaks a limit which we impose, not one of XML.
    case limitExceeded
    /// libxml2 could not allocate memory.
    case outOfMemory
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The offset in the document of the tag at which it happened, as far as one can tell.
  public var offset = 0
  /// libxml2's own words, or ours.
  public var message: String
}
