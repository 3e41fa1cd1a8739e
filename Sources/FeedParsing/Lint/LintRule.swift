/// What a good feed keeps to, how much it matters, and who says so.
///
/// A rule and its check stand together: the checks of a feed as a whole and of its entries are among
/// the rules (``Check``), those of single elements in ``MarkupSurvey``.
public struct LintRule: Sendable {
  /// Its name in kebab-case, which never changes.
  public let id: String
  /// How much harm it does to break it.
  public let severity: LintSeverity
  /// What it asks for, in a sentence.
  public let text: String
  /// What a publisher does about a finding, in a sentence.
  public let remedy: String
  /// The standard that asks for it.
  public let source: String
  /// The formats that it holds for.
  let formats: LintFormats
  let check: Check

  /// How it is found out whether a document keeps to a rule.
  enum Check: Sendable {
    /// By what the feed says of itself; each message is a finding.
    case feed(@Sendable (LintedFeed) -> [LintMessage])
    /// By what an entry says; nil where nothing is wrong with it.
    case entry(@Sendable (ParsedEntry) -> String?)
    /// By what the parser had to repair or could not read.
    case issue
    /// While the elements of the markup go by, or by comparing entries.
    case passing
  }

  init(
    _ id: String, _ severity: LintSeverity, _ text: String, remedy: String, source: String,
    formats: LintFormats = .all, check: Check = .passing
  ) {
    self.id = id
    self.severity = severity
    self.text = text
    self.remedy = remedy
    self.source = source
    self.formats = formats
    self.check = check
  }

  /// All rules, in the order of their ids.
  public static let all: [LintRule] =
    (documentRules + feedRules + entryRules + contentRules + markupRules).sorted { $0.id < $1.id }
}

extension LintRule: Hashable {
  /// Whether both are the same rule: an id stands for one only.
  public static func == (one: LintRule, other: LintRule) -> Bool { one.id == other.id }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// What is wrong, and where.
struct LintMessage {
  var line: Int?
  var text: String

  init(_ text: String, line: Int? = nil) {
    self.line = line
    self.text = text
  }
}

/// A feed as rules look at it.
struct LintedFeed {
  var feed: ParsedFeed
  var context: FeedContext
}

/// Formats that a rule holds for.
struct LintFormats: OptionSet {
  let rawValue: Int

  /// RSS 0.91 to 2.0.
  static let rss = LintFormats(rawValue: 1)
  /// RSS 0.90 and 1.0.
  static let rdf = LintFormats(rawValue: 2)
  static let atom = LintFormats(rawValue: 4)
  static let json = LintFormats(rawValue: 8)
  /// Tables, articles and what is hardly used.
  static let others = LintFormats(rawValue: 16)
  static let all: LintFormats = [.rss, .rdf, .atom, .json, .others]

  init(rawValue: Int) {
    self.rawValue = rawValue
  }

  init(_ format: FeedFormat) {
    switch format {
    case .rss091, .rss092, .rss093, .rss094, .rss20: self = .rss
    case .rss090, .rss10: self = .rdf
    case .atom03, .atom10: self = .atom
    case .jsonFeed10, .jsonFeed11: self = .json
    case .cdf, .csv, .article, .unknown: self = .others
    }
  }
}
