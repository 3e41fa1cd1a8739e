/// Finds what the publisher of a feed should mend.
///
/// ```swift
/// var lint = FeedLint(context: context, now: now)
/// let feed = try FeedParser.parse(bytes, context: context, limits: .lint) { lint.add($0) }
/// lint.readMarkup(of: bytes)
/// let report = lint.report(on: feed)
/// ```
///
/// Rules look at what was parsed and, in a feed in XML, at the elements themselves (``readMarkup(of:)``).
/// It takes time in proportion to the document, and memory for an id of each entry.
public struct FeedLint {
  private let context: FeedContext
  private let now: Int64
  private var findings = LintFindings()
  private var identifiers: [String: Int?] = [:]
  private var feedLine: Int?

  /// A lint that has seen no entry yet.
  ///
  /// - Parameters:
  ///   - context: What is known of the document besides its bytes.
  ///   - now: The present in seconds since 1970: dates after it are in the future.
  public init(context: FeedContext = FeedContext(), now: Int64) {
    self.context = context
    self.now = now
  }

  /// Looks at the next entry; its line is known where it was parsed with ``FeedLimits/lint``.
  public mutating func add(_ entry: ParsedEntry) {
    let name = entry.title ?? entry.id
    for rule in LintRule.all {
      guard case .entry(let check) = rule.check, let message = check(entry) else { continue }
      findings.add(rule, line: entry.line, entry: name, message)
    }
    checkDates(of: entry, name: name)
    checkIdentifier(of: entry, name: name)
  }

  /// Looks at the elements of a document in XML, and at nothing in any other.
  public mutating func readMarkup(of bytes: [UInt8]) {
    let document = DecodedDocument(bytes, contentType: context.contentType)
    guard FeedSniffer.kind(of: document.bytes, contentType: nil) == .xmlFeed else { return }
    let survey = MarkupSurvey(hasBase: context.baseURL != nil)
    survey.read(document.bytes)
    findings.add(survey.findings)
    feedLine = survey.feedLine
  }

  /// What is to be mended, with what the feed says of itself and what reading it met with.
  public func report(on feed: ParsedFeed) -> LintReport {
    var all = findings
    for rule in LintRule.all {
      guard case .feed(let check) = rule.check else { continue }
      for message in check(LintedFeed(feed: feed, context: context)) {
        all.add(rule, line: message.line ?? feedLine, message.text)
      }
    }
    for issue in feed.issues {
      all.add(LintRule(issue.kind), line: issue.line, issue.message)
    }
    var report = all.report(
      entryCount: feed.entryCount, format: feed.format, without: excused(by: feed))
    report.omittedCount += feed.issueCount - feed.issues.count
    return report
  }

  /// Rules that what the feed says of itself makes void.
  private func excused(by feed: ParsedFeed) -> Set<LintRule> {
    var excused: Set<LintRule> = []
    let address = context.url ?? feed.metadata.selfLink ?? feed.metadata.link
    if address?.hasPrefix("https:") != true { excused.insert(.insecureLink) }
    if !feed.metadata.authors.isEmpty { excused.insert(.entryAuthor) }
    return excused
  }

  private mutating func checkDates(of entry: ParsedEntry, name: String?) {
    // An entry that gives one date has it as both.
    guard let date = entry.published ?? entry.updated, let seconds = date.secondsSince1970 else {
      return
    }
    if seconds > now + Self.tolerance {
      findings.add(.futureDate, line: entry.line, entry: name, "\(date.raw) is in the future.")
    } else if seconds < Self.start1990 {
      findings.add(.ancientDate, line: entry.line, entry: name, "\(date.raw) is before 1990.")
    }
  }

  /// Atom lets an entry come twice where it was changed in between (RFC 4287, section 4.1.1).
  private mutating func checkIdentifier(of entry: ParsedEntry, name: String?) {
    guard let id = entry.id else { return }
    let key = "\(id)\u{0}\(entry.updated?.raw ?? "")"
    if let first = identifiers[key] {
      let place = first.map { " on line \($0)" } ?? " before"
      findings.add(
        .duplicateID, line: entry.line, entry: name, "\(id) is the id of an entry\(place) too.")
    } else {
      identifiers[key] = entry.line
    }
  }

  /// A day: clocks are wrong, and a date without a zone may be ahead.
  private static let tolerance: Int64 = 86_400
  private static let start1990: Int64 = 631_152_000
}

extension FeedLimits {
  /// The standard limits, and entries say their lines.
  public static var lint: FeedLimits {
    var limits = FeedLimits()
    limits.tellsLines = true
    return limits
  }
}
