import ArgumentParser
import Foundation
import Ingestion
import JSONBytes
import Projections

extension Presslog {
  struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List announcements, newest first.",
      usage: "presslog query [<words> ...] [<options>]",
      discussion: """
        Words must all stand in title, summary or text; "a phrase" in quotation marks stands as it \
        is, and begin* is any word that begins so. What is not given does not restrict.

        A partner includes those that it came from, by renaming or merging, unless --strict is given.

        EXAMPLES:
          presslog query --partner ltht --since 2024-01-01
          presslog query --partner wyicb --as-named
          presslog query --topic cancer radiotherapy
          presslog query '"hand transplant"' --format json
          presslog query --partner uol --limit 0 --format csv > uol.csv
        """)

    @Argument(help: "Words to look for.")
    var words: [String] = []

    @Option(help: "A partner's id or name; presslog partners lists them.")
    var partner: String?

    @Flag(help: "The partner alone, without those that it came from.")
    var strict = false

    @Flag(help: "Print partners by the names that they had at the time.")
    var asNamed = false

    @Option(help: "A topic's id; presslog topics lists them.")
    var topic: String?

    @Option(help: "A feed, as ingest names it.")
    var feed: String?

    @Option(help: "From this day or instant on: 2024-01-20, or RFC 3339.")
    var since: DateArgument?

    @Option(help: "Up to this day, all of it, or before this instant.")
    var until: DateArgument?

    @Option(help: "How many at most; 0 is all.")
    var limit = 50

    @Option(help: "table, json, jsonl or csv.")
    var format = ListFormat.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard limit >= 0 else { throw ValidationError("--limit is 0 or more") }
      guard words.isEmpty || query.hasSearchableWords else {
        throw ValidationError("there is no letter and no digit to look for in those words")
      }
    }

    func run() throws {
      let reader = try IndexReader(location.location.index)
      var query = query
      if let partner = try partner.map({ try TargetArgument.partner($0, reader) }) {
        query.partners = [partner] + (strict ? [] : try reader.predecessors(of: partner))
      }
      query.topic = try topic.map { try TargetArgument.topic($0, reader) }
      location.noticeOldIndex(reader)
      let output = ListOutput(format: format, names: asNamed ? try reader.namesInTime() : nil)
      try reader.forEachAnnouncement(query) { output.add($0) }
      output.finish()
    }

    private var query: AnnouncementQuery {
      var query = AnnouncementQuery()
      query.words = words.isEmpty ? nil : words.joined(separator: " ")
      query.feed = feed
      query.since = since?.time
      query.until = until?.end
      query.limit = limit
      return query
    }
  }
}

/// How a list is printed.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case jsonl
  case csv
}

/// A partner or topic as a person names it.
enum TargetArgument {
  static func partner(_ text: String, _ reader: IndexReader) throws -> String {
    try find(text, in: try reader.partnerNames(), "partner")
  }

  static func topic(_ text: String, _ reader: IndexReader) throws -> String {
    try find(text, in: try reader.topicNames(), "topic")
  }

  private static func find(
    _ text: String, in names: [String: String], _ kind: String
  ) throws -> String {
    let wanted = text.lowercased()
    if names[wanted] != nil { return wanted }
    if let target = names.first(where: { $0.value.lowercased() == wanted }) { return target.key }
    let near = names.filter { $0.key.contains(wanted) || $0.value.lowercased().contains(wanted) }
    let hint = near.keys.sorted().prefix(3).joined(separator: ", ")
    throw ValidationError(
      "no \(kind) \(text) is in the index\(hint.isEmpty ? "" : "; perhaps \(hint)");"
        + " presslog \(kind)s lists them")
  }
}
