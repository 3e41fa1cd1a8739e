/// The markup around a document's entries, as received: the start tags of the elements that hold
/// them, and the authors that entries inherit.
///
/// An entry's own characters do not say what its prefixes, relative links and missing authors mean;
/// behind this they do, and reading both together gives the same entry again.
struct Envelope {
  private var tags: [(text: String, depth: Int)] = []
  private var authors = ""
  /// Whether the first entry has begun.
  var isComplete = false

  /// A document with more than this around its entries is no feed.
  private static let mostBytes = 64 << 10

  /// Notes the start tag of an element that holds entries.
  mutating func open(_ tag: String, depth: Int) {
    if !isComplete, hasRoom(for: tag) { tags.append((tag, depth)) }
  }

  /// Forgets an element that ends before the first entry.
  mutating func close(depth: Int) {
    if !isComplete { tags.removeAll { $0.depth >= depth } }
  }

  /// Notes an author of the feed, start and end tag included.
  mutating func add(author: String) {
    if !isComplete, hasRoom(for: author) { authors += author }
  }

  /// The text to put before an entry's own.
  var text: String { tags.map(\.text).joined() + authors }

  private func hasRoom(for text: String) -> Bool {
    tags.reduce(authors.utf8.count) { $0 + $1.text.utf8.count } + text.utf8.count <= Self.mostBytes
  }
}
