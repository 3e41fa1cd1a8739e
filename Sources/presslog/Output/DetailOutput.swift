import JSONBytes
import Projections

/// Prints one announcement.
struct DetailOutput {
  private let announcement: AnnouncementDetail
  private let names: TargetNames
  private let terminal = Terminal.output
  private static let maximumWidth = 100

  init(_ announcement: AnnouncementDetail, _ names: TargetNames) {
    self.announcement = announcement
    self.names = names
  }

  private var width: Int { min(terminal.width, Self.maximumWidth) }

  // MARK: For a person

  func printForPerson(why: Bool, history: Bool) throws {
    let summary = announcement.summary
    terminal.line(terminal.bold(summary.title.isEmpty ? "(no title)" : summary.title.printable))
    row("id", summary.id)
    row("published", dateLine)
    row("publisher", summary.publisher.map(names.partner))
    row("link", summary.link)
    row("feed", summary.feed)
    row("recorded", "\(summary.recorded.rfc3339), revision \(summary.revision)")
    if announcement.isWithdrawn { row("withdrawn", "by its publisher") }
    row("authors", announcement.authors.joined(separator: ", "))
    row("categories", announcement.categories.joined(separator: ", "))
    for partner in summary.partners {
      row("partner", "\(names.partner(partner.id)): \(partner.roles.joined(separator: ", "))")
    }
    row("topics", summary.topics.map(names.topic).joined(separator: ", "))
    terminal.line()
    if history {
      printHistory()
    } else {
      terminal.line(announcement.text.printable.wrapped(to: width))
    }
    if why { printEvidence() }
  }

  private func row(_ name: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    let label = name + String(repeating: " ", count: max(0, 12 - name.count))
    terminal.line("\(terminal.dim(label))\(value.printable)")
  }

  private var dateLine: String {
    guard let current = announcement.revisions.last else { return "" }
    var line = current.published?.rfc3339 ?? "not known"
    if let raw = current.publishedRaw { line += " (\"\(raw)\"" }
    if let source = current.publishedSource { line += ", from the \(source))" }
    if let flag = current.publishedFlag { line += ", doubtful: \(flag)" }
    return line
  }

  private func printEvidence() {
    terminal.line()
    terminal.line(terminal.bold("Why these tags"))
    for mention in announcement.mentions {
      let name =
        mention.kind == "partner" ? names.partner(mention.target) : names.topic(mention.target)
      terminal.line("\(name): \(mention.role), by the \(mention.rule) \"\(mention.name)\"")
      let place = "\(mention.field), bytes \(mention.start) to \(mention.end)"
      terminal.line(
        "  \(terminal.dim(place))  \(Excerpt(mention, of: announcement).text(terminal))")
    }
    for passage in announcement.removed {
      terminal.line(
        terminal.dim("left out as boilerplate by rule \(passage.rule): ")
          + passage.words.printable.split(whereSeparator: \.isNewline).joined(separator: " ")
          .shortened(to: 60))
    }
  }

  private func printHistory() {
    var before: [Substring] = []
    for revision in announcement.revisions {
      let facts = "recorded \(revision.recorded.rfc3339) as event \(revision.sequence)"
      terminal.line(terminal.bold("Revision \(revision.number)") + ", " + facts)
      if revision.reason == "parser" {
        terminal.line(
          terminal.dim("  read anew from the same characters; no edit by the publisher"))
      }
      terminal.line(terminal.dim("  in the document with SHA-256 \(revision.document)"))
      let paragraphs =
        [revision.title.printable[...]] + revision.text.printable.split(separator: "\n")
      printChanges(from: before, to: paragraphs)
      before = paragraphs
      terminal.line()
    }
  }

  /// The paragraphs that came and went; of the first revision all.
  private func printChanges(from old: [Substring], to new: [Substring]) {
    if old.isEmpty {
      for paragraph in new {
        terminal.line(String(paragraph).wrapped(to: width, indentation: "  "))
      }
      return
    }
    for change in new.difference(from: old) {
      switch change {
      case .remove(_, let paragraph, _):
        terminal.line(terminal.deleted("- " + paragraph))
      case .insert(_, let paragraph, _): terminal.line(terminal.added("+ " + paragraph))
      }
    }
  }

  // MARK: For a program

  func printJSON() {
    var writer = JSONWriter()
    writer.object { writer in
      writer.fields(of: announcement.summary)
      writer.field("text", announcement.text)
      writer.field("authors", announcement.authors)
      writer.field("categories", announcement.categories)
      writer.field("withdrawn", announcement.isWithdrawn ? true : nil)
      writer.array("revisions", announcement.revisions) { $0.revision($1) }
      writer.key("mentions")
      writer.array { writer in announcement.mentions.forEach { writer.mention($0) } }
      writer.array("removed", announcement.removed) { writer, passage in
        writer.object { writer in
          writer.field("rule", passage.rule)
          writer.field("words", passage.words)
        }
      }
    }
    terminal.line(writer.string)
  }
}

extension JSONWriter {
  fileprivate mutating func revision(_ revision: AnnouncementDetail.RevisionDetail) {
    object { writer in
      writer.field("revision", revision.number)
      writer.field("sequence", revision.sequence)
      writer.field("recorded", revision.recorded.rfc3339)
      writer.field("published", revision.published?.rfc3339)
      writer.field("publishedRaw", revision.publishedRaw)
      writer.field("publishedSource", revision.publishedSource)
      writer.field("publishedFlag", revision.publishedFlag)
      writer.field("title", revision.title)
      writer.field("summary", revision.summary)
      writer.field("text", revision.text)
      writer.field("link", revision.link)
      writer.field("document", revision.document)
      writer.field("reason", revision.reason)
    }
  }

  fileprivate mutating func mention(_ mention: AnnouncementDetail.MentionDetail) {
    object { writer in
      writer.field(mention.kind, mention.target)
      writer.field("role", mention.role)
      writer.field("field", mention.field)
      writer.field("start", mention.start)
      writer.field("end", mention.end)
      writer.field("words", mention.words)
      writer.field("name", mention.name)
      writer.field("rule", mention.rule)
    }
  }
}
