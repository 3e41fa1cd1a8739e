/// The keys of JSON Feed 1.1 that say something of a feed, an item, a person or a file.
enum JSONFeedKey: UInt8, CaseIterable {
  case version, title, homePageURL, feedURL, nextURL, description, icon, favicon, language
  case authors, author, hubs, items
  case id, url, externalURL, contentHTML, contentText, summary, image, bannerImage
  case datePublished, dateModified, tags, attachments
  case name, email, mimeType, sizeInBytes

  /// As the document spells it.
  var name: String { Self.names[Int(rawValue)] }

  /// The key of a name; nil for one that we do not read, such as `expired`, `avatar` or `_github`.
  init?(named name: String) {
    guard let key = Self.keys[name] else { return nil }
    self = key
  }

  /// Whether an item can have it, by which an item is told from what is around it.
  var isOfItem: Bool {
    switch self {
    case .id, .url, .externalURL, .contentHTML, .contentText, .summary, .title, .image,
      .bannerImage, .datePublished, .dateModified, .tags, .attachments, .author, .authors,
      .language:
      true
    default: false
    }
  }

  /// In the order of the cases.
  private static let names = [
    "version", "title", "home_page_url", "feed_url", "next_url", "description", "icon", "favicon",
    "language", "authors", "author", "hubs", "items", "id", "url", "external_url", "content_html",
    "content_text", "summary", "image", "banner_image", "date_published", "date_modified", "tags",
    "attachments", "name", "email", "mime_type", "size_in_bytes",
  ]

  private static let keys = Dictionary(uniqueKeysWithValues: zip(names, allCases))
}

/// Which keys of an object have been met.
struct JSONFeedKeySet {
  private var bits: UInt32 = 0

  func contains(_ key: JSONFeedKey) -> Bool { bits & 1 << UInt32(key.rawValue) != 0 }

  /// Adds a key; false where it was there.
  mutating func insert(_ key: JSONFeedKey) -> Bool {
    guard !contains(key) else { return false }
    bits |= 1 << UInt32(key.rawValue)
    return true
  }
}
