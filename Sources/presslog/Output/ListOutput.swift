import JSONBytes
import Projections

/// Prints a list of announcements as it is read.
final class ListOutput {
  private let format: ListFormat
  /// Partners are printed by their names of the time where there are any, else by their ids.
  private let names: NamesInTime?
  private var table = TextTable("DATE", "ID", "PUBLISHER", "TITLE", "TAGS")
  private var json = JSONWriter()
  private var count = 0

  /// The columns of a title in a table on a terminal.
  private static let titleWidth = 64

  init(format: ListFormat, names: NamesInTime? = nil) {
    self.format = format
    self.names = names
    if format == .csv {
      Terminal.output.write(
        csvRow([
          "id", "published", "recorded", "publisher", "title", "link", "partners", "topics",
          "summary", "feed", "revision",
        ]))
    }
  }

  func add(_ announcement: AnnouncementSummary) {
    count += 1
    switch format {
    case .table: addRow(announcement)
    case .csv: Terminal.output.write(row(announcement))
    case .json:
      if count > 1 { json.removeAll() }
      json.announcement(announcement, names)
      Terminal.output.write(count == 1 ? "{\"announcements\":[" : ",")
      Terminal.output.write(json.bytes)
    case .jsonl:
      json.removeAll()
      json.announcement(announcement, names)
      Terminal.output.line(json.string)
    }
  }

  func finish() {
    switch format {
    case .table:
      table.write(to: .output)
      if table.isEmpty { Terminal.notice("no announcement matches") }
    case .json: Terminal.output.line(count == 0 ? "{\"announcements\":[]}" : "]}")
    case .jsonl, .csv: break
    }
  }

  private func addRow(_ announcement: AnnouncementSummary) {
    let partners = partners(of: announcement, without: announcement.publisher)
    let tags =
      partners.joined(separator: names == nil ? " " : "; ")
      + (announcement.topics.isEmpty ? "" : " · ")
    let title = announcement.title.isEmpty ? "(no title)" : announcement.title
    table.add(
      (announcement.published ?? announcement.recorded).day, String(announcement.id.prefix(8)),
      announcement.publisher.map { name($0, announcement) } ?? "",
      title.shortened(to: Self.titleWidth),
      (tags + announcement.topics.joined(separator: " ")).trimmingSpaces)
  }

  private func partners(
    of announcement: AnnouncementSummary, without other: String?
  ) -> [String] {
    announcement.partners.map(\.id).filter { $0 != other }.map { name($0, announcement) }
  }

  private func name(_ partner: String, _ announcement: AnnouncementSummary) -> String {
    names?.name(of: partner, at: announcement.published ?? announcement.recorded) ?? partner
  }

  private func row(_ announcement: AnnouncementSummary) -> String {
    csvRow([
      announcement.id, announcement.published?.rfc3339 ?? "", announcement.recorded.rfc3339,
      announcement.publisher.map { name($0, announcement) } ?? "", announcement.title,
      announcement.link ?? "",
      partners(of: announcement, without: nil).joined(separator: names == nil ? " " : "; "),
      announcement.topics.joined(separator: " "), announcement.summary, announcement.feed,
      String(announcement.revision),
    ])
  }
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}

extension JSONWriter {
  /// Writes an announcement as a line of a list.
  mutating func announcement(_ announcement: AnnouncementSummary, _ names: NamesInTime? = nil) {
    object { $0.fields(of: announcement, names) }
  }

  /// Writes the fields that a list and a single announcement share.
  mutating func fields(of announcement: AnnouncementSummary, _ names: NamesInTime? = nil) {
    let time = announcement.published ?? announcement.recorded
    field("id", announcement.id)
    field("title", announcement.title)
    field("link", announcement.link)
    field("published", announcement.published?.rfc3339)
    field("recorded", announcement.recorded.rfc3339)
    field("feed", announcement.feed)
    field("publisher", announcement.publisher)
    field("revision", announcement.revision)
    field("summary", announcement.summary)
    key("partners")
    array { writer in
      for partner in announcement.partners {
        writer.object { writer in
          writer.field("id", partner.id)
          writer.field("name", names?.name(of: partner.id, at: time))
          writer.field("roles", partner.roles)
        }
      }
    }
    key("topics")
    array { writer in announcement.topics.forEach { writer.value($0) } }
  }
}
