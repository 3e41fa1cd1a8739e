import JSONBytes
import Projections

/// Prints partners or topics with their figures, the most frequent first.
struct TargetOutput {
  private let name: String
  private let kind: String
  private let format: Presslog.Ingest.Format
  private let all: Bool

  init(named name: String, kind: String, format: Presslog.Ingest.Format, all: Bool) {
    self.name = name
    self.kind = kind
    self.format = format
    self.all = all
  }

  func write(_ counts: [TargetCount]) {
    let shown =
      counts
      .filter { all || format == .json || $0.announcements > 0 }
      .sorted { ($1.announcements, $0.id) < ($0.announcements, $1.id) }
    switch format {
    case .table: writeTable(shown)
    case .json: writeJSON(shown)
    }
  }

  private func writeTable(_ counts: [TargetCount]) {
    var table = TextTable("ID", "ANNOUNCEMENTS", "PUBLISHED", "NEWEST", kind.uppercased(), "NAME")
    for count in counts {
      table.add(
        count.id, String(count.announcements), String(count.published), count.newest?.day ?? "",
        count.kind, count.name)
    }
    table.write(to: .output)
    if table.isEmpty { Terminal.notice("no announcement has any of the \(name); --all lists them") }
  }

  private func writeJSON(_ counts: [TargetCount]) {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key(name)
      writer.array { writer in
        for count in counts {
          writer.object { writer in
            writer.field("id", count.id)
            writer.field("name", count.name)
            writer.field(kind, count.kind)
            writer.field("announcements", count.announcements)
            writer.field("published", name == "partners" ? count.published : nil)
            writer.field("newest", count.newest?.rfc3339)
          }
        }
      }
    }
    Terminal.output.line(writer.string)
  }
}
