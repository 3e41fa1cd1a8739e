import FeedParsing
import Testing

extension TestFeed {
  /// Expects that a reading of the feed found everything that is in it.
  func expectEntries(
    in reading: Reading, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let count = reading.entries.count
    #expect(count == entries.count, comment, sourceLocation: sourceLocation)
    for (number, (entry, expected)) in zip(reading.entries, entries).enumerated() {
      var (found, wanted) = (ExpectedEntry(entry), expected)
      for field in damagedFields[number] ?? [] {
        found.copy(field, from: wanted)
        wanted.copy(field, from: found)
      }
      #expect(found == wanted, "entry \(number), \(comment)", sourceLocation: sourceLocation)
    }
  }

  /// Expects that a reading reports every damage at its place, and nothing else.
  func expectIssues(
    in reading: Reading, _ comment: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expected = expectedIssues
    let isDamaged = expected.contains { $0.kind != .entityDeclaration } || !looseIssues.isEmpty
    let isWellFormed = reading.feed.isWellFormed
    #expect(isWellFormed == !isDamaged, comment, sourceLocation: sourceLocation)
    let found = reading.issues.filter {
      // A date that took in what follows cannot be read.
      !looseIssues.contains($0.kind) && (damagedFields.isEmpty || $0.kind != .unreadableDate)
    }
    let wanted = expected.filter { !looseIssues.contains($0.kind) }
    #expect(found == wanted, comment, sourceLocation: sourceLocation)
    for kind in looseIssues {
      #expect(
        reading.issues.contains { $0.kind == kind }, comment, sourceLocation: sourceLocation)
    }
  }
}

extension ExpectedEntry {
  /// Takes over what an element says, so that it does not count in a comparison.
  fileprivate mutating func copy(_ field: String, from other: ExpectedEntry) {
    switch field.split(separator: ":").last {
    case "title": title = other.title
    case "link": link = other.link
    case "id", "guid": id = other.id
    case "pubDate", "date", "published": date = other.date
    case "description", "summary", "content", "encoded": body = other.body
    default: break
    }
  }
}
