import ArgumentParser
import EventLog
import Ingestion

extension Presslog.Log {
  struct Cat: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the events as they stand in the log.",
      discussion: """
        A damaged event ends it with exit status 74, after the events before it. --skip-damaged goes \
        on behind it, says on standard error which events cannot be read, and ends with 74 all the \
        same.

        EXAMPLE:
          presslog log cat --from 1 | head -1 | jq .
        """)

    @Option(help: "The number of the first event.")
    var from = 1

    @Flag(help: "Go on behind what is damaged.")
    var skipDamaged = false

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard from >= 1 else { throw ValidationError("--from is 1 or more") }
    }

    func run() throws {
      let print = { (line: ArraySlice<UInt8>) in Terminal.output.write(Array(line)) }
      if skipDamaged {
        let skipped = SkippedDamage()
        try SalvageReader(location.location.logDirectory).forEachLine(
          after: from - 1, skipped: skipped.tell, print)
        try skipped.end()
      } else {
        try location.location.log().forEachLine(after: from - 1, print)
      }
    }
  }
}
