/// What one document said: the channel's own fields and how the reading went.
///
/// The entries are not in here: ``FeedParser`` hands each one on as soon as it is complete, so that a
/// feed of any size is read in bounded memory.
public struct ParsedFeed: Hashable, Sendable {
  /// Which of the formats the document is written in.
  public var format: FeedFormat
  /// The encoding that was decided on, and why.
  public var encoding: EncodingDecision
  /// Whether the bytes needed no repair.
  public var isWellFormed: Bool
  /// What had to be repaired or could not be read; at most ``FeedLimits/issues`` of them.
  public var issues: [FeedIssue]
  /// How many issues there were, those included that `issues` has no room for.
  public var issueCount: Int
  /// How many entries were handed on.
  public var entryCount: Int
  /// The channel's own fields.
  public var metadata: FeedMetadata
  /// What the publisher declares deleted (RFC 6721).
  public var tombstones: [Tombstone]
  /// The markup around the entries, as received: ``FeedParser/entry(from:in:context:limits:)`` reads an
  /// entry's own characters again with it.
  public var envelope = ""
}

/// The fields of a feed itself: RSS's `channel`, Atom's `feed`.
public struct FeedMetadata: Hashable, Sendable {
  /// Atom's `id`, or `rdf:about` of RSS 1.0.
  public var id: String?
  /// Plain text on one line.
  public var title: String?
  /// The page that the feed belongs to.
  public var link: String?
  /// All links, the feed's own address (`self`) among them.
  public var links: [FeedLink] = []
  /// RSS's `description`, Atom's `subtitle`.
  public var description: RichText?
  /// As RFC 5646 writes it, such as `en-GB`.
  public var language: String?
  /// The copyright notice, plain text.
  public var rights: String?
  /// The program that wrote the feed.
  public var generator: String?
  /// The address of the feed's logo.
  public var image: String?
  /// When the feed came out.
  public var published: FeedDate?
  /// When the feed was last changed.
  public var updated: FeedDate?
  /// How often it changes, as the publisher says.
  public var schedule: UpdateSchedule?
  /// Who answers for the feed.
  public var authors: [Person] = []
  /// Who else took part.
  public var contributors: [Person] = []
  /// The publisher's categories for the feed as a whole.
  public var categories: [FeedCategory] = []

  /// A feed that says nothing of itself.
  public init() {}

  /// Where the feed says that it lives: the first link with `rel="self"`.
  public var selfLink: String? { links.first { $0.rel == "self" }?.href }
}

/// An item of a feed, as it was parsed; nothing is made up that the feed does not give.
public struct ParsedEntry: Hashable, Sendable {
  /// What the feed gives: Atom's `id`, RSS's `guid`, `rdf:about`.
  public var id: String?
  /// Whether `id` is also the entry's address (RSS's `isPermaLink`); absent where there is no id.
  public var idIsPermalink: Bool?
  /// Plain text: markup is dropped and entities are decoded.
  public var title: String?
  /// The entry's page; FeedBurner's own address gives way to the publisher's.
  public var link: String?
  /// All links, in the order of the document.
  public var links: [FeedLink] = []
  /// The address of a page with comments.
  public var comments: String?
  /// RSS's `description`, Atom's `summary`.
  public var summary: RichText?
  /// The full text: Atom's `content`, `content:encoded`.
  public var content: [RichText] = []
  /// The language of the entry where it says one, or its feed does by `xml:lang`.
  public var language: String?
  /// Its own authors, or in their absence the feed's.
  public var authors: [Person] = []
  /// Who else took part.
  public var contributors: [Person] = []
  /// The publisher's categories, each once.
  public var categories: [FeedCategory] = []
  /// The copyright notice, plain text.
  public var rights: String?
  /// Files that come with the entry, those of Media RSS among them.
  public var enclosures: [Enclosure] = []
  /// When it came out.
  public var published: FeedDate?
  /// When it was last changed.
  public var updated: FeedDate?
  /// What else the entry says in the vocabularies of modules, nil where it says nothing.
  public var modules: EntryModules?
  /// The line on which it starts, from 1, where ``FeedLimits/tellsLines`` asks for it.
  public var line: Int?
  /// Whose entry it is, where it stands in a CSV file with a column `publisher`.
  public var publisher: String?
  /// The entry's own characters as received: after decoding, before any repair.
  public var sourceText = SourceText("")

  /// ``sourceText`` as a string.
  public var source: String {
    get { sourceText.string }
    set { sourceText = SourceText(newValue) }
  }

  /// An entry that says nothing.
  public init() {}
}

/// A link and what it says of its target.
public struct FeedLink: Hashable, Sendable {
  /// The target, absolute where a base is known.
  public var href: String
  /// What the target is to the feed, such as `alternate` (RFC 4287, section 4.2.7.2).
  public var rel: String?
  /// The target's media type.
  public var type: String?
  /// Words for the target.
  public var title: String?
  /// The target's language.
  public var hreflang: String?
  /// The target's length in bytes, as the feed writes it.
  public var length: String?

  /// A link with what is known of its target.
  public init(
    href: String, rel: String? = nil, type: String? = nil, title: String? = nil,
    hreflang: String? = nil, length: String? = nil
  ) {
    self.href = href
    self.rel = rel
    self.type = type
    self.title = title
    self.hreflang = hreflang
    self.length = length
  }
}

/// An author or contributor; at least one field is present.
public struct Person: Hashable, Sendable {
  /// The name as the feed writes it.
  public var name: String?
  /// The address for mail.
  public var email: String?
  /// The person's own page.
  public var url: String?

  /// A person by whatever is known.
  public init(name: String? = nil, email: String? = nil, url: String? = nil) {
    self.name = name
    self.email = email
    self.url = url
  }
}

/// A publisher's own category.
public struct FeedCategory: Hashable, Sendable {
  /// The category itself.
  public var term: String?
  /// What the term is taken from: Atom's `scheme`, RSS's `domain`.
  public var scheme: String?
  /// The term for people.
  public var label: String?

  /// A category by whatever is known.
  public init(term: String? = nil, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}

/// A file that comes with an entry.
public struct Enclosure: Hashable, Sendable {
  /// Where the file is.
  public var url: String
  /// Its media type.
  public var type: String?
  /// In bytes.
  public var length: Int?

  /// A file by its address and what is known of it.
  public init(url: String, type: String? = nil, length: Int? = nil) {
    self.url = url
    self.type = type
    self.length = length
  }
}

/// A date as the feed wrote it, and the instant that it means where it could be read.
public struct FeedDate: Hashable, Sendable {
  /// The characters of the feed, trimmed.
  public var raw: String
  /// Seconds since 1970-01-01T00:00:00Z; absent where `raw` cannot be read, never a guess.
  public var secondsSince1970: Int64?

  /// A date with its characters.
  public init(raw: String, secondsSince1970: Int64?) {
    self.raw = raw
    self.secondsSince1970 = secondsSince1970
  }
}

/// The publisher's word that an entry is deleted: `at:deleted-entry` of RFC 6721.
public struct Tombstone: Hashable, Sendable {
  /// The `atom:id` of the entry that is gone.
  public var ref: String
  /// When it was deleted.
  public var when: FeedDate?

  /// A tombstone for an entry's id.
  public init(ref: String, when: FeedDate?) {
    self.ref = ref
    self.when = when
  }
}

/// The format of a document, in the spelling of our own JSON output.
public enum FeedFormat: String, Hashable, Sendable {
  case rss090 = "rss0.90"
  case rss091 = "rss0.91"
  case rss092 = "rss0.92"
  case rss093 = "rss0.93"
  case rss094 = "rss0.94"
  case rss10 = "rss1.0"
  case rss20 = "rss2.0"
  case atom03 = "atom0.3"
  case atom10 = "atom1.0"
  case cdf
  case jsonFeed10 = "jsonfeed1.0"
  case jsonFeed11 = "jsonfeed1.1"
  case csv
  case article
  case unknown
}
