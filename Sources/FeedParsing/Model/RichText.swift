import HTMLText

/// A text that may carry markup, kept as the feed gave it; plain text and sanitised HTML are derived
/// when they are asked for.
public struct RichText: Hashable, Sendable {
  /// What the characters of ``markup`` mean.
  public enum Kind: Hashable, Sendable {
    /// Characters that mean themselves.
    case plain
    /// HTML, entities not yet decoded.
    case html
  }

  /// The characters of the feed.
  public var markup: String
  /// What the characters mean.
  public var kind: Kind
  /// What relative links in the markup are relative to.
  public var base: String?
  /// Where the text stands instead, if it is not in the feed: Atom's `src` (RFC 4287, section 4.1.3.2).
  public var address: String?

  /// A text as a feed gives it.
  public init(_ markup: String, kind: Kind, base: String? = nil) {
    self.markup = markup
    self.kind = kind
    self.base = base
  }

  /// The words alone, blocks as paragraphs.
  public var text: String {
    switch kind {
    case .plain: markup
    case .html: HTMLText.plainText(of: markup)
    }
  }

  /// HTML from an allow list, with nothing in it that runs.
  public var html: String {
    switch kind {
    case .plain: HTMLText.escape(markup)
    case .html: HTMLText.sanitized(markup, base: base)
    }
  }
}
