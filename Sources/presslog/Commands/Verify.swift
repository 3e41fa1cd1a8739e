import ArgumentParser
import EventLog
import Ingestion
import JSONBytes
import Projections

extension Presslog {
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the whole log, and that the index has read it.",
      discussion: """
        Every byte of the log is read: checksums, data hashes, the chain from the first event to the \
        last, seals, numbers, times and ids. Note the head that it prints: who has an earlier head \
        can tell whether the log was altered since. Of the index it is checked that it has read this \
        very log; a rebuild that gives the same digest proves its content.

        Exit status 74 where anything is wrong; nothing is changed.

        EXAMPLE:
          presslog verify --format json
        """)

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let store = location.location
      guard store.exists else { throw SourceError.notFound(store.path) }
      let log = try LogReader.verify(store.logDirectory)
      let index = try IndexCheck(store, log)
      let problems = log.problems.map(\.description) + index.problems
      switch format {
      case .table: printForPerson(log, index, problems)
      case .json: printJSON(log, index, problems)
      }
      if !problems.isEmpty { throw ExitStatus.diskError.code }
    }

    private func printForPerson(
      _ log: LogVerification, _ index: IndexCheck, _ problems: [String]
    ) {
      let output = Terminal.output
      let statistics = log.statistics
      let segments = statistics.segments == 1 ? "segment" : "segments"
      output.line(
        "events    \(statistics.events) in \(statistics.segments) \(segments),"
          + " \(statistics.bytes) bytes")
      output.line("head      \(statistics.head.hash)")
      if let first = statistics.first, let last = statistics.last {
        output.line("recorded  \(first) to \(last)")
      }
      if let digest = index.digest {
        output.line("index     at event \(index.sequence), digest \(digest)")
      } else {
        output.line("index     none; presslog rebuild makes it")
      }
      if log.tornBytes > 0 {
        output.line(
          "tail      \(log.tornBytes) bytes of an unfinished write; the next ingest cuts them off")
      }
      for problem in problems { output.line("problem   \(problem)") }
      output.line(
        problems.isEmpty ? "everything is as it was written" : "\(problems.count) problems")
    }

    private func printJSON(_ log: LogVerification, _ index: IndexCheck, _ problems: [String]) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("ok", problems.isEmpty)
        writer.field("events", log.statistics.events)
        writer.field("head", log.statistics.head.hash.description)
        writer.field("segments", log.statistics.segments)
        writer.field("first", log.statistics.first)
        writer.field("last", log.statistics.last)
        if let digest = index.digest {
          writer.object("projection") { writer in
            writer.field("sequence", index.sequence)
            writer.field("digest", digest)
            writer.field("matches", index.matches)
          }
        }
        writer.key("problems")
        writer.array { writer in problems.forEach { writer.value($0) } }
      }
      Terminal.output.line(writer.string)
    }
  }
}

/// The index held against the log.
private struct IndexCheck {
  var sequence = 0
  /// Nil where there is no index.
  var digest: String?
  /// Whether the log holds what the index has read.
  var matches = true
  var problems: [String] = []

  init(_ store: Store, _ log: LogVerification) throws {
    guard store.index.current != nil else { return }
    let reader: IndexReader
    do {
      reader = try IndexReader(store.index)
      digest = try reader.digest()
    } catch {
      matches = false
      problems.append("the index: \(ExitStatus.message(of: error)); presslog rebuild makes it anew")
      return
    }
    sequence = reader.checkpoint.sequence
    guard log.problems.isEmpty else { return }
    matches = try store.log().hash(at: sequence) == reader.checkpoint.hash
    if !matches {
      problems.append(
        "the index has read event \(sequence), which the log does not hold: events were lost or the"
          + " log was replaced; put the log back from a backup")
    }
  }
}
