import ArgumentParser
import Dispatch
import EventLog
import Glibc
import Ingestion

extension Presslog.Log {
  struct Tail: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the last events as they stand in the log, and those that come.",
      discussion: """
        With --follow it goes on with each event once that is on disk, until it is interrupted or \
        nobody reads what it prints. A log that is not there yet is waited for.

        EXAMPLE:
          presslog log tail -n 0 -f | jq --unbuffered -r .data.title
        """)

    @Option(name: [.customShort("n"), .long], help: "How many events.")
    var number = 10

    @Flag(name: [.customShort("f"), .long], help: "Go on with the events that come.")
    var follow = false

    @Flag(help: "Go on behind what is damaged.")
    var skipDamaged = false

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard number >= 0 else { throw ValidationError("-n is 0 or more") }
    }

    func run() throws {
      let directory = location.location.logDirectory
      let log = try SalvageReader(directory)
      let start = max(0, log.durable - number)
      let print = { (line: ArraySlice<UInt8>) in Terminal.output.write(Array(line)) }
      let skipped = SkippedDamage()
      let skip = { (damage: Damage) in
        guard skipDamaged else { throw EventLogError.corrupt(damage) }
        skipped.tell(damage)
      }
      if follow {
        let follower = try LogFollower(directory, after: start, endingWith: STDOUT_FILENO)
        let signals = Self.cancelling(follower)
        defer { signals.forEach { $0.cancel() } }
        try follower.followLines(skipped: skip, print)
      } else {
        try log.forEachLine(after: start, skipped: skip, print)
      }
      try skipped.end()
    }

    /// Ends the follower where the process is asked to end.
    private static func cancelling(_ follower: LogFollower) -> [any DispatchSourceSignal] {
      [SIGINT, SIGTERM].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { follower.cancel() }
        source.resume()
        return source
      }
    }
  }
}
