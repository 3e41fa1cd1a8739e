import JSONBytes

/// Why an event of the log is none that this version can read.
public enum EventDecodingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The event was written by a newer Presslog.
  case newerVersion(Int)
  /// A key that must be there is not.
  case missing(String)
  /// The data are not the JSON that was expected.
  case malformed(String)

  public var description: String {
    switch self {
    case .newerVersion(let version):
      "the event has schema version \(version) and this Presslog reads up to"
        + " \(AnnouncementEvent.schemaVersion); install the newer Presslog that wrote it"
    case .missing(let key): "the event's data have no \"\(key)\""
    case .malformed(let reason): "the event's data: \(reason)"
    }
  }
}

extension AnnouncementEvent {
  /// Reads an event's data.
  ///
  /// - Parameters:
  ///   - type: The event's type.
  ///   - subject: The event's subject: the announcement, where the event is about one.
  ///   - data: The bytes of a JSON object.
  /// - Throws: ``EventDecodingError``.
  public init(
    type: EventType, subject: String?, data: [UInt8]
  ) throws(EventDecodingError) {
    let fields: EventFields
    do {
      fields = try EventFields(data)
    } catch let error as EventDecodingError {
      throw error
    } catch {
      throw .malformed("\(error)")
    }
    switch type {
    case .published: self = .published(try fields.revision(of: subject))
    case .revised: self = .revised(try fields.revision(of: subject))
    case .withdrawn: self = .withdrawn(try fields.withdrawal(of: subject))
    case .redacted: self = .redacted(try fields.redaction(of: subject))
    case .feedRetrieved: self = .feedRetrieved(try fields.retrieval())
    case .feedPolicyChanged: self = .feedPolicyChanged(try fields.policyChange())
    }
  }
}

/// Every key that any event's data may have, read in one pass.
private struct EventFields {
  var ints: [String: Int] = [:]
  var strings: [String: String] = [:]
  var title: String?
  var entry = ReceivedEntry()
  var identity: Identity?
  var date: DateClaim?
  var issues: [Retrieval.Issue] = []
  var keys: [String] = []
  var retrievals: [Redaction.RetrievalCount] = []

  init(_ data: [UInt8]) throws {
    var reader = JSONReader(data)
    try reader.object { reader, key in
      switch key {
      case "version":
        // It comes first: what follows may have another shape in a newer version.
        let version = try reader.int()
        guard version <= AnnouncementEvent.schemaVersion else {
          throw EventDecodingError.newerVersion(version)
        }
      case "title": title = try reader.string()
      case "text": entry.text = try reader.string()
      case "source": entry.source = try reader.string()
      case "summary": entry.summary = try reader.string()
      case "link": entry.link = try reader.string()
      case "guid": entry.guid = try reader.string()
      case "identity": identity = try Identity(from: &reader)
      case "published":
        // An announcement's date; a retrieval's count of new ones.
        if let claim = try? Self.claim(&reader) {
          entry.published = claim
        } else {
          ints[key] = try reader.int()
        }
      case "updated": entry.updated = try Self.claim(&reader)
      case "authors": entry.authors = try reader.strings()
      case "categories": entry.categories = try reader.strings()
      case "language": entry.language = try reader.string()
      case "rights": entry.rights = try reader.string()
      case "publisher": entry.publisher = try reader.string()
      case "enclosures":
        try reader.array { entry.enclosures.append(try Self.attachedFile(&$0)) }
      case "date": date = try Self.claim(&reader)
      case "issues": try reader.array { issues.append(try Self.issue(&$0)) }
      case "keys": keys = try reader.strings()
      case "retrievals": try reader.array { retrievals.append(try Self.retrievalCount(&$0)) }
      case "feed", "content", "document", "format", "encoding", "etag", "lastmodified", "reason":
        strings[key] = try reader.string()
      case "revision", "ordinal", "bytes", "status", "entries", "revised", "unchanged",
        "withdrawn":
        ints[key] = try reader.int()
      default: try reader.skip()
      }
    }
    entry.title = title ?? ""
  }

  // MARK: Events

  func revision(of subject: String?) throws(EventDecodingError) -> Revision {
    guard let subject else { throw .missing("subject") }
    guard let identity else { throw .missing("identity") }
    return Revision(
      announcement: AnnouncementID(subject), feed: FeedID(try string("feed")),
      number: try int("revision"),
      identity: identity, entry: entry,
      content: try string("content"), document: try string("document"))
  }

  func withdrawal(of subject: String?) throws(EventDecodingError) -> Withdrawal {
    guard let subject else { throw .missing("subject") }
    return Withdrawal(
      announcement: AnnouncementID(subject), feed: FeedID(try string("feed")),
      revision: try int("revision"), date: date)
  }

  func redaction(of subject: String?) throws(EventDecodingError) -> Redaction {
    guard let subject else { throw .missing("subject") }
    return Redaction(
      announcement: AnnouncementID(subject), feed: FeedID(try string("feed")),
      revision: try int("revision"), reason: try string("reason"), keys: keys,
      retrievals: retrievals)
  }

  func retrieval() throws(EventDecodingError) -> Retrieval {
    var counts = Retrieval.Counts()
    counts.entries = ints["entries"] ?? 0
    counts.published = ints["published"] ?? 0
    counts.revised = ints["revised"] ?? 0
    counts.unchanged = ints["unchanged"] ?? 0
    counts.withdrawn = ints["withdrawn"] ?? 0
    return Retrieval(
      feed: FeedID(try string("feed")), source: entry.source, ordinal: try int("ordinal"),
      document: try string("document"), bytes: try int("bytes"), format: try string("format"),
      encoding: try string("encoding"), title: title,
      link: entry.link, status: ints["status"], etag: strings["etag"],
      lastModified: strings["lastmodified"], counts: counts, issues: issues)
  }

  func policyChange() throws(EventDecodingError) -> FeedPolicyChange {
    guard let reason = FeedPolicyChange.Reason(rawValue: try string("reason")) else {
      throw .malformed("\"reason\" is none that this version knows")
    }
    return FeedPolicyChange(
      feed: FeedID(try string("feed")), ordinal: try int("ordinal"), reason: reason)
  }

  private func string(_ key: String) throws(EventDecodingError) -> String {
    guard let value = strings[key] else { throw .missing(key) }
    return value
  }

  private func int(_ key: String) throws(EventDecodingError) -> Int {
    guard let value = ints[key] else { throw .missing(key) }
    return value
  }

  // MARK: Parts

  private static func claim(_ reader: inout JSONReader) throws -> DateClaim {
    var claim = DateClaim(raw: "", time: nil, source: .item)
    try reader.object { reader, name in
      switch name {
      case "time": claim.time = Timestamp(try reader.string())
      case "raw": claim.raw = try reader.string()
      case "source": claim.source = DateClaim.Source(rawValue: try reader.string()) ?? .item
      default: try reader.skip()
      }
    }
    return claim
  }

  private static func attachedFile(_ reader: inout JSONReader) throws -> AttachedFile {
    var file = AttachedFile(url: "")
    try reader.object { reader, name in
      switch name {
      case "url": file.url = try reader.string()
      case "type": file.type = try reader.string()
      case "length": file.length = try reader.int()
      default: try reader.skip()
      }
    }
    return file
  }

  private static func retrievalCount(
    _ reader: inout JSONReader
  ) throws -> Redaction.RetrievalCount {
    var retrievals = Redaction.RetrievalCount(feed: FeedID(""), count: 0)
    try reader.object { reader, name in
      switch name {
      case "feed": retrievals.feed = FeedID(try reader.string())
      case "count": retrievals.count = try reader.int()
      default: try reader.skip()
      }
    }
    return retrievals
  }

  private static func issue(_ reader: inout JSONReader) throws -> Retrieval.Issue {
    var issue = Retrieval.Issue(kind: "", line: nil, message: "")
    try reader.object { reader, name in
      switch name {
      case "kind": issue.kind = try reader.string()
      case "line": issue.line = try reader.int()
      case "message": issue.message = try reader.string()
      default: try reader.skip()
      }
    }
    return issue
  }
}
