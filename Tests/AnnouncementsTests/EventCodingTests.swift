import Announcements
import JSONBytes
import Testing

/// Events as bytes: what was written is what is read, on this version and the next.
@Suite struct EventCodingTests {
  private static let odd = "\"\\/\u{0}\u{1F}\n\r\t\u{7F}\u{2028} é 日本 👩‍⚕️ \u{FFFD}&amp;<b>"

  /// An entry that has everything.
  private static var fullEntry: ReceivedEntry {
    var entry = entry("Beds \(odd)", guid: "1 \(odd)", link: "https://example.org/\(odd)")
    entry.summary = "Summary \(odd)"
    entry.text = "Text \(odd)"
    entry.published = DateClaim(
      raw: "Fri, 1 Mar 2024", time: Timestamp("2024-03-01T09:30:00Z"), source: .text)
    entry.updated = DateClaim(raw: "yesterday", time: nil, source: .given)
    entry.authors = ["Ann \(odd)", ""]
    entry.categories = ["News", "Health"]
    entry.language = "en-GB"
    entry.rights = "© Example"
    entry.publisher = "Example Hospital"
    entry.enclosures = [
      AttachedFile(url: "https://example.org/a.mp3", type: "audio/mpeg", length: 12),
      AttachedFile(url: "b"),
    ]
    entry.source = "<item>\(odd)</item>"
    return entry
  }

  private static func revision(_ entry: ReceivedEntry, _ identity: Identity) -> Revision {
    Revision(
      announcement: AnnouncementID("abc"), feed: FeedID("news \(odd)"), number: 2,
      identity: identity,
      entry: entry, content: "fingerprint", document: "hash")
  }

  private static var fullRetrieval: Retrieval {
    var counts = Retrieval.Counts()
    counts.entries = 5
    counts.published = 4
    counts.revised = 3
    counts.unchanged = 2
    counts.withdrawn = 1
    return Retrieval(
      feed: "news", source: "https://example.org/feed", ordinal: 7, document: "hash", bytes: 99,
      format: "rss", encoding: "windows-1252", title: "", link: "https://example.org/",
      status: 200, etag: "W/\"\(odd)\"", lastModified: "Fri, 01 Mar 2024 09:30:00 GMT",
      counts: counts,
      issues: [
        Retrieval.Issue(kind: "entity", line: 3, message: odd),
        Retrieval.Issue(kind: "date", line: nil, message: ""),
      ])
  }

  static let events: [AnnouncementEvent] = [
    .published(
      revision(
        ReceivedEntry(), Identity(candidate: Candidate(.title, "a\n"), counter: 0, also: []))),
    .revised(
      revision(
        fullEntry,
        Identity(
          candidate: Candidate(.guid, odd), counter: 3,
          also: [Candidate(.link, "example.org"), Candidate(.guid, "")]))),
    .withdrawn(
      Withdrawal(announcement: AnnouncementID("abc"), feed: "news", revision: 2, date: nil)),
    .withdrawn(
      Withdrawal(
        announcement: AnnouncementID("abc"), feed: "news", revision: 2,
        date: DateClaim(raw: odd, time: Timestamp("1969-12-31T23:59:59Z"), source: .item))),
    .redacted(
      Redaction(
        announcement: AnnouncementID("abc"), feed: "news", revision: 2, reason: odd, keys: [])),
    .redacted(
      Redaction(
        announcement: AnnouncementID("abc"), feed: "news", revision: 1, reason: "",
        keys: ["a", "b"],
        retrievals: [Redaction.RetrievalCount(feed: "other \(odd)", count: 3)])),
    .feedRetrieved(
      Retrieval(
        feed: "news", source: "-", ordinal: 0, document: "hash", bytes: 0, format: "atom",
        encoding: "utf-8")),
    .feedRetrieved(fullRetrieval),
    .feedPolicyChanged(FeedPolicyChange(feed: "news", ordinal: 1, reason: .shared)),
    .feedPolicyChanged(FeedPolicyChange(feed: "news", ordinal: 0, reason: .rotating)),
  ]

  private static func decoded(
    _ json: String, as type: EventType = .withdrawn
  ) throws(EventDecodingError) -> AnnouncementEvent {
    try AnnouncementEvent(type: type, subject: "abc", data: Array(json.utf8))
  }

  @Test(arguments: events)
  func `an event is read as it was written`(_ event: AnnouncementEvent) throws {
    let data = event.encodedData()
    let read = try AnnouncementEvent(
      type: event.type, subject: event.subject?.rawValue, data: data)
    #expect(read == event)
    #expect(read.encodedData() == data)
    #expect(!data.contains(0x0A), "data stand on one line")
  }

  @Test func `every type of event is written and read`() {
    #expect(Set(Self.events.map(\.type)) == Set(EventType.allCases))
  }

  @Test func `the shape of an announcement's data is the format's`() {
    var entry = ReceivedEntry()
    entry.guid = "1"
    entry.title = "Beds"
    entry.published = DateClaim(raw: "1 Mar", time: Timestamp("2024-03-01"), source: .item)
    entry.text = "Twelve."
    entry.source = "<item/>"
    let event = AnnouncementEvent.published(
      Self.revision(
        entry, Identity(candidate: Candidate(.guid, "1"), counter: 0, also: [])))
    let json = String(decoding: event.encodedData(), as: UTF8.self)
    #expect(json.hasPrefix(#"{"version":1,"feed":"news "#))
    #expect(
      json.hasSuffix(
        #""revision":2,"identity":{"by":"guid","key":"1"},"guid":"1","title":"Beds","#
          + #""published":{"time":"2024-03-01T00:00:00Z","raw":"1 Mar","source":"item"},"#
          + #""text":"Twelve.","content":"fingerprint","document":"hash","source":"<item/>"}"#))
  }

  @Test func `keys that this version does not know are skipped`() throws {
    let event = try Self.decoded(
      #"{"version":1,"nonce":"x","feed":"news","more":{"a":[1,null,{"b":-2.5e3}]},"revision":2}"#)
    #expect(
      event
        == .withdrawn(
          Withdrawal(announcement: AnnouncementID("abc"), feed: "news", revision: 2, date: nil)))
  }

  @Test(arguments: [
    #"{"version":2,"feed":"news","revision":2}"#,
    #"{"version":2,"feed":{"id":"news"},"revision":"two"}"#,
  ])
  func `an event of a newer version is refused as such`(_ json: String) {
    #expect(throws: EventDecodingError.newerVersion(2)) { try Self.decoded(json) }
  }

  @Test(arguments: [
    (EventType.withdrawn, #"{"revision":2}"#, "feed"),
    (.withdrawn, #"{"feed":"news"}"#, "revision"),
    (.published, #"{"feed":"news","revision":1,"content":"","document":""}"#, "identity"),
    (
      .revised, #"{"feed":"news","revision":1,"identity":{"by":"guid","key":"1"}}"#, "content"
    ),
    (.feedRetrieved, #"{"feed":"news"}"#, "ordinal"),
    (.feedPolicyChanged, #"{"feed":"news"}"#, "reason"),
  ])
  func `a key that is missing is named`(_ type: EventType, _ json: String, _ key: String) {
    #expect(throws: EventDecodingError.missing(key)) { try Self.decoded(json, as: type) }
  }

  @Test(arguments: [EventType.published, .revised, .withdrawn])
  func `an event about an announcement needs its subject`(_ type: EventType) {
    let json =
      #"{"feed":"news","revision":1,"identity":{"by":"guid","key":"1"},"content":"","document":""}"#
    #expect(throws: EventDecodingError.missing("subject")) {
      try AnnouncementEvent(type: type, subject: nil, data: Array(json.utf8))
    }
  }

  @Test(arguments: ["", "{", "[]", #"{"feed":1}"#, #"{"date":"today"}"#, #"{"feed":"a"#])
  func `data of another shape are malformed`(_ json: String) throws {
    let error = #expect(throws: EventDecodingError.self) { try Self.decoded(json) }
    guard case .malformed = error else {
      Issue.record("\(json): \(String(describing: error))")
      return
    }
  }

  @Test func `cut off anywhere, an event is never read as another`() throws {
    for event in Self.events {
      let data = event.encodedData()
      for end in data.indices {
        let read = try? AnnouncementEvent(
          type: event.type, subject: event.subject?.rawValue, data: Array(data[..<end]))
        #expect(read == nil, "\(event.type.rawValue) cut after \(end) bytes")
      }
    }
  }
}
