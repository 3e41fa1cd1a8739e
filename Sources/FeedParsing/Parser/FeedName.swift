import XMLStream

/// The names of elements and attributes that we understand, by their meaning.
///
/// RSS and Atom share a name where they share its meaning; what an element holds then tells which of
/// the two wrote it (`href` or text in a `link`), as feeds mix them more often than not.
enum FeedName: UInt16, CaseIterable {
  case unknown
  // Structure.
  case rss, rdf, channel, feed, item, entry, image, source, group, html
  // Elements.
  case title, link, description, subtitle, summary, content, encoded, id, guid, comments
  case language, rights, generator, logo, author, contributor, name, email, uri, url
  case category, subject, enclosure, deletedEntry
  case published, updated, issued, modified, created, pubDate, lastBuildDate, date
  case creator, dcTitle, dcDescription, dcIdentifier, originalLink, managingEditor, webMaster
  case itunesAuthor, itunesSummary, itunesSubtitle, itunesImage, itunesCategory, itunesKeywords
  case itunesOwner, itunesTitle
  case mediaContent, mediaThumbnail, mediaCredit, mediaTitle, mediaDescription, mediaCategory
  case mediaKeywords, xhtmlBody, xhtmlDiv, tags
  case itunesDuration, itunesExplicit, itunesSeason, itunesEpisode
  case geoPoint, geoLine, geoPolygon, geoBox, geoWhere, geoLatitude, geoLongitude, gmlElement,
    gmlPositions
  case commentCount, commentFeed, inReplyTo, license
  case updatePeriod, updateFrequency, ttl, skipHours, skipDays, hour, day
  case podcastGUID, podcastPerson, podcastTranscript, podcastChapters
  case cdfLink
  // Attributes; some elements above name attributes too.
  case href, rel, type, length, hreflang, isPermaLink, domain, term, scheme, label, mode, src
  case ref, when, version, about, resource, text, role, medium, fileSize, width, height, duration
  case xmlBase, xmlLang, lastModified, value, style, img
}

extension FeedName {
  init(_ token: XMLToken) {
    self = FeedName(rawValue: token.rawValue) ?? .unknown
  }

  var token: XMLToken { XMLToken(rawValue: rawValue) }

  /// Whether it names an entry in any of the formats.
  var isEntry: Bool { self == .item || self == .entry }
}

extension XMLStartTag {
  /// The value of an attribute by its meaning.
  borrowing func value(of name: FeedName) -> String? {
    attributeCount == 0 ? nil : value(of: name.token)
  }
}
