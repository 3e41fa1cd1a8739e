import XMLStream

/// Telling the formats apart by their root and its namespaces.
extension FeedReader {
  static func format(of name: FeedName, _ tag: borrowing XMLStartTag) -> FeedFormat {
    switch name {
    case .rss: rssFormat(version: tag.value(of: .version))
    case .rdf: .rss10
    case .feed, .entry: atomFormat(tag)
    // The names of CDF are in capitals, and its channel is the root.
    case .channel: tag.localName == "CHANNEL" ? .cdf : .rss20
    case .item: .rss20
    default: .unknown
    }
  }

  /// RSS 0.90 and 1.0 have the same root; the namespace of their elements tells which it is.
  func noteRSS10(_ tag: borrowing XMLStartTag) {
    guard format == .rss10, entryCount == 0, tag.namespace?.contains("netscape.com") == true else {
      return
    }
    format = .rss090
  }

  private static func rssFormat(version: String?) -> FeedFormat {
    switch version?.filter({ !$0.isWhitespace }) {
    case "0.90", "0.9": .rss090
    case "0.91": .rss091
    case "0.92": .rss092
    case "0.93": .rss093
    case "0.94": .rss094
    case "1.0": .rss10
    default: .rss20
    }
  }

  private static func atomFormat(_ tag: borrowing XMLStartTag) -> FeedFormat {
    if tag.namespace?.lowercased().contains("2005/atom") == true { return .atom10 }
    let isOld = tag.namespace.map(FeedVocabulary.standard.knows) ?? false
    return isOld || tag.value(of: .version) == "0.3" ? .atom03 : .atom10
  }
}
