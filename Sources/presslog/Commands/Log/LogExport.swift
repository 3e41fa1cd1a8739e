public import ArgumentParser
public import Compression
import EventLog
import Ingestion

extension Presslog.Log {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the events as JSON Lines, compressed if you like.",
      discussion: """
        The lines are those of the log, byte by byte, so that an import gives the same log with the \
        same head. A file is there whole or not at all; its name may say how it is compressed: .gz \
        or .zst.

        EXAMPLES:
          presslog log export --to events.jsonl.zst
          presslog log export --from 100 | jq .data.title
          presslog log export --compress gzip | ssh host presslog log import -
        """)

    @Option(help: "The number of the first event.")
    var from = 1

    @Option(help: "The file to write (default: standard output).")
    var to: String?

    @Option(help: "gzip or zstd.")
    var compress: CompressionFormat?

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard from >= 1 else { throw ValidationError("--from is 1 or more") }
      guard to?.isEmpty != true else { throw ValidationError("--to names a file") }
    }

    func run() throws {
      let log = try location.existing().log()
      let format = compress ?? to.flatMap { CompressionFormat(suffixOf: $0) }
      let output = try ExportOutput(to: to, format)
      let progress = Progress("exporting")
      var exported = from - 1
      let lines = Result {
        try log.forEachLine(after: from - 1) { line in
          try output.append(line)
          exported += 1
          progress.update(exported, of: log.head.sequence)
        }
      }
      progress.finish()
      // Standard output gets what stands before a damage; a file is whole or not there.
      if to != nil { try lines.get() }
      try output.finish()
      try lines.get()
    }
  }
}

extension CompressionFormat: ExpressibleByArgument {}
