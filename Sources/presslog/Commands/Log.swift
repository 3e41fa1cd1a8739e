import ArgumentParser
import EventLog
import Ingestion
import JSONBytes

extension Presslog {
  struct Log: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look into the log itself.",
      discussion: """
        The log is a folder of JSON Lines, one CloudEvents event a line, so tail, grep and jq work on \
        it too.

        EXAMPLES:
          presslog log stats
          presslog log cat --from 100 | jq .data.title
        """,
      subcommands: [Stats.self, Cat.self])

    struct Stats: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Print the figures of the log.",
        discussion: """
          EXAMPLE:
            presslog log stats --format json
          """)

      @Option(help: "table or json.")
      var format = Ingest.Format.table

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

    struct Cat: ParsableCommand {
      static let configuration = CommandConfiguration(
        abstract: "Print the events as they stand in the log.",
        discussion: """
          EXAMPLE:
            presslog log cat --from 1 | head -1 | jq .
          """)

      @Option(help: "The number of the first event.")
      var from = 1

      @OptionGroup var location: StoreOptions

      func validate() throws {
        guard from >= 1 else { throw ValidationError("--from is 1 or more") }
      }

      func run() throws {
        try location.location.log().forEachLine(after: from - 1) { line in
          Terminal.output.write(Array(line))
        }
      }
    }
  }
}
