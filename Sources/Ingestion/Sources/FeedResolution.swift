import Announcements
import Catalog
import FeedParsing
import Foundation

/// Which feed a document is of, and why: what is revised by what depends on it.
///
/// From the network it is the subscription, else the URL that was asked for: nothing in the body
/// changes that, or anyone could revise another's announcements. A file is given by hand, so that
/// what it says of itself counts.
struct FeedResolution: Hashable, Sendable {
  var feed: FeedID
  /// Such as `by its self link`.
  var reason: String

  /// The resolution that needs no look into the document; nil where it does.
  ///
  /// - Parameters:
  ///   - source: Where the document is from.
  ///   - override: The feed that the person named.
  ///   - catalog: Whose subscriptions count.
  ///   - folder: The catalog's folder, which the subscriptions' files are relative to.
  /// - Returns: The feed, or nil for a file that nobody has named a feed for.
  static func before(
    reading source: IngestSource, override: String?, _ catalog: Catalog, folder: String
  ) -> FeedResolution? {
    switch source {
    case .url(let url):
      let key = CanonicalLink.key(of: url)
      if let known = catalog.feeds.first(where: { $0.url.map(CanonicalLink.key) == key }) {
        return FeedResolution(feed: FeedID(known.id), reason: "by the subscription's URL")
      }
      return FeedResolution(feed: FeedID(url), reason: "by its URL")
    case .file(let path):
      if let override { return given(override) }
      let absolute = Self.absolute(path)
      let known = catalog.feeds.first {
        $0.file.map { Self.absolute($0, in: folder) == absolute } ?? false
      }
      return known.map {
        FeedResolution(feed: FeedID($0.id), reason: "by the subscription's path")
      }
    case .standardInput, .unusable: return override.map(given)
    }
  }

  /// The resolution by what the document says of itself, else by its path.
  static func after(
    reading source: IngestSource, _ metadata: FeedMetadata, _ catalog: Catalog
  ) -> FeedResolution {
    if let link = metadata.selfLink, !link.isEmpty {
      let key = CanonicalLink.key(of: link)
      let known = catalog.feeds.first { $0.url.map(CanonicalLink.key) == key }
      return FeedResolution(feed: FeedID(known?.id ?? link), reason: "by its self link")
    }
    if let link = metadata.link, let title = metadata.title, !link.isEmpty, !title.isEmpty {
      return FeedResolution(
        feed: FeedID("\(link)#\(FoldedText.fold(title))"), reason: "by its link and title")
    }
    guard case .file(let path) = source else {
      return FeedResolution(feed: FeedID("stdin"), reason: "it does not say; --feed names one")
    }
    return FeedResolution(feed: FeedID(absolute(path)), reason: "by its path")
  }

  private static func given(_ feed: String) -> FeedResolution {
    FeedResolution(feed: FeedID(feed), reason: "by --feed")
  }

  private static func absolute(_ path: String, in folder: String? = nil) -> String {
    let base = URL(fileURLWithPath: folder ?? FileManager.default.currentDirectoryPath)
    return URL(fileURLWithPath: path, relativeTo: base).standardizedFileURL.path
  }
}
