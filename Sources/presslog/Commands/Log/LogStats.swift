import ArgumentParser
import EventLog
import Ingestion
import JSONBytes

extension Presslog.Log {
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the figures of the log.",
      discussion: """
        EXAMPLE:
          presslog log stats --format json
        """)

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let log = try location.location.log()
      let statistics = try log.statistics()
      switch format {
      case .table:
        let output = Terminal.output
        output.line("events    \(statistics.events)")
        output.line("segments  \(statistics.segments)")
        output.line("bytes     \(statistics.bytes)")
        output.line("head      \(statistics.head.hash)")
        output.line("first     \(statistics.first ?? "none")")
        output.line("last      \(statistics.last ?? "none")")
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.field("events", statistics.events)
          writer.field("segments", statistics.segments)
          writer.field("bytes", statistics.bytes)
          writer.field("head", statistics.head.hash.description)
          writer.field("first", statistics.first)
          writer.field("last", statistics.last)
        }
        Terminal.output.line(writer.string)
      }
      _ = try log.intact()  // the figures are of what can be read; damage is said after them
    }
  }
}
