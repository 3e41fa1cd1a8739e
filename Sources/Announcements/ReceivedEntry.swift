public import JSONBytes

/// An entry of a feed as the domain sees it: fields in plain text, and its own characters.
public struct ReceivedEntry: Hashable, Sendable {
  public var guid: String?
  public var link: String?
  public var title = ""
  /// Plain text, where the feed gives a summary besides the text.
  public var summary: String?
  /// Plain text of the content, or of the summary where there is no content.
  public var text = ""
  public var published: DateClaim?
  public var updated: DateClaim?
  public var authors: [String] = []
  public var categories: [String] = []
  public var language: String?
  public var rights: String?
  /// Who announces it, where the source says so: a column of a CSV file, an option of the command.
  public var publisher: String?
  public var enclosures: [AttachedFile] = []
  /// The entry's characters as received, after decoding and before any repair: the proof.
  public var source = ""

  public init() {}

  /// The day on which it was published, or the characters of a date that cannot be read.
  var day: String? { published?.time?.day ?? published?.raw }
}

/// When something was announced, as somebody says.
public struct DateClaim: Hashable, Sendable {
  /// Who says so.
  public enum Source: String, Hashable, Sendable {
    /// The entry's own date field.
    case item
    /// A date line in the entry's text.
    case text
    /// The person who entered it.
    case given
  }

  /// What makes a date doubtful; it is kept, but does not order lists.
  public enum Flag: String, Hashable, Sendable {
    /// More than a day after it was received.
    case future
    /// Before 1990: the web had no press feeds.
    case ancient
  }

  public var raw: String
  /// Nil where the characters cannot be read.
  public var time: Timestamp?
  public var source: Source

  public init(raw: String, time: Timestamp?, source: Source) {
    self.raw = raw
    self.time = time
    self.source = source
  }

  /// What is doubtful about the date of something received at `received`.
  public func flag(received: Timestamp) -> Flag? {
    guard let time else { return nil }
    if time.milliseconds > received.milliseconds + 86_400_000 { return .future }
    return time.seconds < 631_152_000 ? .ancient : nil  // 1990-01-01
  }
}

/// A file that comes with an entry.
public struct AttachedFile: Hashable, Sendable {
  public var url: String
  public var type: String?
  /// In bytes.
  public var length: Int?

  public init(url: String, type: String? = nil, length: Int? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}
