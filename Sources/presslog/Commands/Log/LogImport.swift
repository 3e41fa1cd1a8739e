import ArgumentParser
import EventLog
import Ingestion
import JSONBytes

extension Presslog.Log {
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "import",
      abstract: "Take over the events that another log exported.",
      usage: "presslog log import <file> | - [<options>]",
      discussion: """
        The lines become part of this log as they are: same numbers, same hashes, same head. Where \
        the log has some of them already they are compared, and the rest is appended; where one \
        differs, nothing is (exit status 65). All is checked before any of it is written. gzip and \
        zstd are recognised.

        EXAMPLES:
          presslog log import events.jsonl.zst
          curl -s https://example.org/events.jsonl.gz | presslog log import -
        """)

    @Argument(help: "A file of JSON Lines, or - for standard input.")
    var file: String

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let input = try ExportInput.open(file)
      OutputFailure.mustFinish()
      let report = try LogImport.run(into: location.location.logDirectory, wait.log, from: input)
      switch format {
      case .table:
        Terminal.output.line("\(report.added) events imported, \(report.present) were there")
        Terminal.output.line("head \(report.head.hash) at event \(report.head.sequence)")
        if report.added > 0 {
          Terminal.notice("presslog rebuild, or the next ingest, indexes them")
        }
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.field("added", report.added)
          writer.field("present", report.present)
          writer.field("sequence", report.head.sequence)
          writer.field("head", report.head.hash.description)
        }
        Terminal.output.line(writer.string)
      }
    }
  }
}
