/// Which encoding the bytes of a document were read in, and what decided it.
public struct EncodingDecision: Hashable, Sendable {
  /// What an encoding was chosen by, in the order in which they are asked.
  public enum Reason: String, Hashable, Sendable {
    /// The bytes start with a byte order mark.
    case byteOrderMark
    /// Zero bytes where UTF-16 or UTF-32 has them, or the `<?xm` of EBCDIC.
    case bytePattern
    /// A label names an encoding that writes everything in 7 bits, such as ISO-2022-JP.
    case sevenBitLabel
    /// The bytes are valid UTF-8 and not only ASCII, which no other encoding is by chance.
    case validUTF8
    /// The `charset` of the server's `Content-Type`.
    case contentType
    /// The document's own declaration: XML's `encoding` or HTML's `meta`.
    case declaration
    /// Nobody says, and the bytes are ASCII: UTF-8.
    case asciiOnly
    /// Nobody says anything that holds: windows-1252, as browsers assume.
    case fallback
  }

  /// The encoding's name in lower case, as the Python library feedparser spells it.
  public var name: String
  /// What decided it.
  public var reason: Reason

  /// A decision and its reason.
  public init(name: String, reason: Reason) {
    self.name = name
    self.reason = reason
  }
}
