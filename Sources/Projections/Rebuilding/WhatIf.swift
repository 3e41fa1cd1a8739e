public import Catalog
public import EventLog
import GRDB

/// What another catalog would change: the tags that would appear and those that would vanish.
///
/// The current revision of every announcement of the live index is read from the log, classified, and
/// compared with the tags that queries answer by today. Nothing is written.
public struct WhatIf: Sendable {
  /// What ties announcements to a partner or topic.
  public struct Tag: Hashable, Sendable {
    /// `partner` or `topic`.
    public var kind: String
    public var target: String
    public var role: String
  }

  /// A tag that would come or go.
  public struct Change: Hashable, Sendable {
    public var tag: Tag
    /// Whether it would appear; else it would vanish.
    public var appears: Bool
    /// Of how many announcements.
    public var announcements = 0
    /// The first of them, three at most.
    public var examples: [Example] = []
  }

  /// An announcement of which a tag would change.
  public struct Example: Hashable, Sendable {
    public var id: String
    public var title: String
    /// The words that make the tag, or made it.
    public var words: String
  }

  /// The announcements that were compared, and how many would have other tags.
  public private(set) var announcements = 0
  public private(set) var changed = 0
  private var found: [Key: Change] = [:]

  private struct Key: Hashable {
    var tag: Tag
    var appears: Bool
  }

  /// The changes: partners first, then by id and role.
  public var changes: [Change] {
    found.values.sorted {
      ($0.tag.kind, $0.tag.target, $0.tag.role, $0.appears ? 0 : 1)
        < ($1.tag.kind, $1.tag.target, $1.tag.role, $1.appears ? 0 : 1)
    }
  }

  private static let examples = 3
  private static let batchSize = 5_000

  /// Compares an index with what a catalog would make of its log.
  ///
  /// - Parameters:
  ///   - index: The index whose tags count as they are.
  ///   - log: The log that the index was made from.
  ///   - catalog: The other catalog.
  ///   - progress: Called after each batch with the number of events done and of all.
  /// - Throws: ``ProjectionError``, ``EventLogError``, or what SQLite reports.
  public init(
    _ index: IndexReader, log: any EventReading, catalog: Catalog,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws {
    guard try log.hash(at: index.checkpoint.sequence) == index.checkpoint.hash else {
      throw ProjectionError.aheadOfLog(
        sequence: index.checkpoint.sequence, head: log.head.sequence)
    }
    let classifier = Classifier(catalog)
    try index.queue.read { db in
      let revisions = try CurrentRevisions(db)
      try log.forEachBatch(after: 0, size: Self.batchSize) { batch in
        guard let last = batch.last?.sequence else { return }
        let current = try revisions.next(upTo: last)
        let events = batch.filter { current[$0.sequence] != nil }
        for event in try [ProjectedEvent](events, classifier) {
          guard let revision = current[event.sequence], let new = event.classification else {
            continue
          }
          compare(revision, with: new)
        }
        progress(last, log.head.sequence)
      }
    }
  }

  private mutating func compare(_ revision: CurrentRevision, with new: Classification) {
    let new = Self.tags(of: new)
    announcements += 1
    let appearing = new.filter { revision.tags[$0.key] == nil }
    let vanishing = revision.tags.filter { new[$0.key] == nil }
    if !appearing.isEmpty || !vanishing.isEmpty { changed += 1 }
    for (tag, words) in appearing { add(tag, appears: true, words, revision) }
    for (tag, words) in vanishing { add(tag, appears: false, words, revision) }
  }

  private mutating func add(
    _ tag: Tag, appears: Bool, _ words: String, _ revision: CurrentRevision
  ) {
    let key = Key(tag: tag, appears: appears)
    var change = found[key] ?? Change(tag: tag, appears: appears)
    change.announcements += 1
    if change.examples.count < Self.examples {
      change.examples.append(
        Example(id: revision.subject, title: revision.title, words: words))
    }
    found[key] = change
  }

  /// Each tag with the words of its first mention.
  private static func tags(of classification: Classification) -> [Tag: String] {
    var tags: [Tag: String] = [:]
    for mention in classification.mentions {
      let tag =
        switch mention.target {
        case .partner(let id): Tag(kind: "partner", target: id, role: mention.role.rawValue)
        case .topic(let id): Tag(kind: "topic", target: id, role: mention.role.rawValue)
        }
      if tags[tag] == nil { tags[tag] = mention.words }
    }
    return tags
  }
}

/// What an announcement says now, and its tags in the index.
private struct CurrentRevision {
  var subject: String
  var title: String
  /// Each tag with the words of its first mention.
  var tags: [WhatIf.Tag: String]
}

/// The current revisions of an index in the order of the log.
private final class CurrentRevisions {
  private let rows: RowCursor
  private let mentions: Statement
  private var pending: Row?

  init(_ db: Database) throws {
    rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.sequence, r.title, a.subject
        FROM revision r JOIN announcement a ON a.id = r.announcement AND a.current = r.id
        WHERE a.withdrawn IS NULL ORDER BY r.id
        """)
    mentions = try db.makeStatement(
      sql: "SELECT kind, target, role, words FROM mention WHERE revision = ? ORDER BY ordinal")
    pending = try rows.next()?.copy()
  }

  /// Those that events up to `sequence` recorded and that were not handed out yet, by their events.
  func next(upTo sequence: Int) throws -> [Int: CurrentRevision] {
    var revisions: [Int: CurrentRevision] = [:]
    while let row = pending, row["sequence"] <= sequence {
      revisions[row["sequence"]] = CurrentRevision(
        subject: row["subject"], title: row["title"], tags: try tags(of: row["id"]))
      pending = try rows.next()?.copy()
    }
    return revisions
  }

  private func tags(of revision: Int64) throws -> [WhatIf.Tag: String] {
    var tags: [WhatIf.Tag: String] = [:]
    for row in try Row.fetchAll(mentions, arguments: [revision]) {
      let tag = WhatIf.Tag(kind: row["kind"], target: row["target"], role: row["role"])
      if tags[tag] == nil { tags[tag] = row["words"] }
    }
    return tags
  }
}
