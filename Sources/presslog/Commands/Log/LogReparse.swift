import ArgumentParser
import Catalog
import EventLog
import Ingestion
import JSONBytes

extension Presslog.Log {
  struct Reparse: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare the announcements with what today's parser reads.",
      discussion: """
        The log keeps the characters of each entry as they were received. They are read again, and \
        each field that comes out otherwise is printed. --append records these as revisions that \
        are marked as the parser's own: no edits by the publisher.

        EXAMPLE:
          presslog log reparse --format json | jq .differences
        """)

    @Flag(help: "Append what is read today as revisions.")
    var append = false

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let store = location.location
      guard store.exists else { throw SourceError.notFound(store.path) }
      var differences: [ReparseDifference] = []
      let reparse = Ingestion.Reparse(store) { difference in
        switch format {
        case .table: Self.print(difference)
        case .json: differences.append(difference)
        }
      }
      let report = try append ? self.append(reparse) : reparse.compare()
      if format == .json { Self.printJSON(report, differences) } else { Self.print(report) }
    }

    private func append(_ reparse: Ingestion.Reparse) throws -> Ingestion.Reparse.Report {
      var options = IngestOptions()
      options.wait = wait.duration
      var observer = IngestObserver()
      observer.onWait = Terminal.waiting
      observer.notice = Terminal.notice
      return try reparse.append(try location.catalog(), options, observer)
    }

    private static func print(_ difference: ReparseDifference) {
      let output = Terminal.output
      output.line("\(difference.id) \(difference.field)")
      output.line("  before  \((difference.before ?? "nothing").printable)")
      output.line("  after   \((difference.after ?? "nothing").printable)")
    }

    private static func print(_ report: Ingestion.Reparse.Report) {
      var line = "\(report.compared) announcements read again, \(report.different) differ"
      if report.passedOver > 0 { line += ", \(report.passedOver) passed over" }
      if report.appended > 0 { line += ", \(report.appended) revisions appended" }
      Terminal.output.line(line)
      if report.assumed > 0 {
        Terminal.notice(
          "\(report.assumed) were recorded without the markup around them, which was made up from"
            + " the format and the link of the feed: it may itself make a difference")
      }
    }

    private static func printJSON(
      _ report: Ingestion.Reparse.Report, _ differences: [ReparseDifference]
    ) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("compared", report.compared)
        writer.field("different", report.different)
        writer.field("assumedEnvelopes", report.assumed)
        writer.field("passedOver", report.passedOver)
        writer.field("appended", report.appended)
        writer.key("differences")
        writer.array { writer in
          for difference in differences {
            writer.object { writer in
              writer.field("id", difference.id)
              writer.field("field", difference.field)
              writer.field("before", difference.before)
              writer.field("after", difference.after)
            }
          }
        }
      }
      Terminal.output.line(writer.string)
    }
  }
}
