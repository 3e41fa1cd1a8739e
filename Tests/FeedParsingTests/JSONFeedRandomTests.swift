import FeedParsing
import Testing

@Suite struct JSONFeedRandomTests {
  private func items(
    hasTraps: Bool, using random: inout JSONFeedRandom
  ) -> (items: [JSONFeedRandomItem], sources: [String]) {
    let items = (0..<Int.random(in: 3...6, using: &random)).map {
      JSONFeedRandomItem($0, hasTraps: hasTraps, using: &random)
    }
    return (items, items.map { $0.json(using: &random) })
  }

  private func isSame(_ entry: ParsedEntry, _ item: JSONFeedRandomItem) -> Bool {
    entry.id == item.id && entry.title == item.title
      && entry.content.map(\.markup) == [item.content] && entry.summary?.markup == item.summary
      && entry.categories.map(\.term) == item.tags && entry.authors.map(\.name) == [item.author]
  }

  @Test(arguments: 0..<300)
  func `a valid feed is read as it is written`(seed: Int) throws {
    var random = JSONFeedRandom(seed: seed)
    let (items, sources) = items(hasTraps: true, using: &random)
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed(sources.joined(separator: JSONFeedRandomItem.space(&random) + ",\n")))
    try #require(entries.count == items.count, "seed \(seed)")
    for (entry, item) in zip(entries, items) {
      #expect(isSame(entry, item), "seed \(seed): \(entry.source)")
    }
    #expect(entries.map(\.source) == sources, "seed \(seed)")
    #expect(feed.issues.isEmpty && feed.isWellFormed, "seed \(seed)")
  }

  @Test(arguments: 0..<300)
  func `the source of an entry gives the same entry again`(seed: Int) throws {
    var random = JSONFeedRandom(seed: seed)
    let sources = items(hasTraps: true, using: &random).sources
    let text = damaged(sources.joined(separator: ","), using: &random)
    for entry in try JSONFeedText.parse(JSONFeedText.feed(text)).entries {
      let wrapped =
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[" + entry.source + "]}"
      #expect(
        try JSONFeedText.parse(wrapped).entries == [entry],
        "seed \(seed): \(entry.source.debugDescription)")
    }
  }

  @Test(arguments: 0..<200)
  func `damage to an item costs at most that item`(seed: Int) throws {
    var random = JSONFeedRandom(seed: seed)
    var (items, sources) = items(hasTraps: false, using: &random)
    let broken = Int.random(in: items.indices, using: &random)
    sources[broken] = damaged(sources[broken], using: &random)
    let entries = try JSONFeedText.parse(
      JSONFeedText.feed(sources.joined(separator: ",\n"))
    ).entries
    items.remove(at: broken)
    for item in items {
      #expect(
        entries.contains { isSame($0, item) },
        "seed \(seed): \(item.id) for \(sources[broken].debugDescription)")
    }
  }

  @Test(arguments: 0..<200)
  func `no bytes make the reader trap`(seed: Int) {
    var random = JSONFeedRandom(seed: seed)
    let pieces = Array("{}[],:\"'\\/*\n\0 -1eutrnax".utf8) + [0xC3, 0xA9, 0xFF, 0xEF, 0xBB, 0xBF]
    let start = Array("{\(JSONFeedText.version),\"items\":[".utf8)
    for length in 0..<60 {
      let noise = (0..<length).map { _ in random.pick(pieces) }
      // Whether it is an error is not of interest here, only that there is an answer.
      _ = try? FeedParser.parse(start + noise)
      _ = try? FeedParser.parse([UInt8(ascii: "{")] + noise)
    }
  }

  /// A text with one character lost, made up or replaced.
  ///
  /// No bracket of an array is made up: what it opens goes on up to the next one that closes it, and
  /// may hold the items behind it.
  private func damaged(_ text: String, using random: inout JSONFeedRandom) -> String {
    var characters = Array(text.unicodeScalars)
    let place = Int.random(in: characters.indices, using: &random)
    let junk: [Unicode.Scalar] = ["\"", "{", "}", "]", ",", ":", "'", "\\", "x", "\n", " "]
    switch Int.random(in: 0..<3, using: &random) {
    case 0: characters.remove(at: place)
    case 1: characters.insert(random.pick(junk), at: place)
    default: characters[place] = random.pick(junk)
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: characters)
    return result
  }
}
