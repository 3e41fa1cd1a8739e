import FeedParsing

/// Tags too few and tags too many.
extension Damage {
  static let ofNesting: [Damage] = [
    Damage("no end tag of a field") { feed, random in
      let ends = feed.pieces.indices.filter { index in
        guard case .end(let name) = feed.pieces[index].token else { return false }
        // Not of what holds fields of its own: nobody could tell whose the next ones are.
        return feed.pieces[index].entry != nil && feed.pieces[index].field == name
          && name != "s:variant"
      }
      guard let index = ends.randomElement(using: &random), let entry = feed.pieces[index].entry
      else { return false }
      feed.damagedFields[entry, default: []].insert(feed.pieces[index].field ?? "")
      feed.pieces.remove(at: index)
      feed.looseIssues.insert(.structure)
      return true
    },
    Damage("no end tag of an entry") { feed, random in
      let ends = feed.pieces.indices.filter { index in
        guard case .end = feed.pieces[index].token else { return false }
        return feed.pieces[index].entry != nil && feed.pieces[index].field == nil
      }
      guard let index = ends.randomElement(using: &random), let entry = feed.pieces[index].entry
      else { return false }
      feed.cutEntries.insert(entry)
      let next = feed.pieces[(index + 1)...].firstIndex(where: \.isTag)
      feed.pieces[next ?? index].insertMark(.structure)
      feed.pieces.remove(at: index)
      return true
    },
    Damage("end tags too many") { feed, random in
      guard let index = betweenFields(of: feed, &random) else { return false }
      let tag = random.pick(["</b>", "</div>", "</nosuch>", "</p></p>", "</title>", "</dc:date>"])
      let marked = tag.replacing("</", with: IssueMark.of(.structure) + "</")
      feed.pieces.insert(FeedPiece(token: .raw(marked), entry: feed.pieces[index].entry), at: index)
      return true
    },
    Damage("the end of the feed before its last entry") { feed, random in
      guard feed.entries.count > 1, let last = feed.pieces.last(where: \.isEnd),
        let index = feed.firstPiece(ofEntry: Int.random(in: 1..<feed.entries.count, using: &random))
      else { return false }
      var tags = [IssueMark.of(.structure) + last.written]
      // The channel of RSS 1.0 has ended before its first item.
      if last.written == "</rss>" { tags.insert("</channel>", at: 0) }
      let mark = FeedPiece(token: .raw(tags.joined()), entry: nil)
      feed.pieces.insert(mark, at: index)
      // What closes the channel later closes nothing.
      if last.written == "</rss>",
        let late = feed.pieces.lastIndex(where: { $0.written == "</channel>" })
      {
        feed.pieces[late].insertMark(.structure)
      }
      return true
    },
    Damage("HTML in the open, with tags left open") { feed, random in
      guard feed.format != .atom10,
        let entry = feed.entries.indices.randomElement(using: &random),
        let start = feed.pieces.firstIndex(where: {
          $0.entry == entry && $0.written == "<description>"
        }),
        let end = feed.pieces[start...].firstIndex(where: { $0.written == "</description>" })
      else { return false }
      let body = TestBody(&random, words: 1...8)
      let markup = FeedPiece(
        token: .raw(body.unclosedMarkup(&random)), entry: entry, field: "description")
      feed.pieces.replaceSubrange((start + 1)..<end, with: [markup])
      feed.entries[entry].body = body.visibleUnclosed
      feed.looseIssues.insert(.structure)
      return true
    },
  ]

  /// The number of a piece of an entry at which one field has ended and the next not begun.
  private static func betweenFields(of feed: TestFeed, _ random: inout RandomSource) -> Int? {
    feed.pieces.indices.dropFirst().filter { index in
      guard case .start(let tag) = feed.pieces[index].token else { return false }
      return feed.pieces[index].entry != nil && feed.pieces[index].field == tag.name
    }.randomElement(using: &random)
  }
}

extension FeedPiece {
  var isEnd: Bool { if case .end = token { true } else { false } }

  /// Whether it is a tag, damaged or not.
  var isTag: Bool {
    let next = written.unicodeScalars.filter(IssueMark.isText).dropFirst().first
    return next.map { $0 == "/" || $0.properties.isAlphabetic } ?? false
  }

  /// Notes that an issue must be reported where the piece begins.
  mutating func insertMark(_ kind: FeedIssue.Kind) {
    switch token {
    case .start(var tag):
      tag.mark += IssueMark.of(kind)
      token = .start(tag)
    default: token = .raw(IssueMark.of(kind) + written)
    }
  }
}
