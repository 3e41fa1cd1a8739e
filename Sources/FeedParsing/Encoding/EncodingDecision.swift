/// Which encoding the bytes of a document were read in, and what decided it.
public struct EncodingDecision: Hashable, Sendable {
  /// What an encoding was chosen by, in the order in which they are asked.
  public enum Reason: String, Hashable, Sendable {
    /// The bytes start with a byte order mark.
    case byteOrderMark
    /// Zero bytes where UTF-16 or UTF-32 has them, or the `<?xm` of EBCDIC.
    case bytePattern
    /// The bytes are valid UTF-8 and not only ASCII, which no other encoding is by chance.
    case validUTF8
    /// A label names an encoding that writes everything in 7 bits, such as ISO-2022-JP, and the
    /// bytes have its escapes.
    case sevenBitLabel
    /// So much is valid UTF-8 that what is not must be damage.
    case mostlyUTF8
    /// The `charset` of the server's `Content-Type`.
    case contentType
    /// The document's own declaration: XML's `encoding` or HTML's `meta`.
    case declaration
    /// Nobody says, and the bytes are ASCII: UTF-8.
    case asciiOnly
    /// Nobody says anything that holds, and the bytes look like one encoding only.
    case guess
    /// Nobody says anything that holds: windows-1252, as browsers assume.
    case fallback
  }

  /// What somebody calls the encoding.
  public struct Label: Hashable, Sendable {
    /// Who says so: `contentType` or `declaration`.
    public var source: Reason
    /// The label as it is written, which need not be one that anybody knows.
    public var text: String

    /// A label and where it stands.
    public init(source: Reason, text: String) {
      self.source = source
      self.text = text
    }
  }

  /// The encoding's name in lower case, as the Python library feedparser spells it.
  public var name: String
  /// What decided it.
  public var reason: Reason
  /// The labels that say something else, so that a publisher can be told what is wrong with them.
  public var overruled: [Label]

  /// A decision, its reason and the labels that it goes against.
  public init(name: String, reason: Reason, overruled: [Label] = []) {
    self.name = name
    self.reason = reason
    self.overruled = overruled
  }
}
