/// A feed that is read regularly.
public struct Subscription: Hashable, Sendable, Identifiable {
  /// The short id that is the feed's identity in the log: lower-case letters, digits and hyphens.
  public var id: String
  /// Where it is read from.
  public var source: Source
  /// The id of the partner that publishes it; `nil` where the items' links have to tell.
  public var publisher: String?
  /// What may be done with what it says.
  public var rights: Rights
  /// The ids of the topics that each of its items has.
  public var topics: [String]
  /// How sure we are of the address and such, for people.
  public var note: String?

  /// Where a feed is read from.
  public enum Source: Hashable, Sendable {
    /// An address, `http` or `https`.
    case url(String)
    /// A file, as written: relative to the folder of `feeds.yaml`.
    case file(String)
  }

  /// What may be done with the items of a feed.
  ///
  /// Copies of press articles need a licence (in the United Kingdom that of NLA Media Access), so
  /// they stay out of public output unless somebody asks for them.
  public enum Rights: String, CaseIterable, Hashable, Sendable {
    /// The organisation's own words, meant to be passed on.
    case own
    /// Under an open licence, such as the Open Government Licence.
    case open
    /// Somebody's article, for which a licence is needed.
    case press
  }

  /// The address, where the feed is read from one.
  public var url: String? {
    if case .url(let url) = source { url } else { nil }
  }

  /// The path as written, where the feed is read from a file.
  public var file: String? {
    if case .file(let file) = source { file } else { nil }
  }
}
