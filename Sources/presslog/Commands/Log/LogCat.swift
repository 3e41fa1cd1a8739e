import ArgumentParser
import EventLog
import Ingestion

extension Presslog.Log {
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
