import Announcements
import FeedParsing

/// What stood around the entries of a document: with it their own characters are read again.
struct Surroundings {
  var envelope: String
  /// Whether the envelope is made up, because the event is older than those that keep it.
  var isAssumed = false
  /// Whether the document came from a server, whose header the log does not keep.
  var isFetched: Bool { context.url != nil }
  var context = FeedContext()

  /// What is known of a document; nil where its entries cannot be read by themselves: an article, or
  /// a table or JSON of which the log does not keep what stood before the entries.
  init?(_ retrieval: Retrieval) {
    if retrieval.source.hasPrefix("http://") || retrieval.source.hasPrefix("https://") {
      context.url = retrieval.source
    }
    if let envelope = retrieval.envelope {
      self.envelope = envelope
      return
    }
    isAssumed = true
    let base = retrieval.link.map { #" xml:base="\#(Self.escaped($0))""# } ?? ""
    switch FeedFormat(rawValue: retrieval.format) {
    case .atom10: envelope = #"<feed xmlns="http://www.w3.org/2005/Atom"\#(Self.prefixes)\#(base)>"#
    case .atom03:
      envelope = #"<feed version="0.3" xmlns="http://purl.org/atom/ns#"\#(Self.prefixes)\#(base)>"#
    case .rss10:
      envelope =
        #"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" "#
        + #"xmlns="http://purl.org/rss/1.0/"\#(Self.prefixes)\#(base)>"#
    default:
      guard retrieval.format.hasPrefix("rss") else { return nil }
      envelope = #"<rss version="2.0"\#(Self.prefixes)\#(base)><channel>"#
    }
  }

  /// The prefixes that feeds declare by custom.
  private static let prefixes = [
    ("atom", "http://www.w3.org/2005/Atom"),
    ("content", "http://purl.org/rss/1.0/modules/content/"),
    ("dc", "http://purl.org/dc/elements/1.1/"), ("dcterms", "http://purl.org/dc/terms/"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("slash", "http://purl.org/rss/1.0/modules/slash/"),
    ("wfw", "http://wellformedweb.org/CommentAPI/"),
  ].map { #" xmlns:\#($0)="\#($1)""# }.joined()

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }
}
