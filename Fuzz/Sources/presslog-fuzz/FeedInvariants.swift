import FeedParsing

/// What must hold of every document, whatever is in it.
enum FeedInvariants {
  static func check(_ bytes: [UInt8], context: FeedContext = FeedContext()) {
    let whole = Reading(bytes, context: context)
    checkRefusals(whole)
    checkSources(whole, context)
    for entry in whole.entries.prefix(3) {
      for text in [entry.summary].compactMap({ $0 }) + entry.content { _ = (text.text, text.html) }
    }
  }

  /// libxml2 never sees a tag that it would refuse.
  private static func checkRefusals(_ reading: Reading) {
    for issue in reading.feed?.issues ?? [] {
      expect(!issue.message.hasPrefix("Reading stops here"), issue.message)
    }
  }

  /// An entry's own characters give the same entry again.
  private static func checkSources(_ reading: Reading, _ context: FeedContext) {
    guard let feed = reading.feed else { return }
    for entry in reading.entries.prefix(5) {
      // Reading again only has to end; that it gives the same entry is shown for feeds that are read
      // without a repair.
      let again = try? FeedParser.entry(from: entry.source, in: feed.envelope, context: context)
      if feed.issueCount == 0 {
        expect(again == entry, "another entry from its source: \(entry) \(again as Any)")
      }
    }
  }
}

/// What reading a document gave.
private struct Reading {
  var entries: [ParsedEntry] = []
  var feed: ParsedFeed?
  var failure: FeedError?

  init(_ bytes: [UInt8], context: FeedContext) {
    do {
      feed = try FeedParser.parse(bytes, context: context) { entries.append($0) }
    } catch {
      failure = error as? FeedError
      expect(failure != nil, "\(error)")
    }
  }
}
