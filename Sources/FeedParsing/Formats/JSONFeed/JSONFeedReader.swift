/// Reads the document's own object and its items.
///
/// Keys have no order in JSON: the feed's authors and language, which its items inherit, and even its
/// version may stand behind the items. So before the first item the rest is looked at, in a copy of
/// the reader, and then read in its turn.
struct JSONFeedReader {
  var json: JSONPullReader
  private(set) var head = JSONFeedHead()
  /// How many entries have been handed on.
  private(set) var entryCount = 0
  /// What the whole of the document gives to its items; nil until there was one.
  private var prospect: Prospect?
  private let base: String?

  init(_ json: JSONPullReader, context: FeedContext) {
    self.json = json
    base = context.baseURL
  }

  /// Reads the document.
  ///
  /// - Throws: `FeedError`, or what `deliver` throws.
  mutating func read(_ deliver: (ParsedEntry) throws -> Void) throws {
    guard json.findStart() else { throw FeedError.notAFeed(hint: "text without any JSON in it") }
    let start = json
    guard case .object = json.value() else {
      throw FeedError.notAFeed(hint: JSONDocumentHint.hint(for: start))
    }
    while let key = json.nextKey(at: 1) {
      // Where an item has lost its place behind a bracket too many, it has no key.
      if key.range.isEmpty {
        try readItems(isSet: false, deliver)
      } else if let key = json.meaning(of: key), !isLost(key) {
        head.note(key, in: &json)
        if key == .items {
          try readItems(isSet: isSetOfItems, deliver)
        } else {
          head.read(key, from: &json, base: base)
        }
      } else {
        json.skipValue()
      }
    }
    json.finishDocument()
    try check(start)
  }

  /// Whether a key may be one of an item that has ended too early behind a bracket too many.
  private func isLost(_ key: JSONFeedKey) -> Bool { json.hasLostBracket && key.isOfItem }

  private mutating func check(_ start: JSONPullReader) throws {
    if let failure = json.failure {
      guard entryCount > 0 else { throw FeedError.limitExceeded(failure) }
      json.report(.limitExceeded, at: json.end, "Reading stopped: \(failure).")
    }
    guard head.isFeed else { throw FeedError.notAFeed(hint: JSONDocumentHint.hint(for: start)) }
    if !head.hasItems, json.depth == 0 {
      json.report(.unexpectedValue, at: start.position, "The feed has no items.")
    }
    if inheritance(of: head) != head.inheritance {
      json.report(
        .limitExceeded, at: start.position,
        "The feed's authors or its language are too long for each item to repeat them.")
    }
    guard !head.hasKnownVersion else { return }
    json.report(
      .unexpectedValue, at: start.position,
      "The feed's version is none that we know; it is read as JSON Feed 1.1.")
  }
}

// MARK: - Items

extension JSONFeedReader {
  private mutating func readItems(
    isSet: Bool, _ deliver: (ParsedEntry) throws -> Void
  ) throws {
    guard let feed = lookAhead() else { return json.skipValue() }
    let outer = json.depth
    json.skipSpace()
    switch json.byte(at: json.position) {
    case UInt8(ascii: "["):
      _ = json.value()
      // An array inside holds items too: there is a bracket too many, or the items are in groups.
      while json.depth > outer, json.position < json.end {
        if json.hasElement(at: json.depth) { try readItem(feed, deliver) }
      }
    case UInt8(ascii: "{") where isSet:
      json.report(.unexpectedValue, at: json.position, "The value of items is no array.")
      _ = json.value()
      while json.nextKey(at: outer + 1) != nil {
        try readItem(feed, deliver)
        json.skip(to: outer + 1)
      }
    default:
      try readItem(feed, deliver)
      json.skip(to: outer)
    }
  }

  /// What a look at the whole of the document says of it.
  private enum Prospect {
    case feed(JSONFeedHead.Inheritance)
    case noFeed
  }

  /// What the whole of the document gives to its items; nil where it is no feed.
  ///
  /// It is looked at once, whatever the answer: a document may have a million `items`.
  private mutating func lookAhead() -> JSONFeedHead.Inheritance? {
    let known = prospect ?? lookAtRest()
    prospect = known
    guard case .feed(let inheritance) = known else { return nil }
    return inheritance
  }

  private func inheritance(of head: JSONFeedHead) -> JSONFeedHead.Inheritance {
    head.inheritance.limited(to: json.limits.inheritedBytes)
  }

  private func lookAtRest() -> Prospect {
    var ahead = self
    ahead.json.isSilent = true
    ahead.json.skipValue()
    while let key = ahead.json.nextKey(at: 1) {
      guard let key = ahead.json.meaning(of: key), !ahead.isLost(key) else {
        ahead.json.skipValue()
        continue
      }
      ahead.head.note(key, in: &ahead.json)
      // Of `items`, this only skips the value.
      ahead.head.read(key, from: &ahead.json, base: base)
    }
    return ahead.head.isFeed ? .feed(inheritance(of: ahead.head)) : .noFeed
  }

  /// Whether the value that is read next holds items by keys of its own, as PHP writes an array whose
  /// indexes have a gap, and is not itself an item.
  private var isSetOfItems: Bool {
    var ahead = json
    ahead.isSilent = true
    guard case .object = ahead.value() else { return false }
    let level = ahead.depth
    while let key = ahead.nextKey(at: level) {
      if ahead.meaning(of: key)?.isOfItem == true { return false }
      ahead.skipValue()
    }
    return true
  }

  /// Reads an item and hands it on; of an array in its place only the opening bracket.
  private mutating func readItem(
    _ feed: JSONFeedHead.Inheritance, _ deliver: (ParsedEntry) throws -> Void
  ) throws {
    let outer = json.depth
    let value = json.value()
    let start = json.valueStart
    guard case .object = value else {
      return json.report(.unexpectedValue, at: start, "An item is no object.")
    }
    var item = JSONFeedItem()
    while let key = json.nextKey(at: outer + 1) {
      if let key = json.meaning(of: key) {
        item.read(key, from: &json, base: base)
      } else {
        json.skipValue()
      }
    }
    // What the document breaks off in is not complete: handed on, it would look like an edit.
    guard json.depth <= outer else { return }
    guard var entry = item.finished(inheriting: feed) else {
      return json.report(.structure, at: start, "An item says nothing.")
    }
    guard entryCount < json.limits.entries else {
      return json.stop("the document has more than \(json.limits.entries) entries")
    }
    entry.source = json.text.string(in: start..<json.valueEnd)
    if json.limits.tellsLines { entry.line = json.line(at: start) }
    entryCount += 1
    try deliver(entry)
  }
}
