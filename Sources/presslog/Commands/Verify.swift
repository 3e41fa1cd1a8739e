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
        last, seals, numbers, times and ids, and the indexes beside the segments. Note the head that \
        it prints: with --head it proves later that the log extends the one of today, and that \
        nothing in that was altered. Of the index it is checked that it has read this very log; a \
        rebuild that gives the same digest proves its content.

        Exit status 74 where anything is wrong; nothing is changed.

        EXAMPLES:
          presslog verify --format json
          presslog verify --head "$NOTED"
        """)

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    @Option(help: "A head that was noted earlier, 64 hexadecimal digits.")
    var head: String?

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard head.map({ EventHash($0) != nil }) ?? true else {
        throw ValidationError("--head is 64 hexadecimal digits in lower case")
      }
    }

    func run() throws {
      let store = location.location
      guard store.exists else { throw SourceError.notFound(store.path) }
      let progress = Progress("verifying")
      let log = try LogReader.verify(
        store.logDirectory, lookingFor: head.flatMap { EventHash($0) }, progress: progress.update)
      progress.finish()
      let index = try IndexCheck(store, log)
      var problems = log.problems.map(\.description) + index.problems
      if let head, log.noted == nil {
        problems.append(
          "\(head) is not in this chain: the log does not extend the one whose head that was")
      }
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
      if let noted = log.noted {
        output.line("extends   event \(noted.sequence), recorded \(noted.time ?? "never")")
      }
      if log.tornBytes > 0 {
        output.line(
          "tail      \(log.tornBytes) bytes of an unfinished write; the next ingest cuts them off")
      }
      for note in log.notes { output.line("note      \(note)") }
      for problem in problems { output.line("problem   \(problem)") }
      output.line(
        "checked   checksums, data hashes, chain, seals, numbers, times, ids"
          + (index.matches == nil ? "" : ", the index against the log"))
      output.line(
        problems.isEmpty
          ? "everything is as it was written"
          : "\(problems.count) \(problems.count == 1 ? "problem" : "problems")")
    }

    private func printJSON(_ log: LogVerification, _ index: IndexCheck, _ problems: [String]) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("ok", problems.isEmpty)
        writer.field("events", log.statistics.events)
        writer.field("head", log.statistics.head.hash.description)
        writer.field("segments", log.statistics.segments)
        writer.field("bytes", log.statistics.bytes)
        writer.field("first", log.statistics.first)
        writer.field("last", log.statistics.last)
        if let digest = index.digest {
          writer.object("projection") { writer in
            writer.field("sequence", index.sequence)
            writer.field("digest", digest)
            writer.field("matches", index.matches)
          }
        }
        if let noted = log.noted {
          writer.object("noted") { writer in
            writer.field("sequence", noted.sequence)
            writer.field("time", noted.time)
          }
        }
        writer.field("notes", log.notes)
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
  /// Whether the log holds what the index has read; nil where that was not checked, because of
  /// problems of the log.
  var matches: Bool?
  var problems: [String] = []

  init(_ store: Store, _ log: LogVerification) throws {
    guard try store.index.current != nil else { return }
    let reader: IndexReader
    do {
      reader = try IndexReader(store.index)
      digest = try reader.digest()
    } catch {
      problems.append("the index: \(ExitStatus.message(of: error)); presslog rebuild makes it anew")
      return
    }
    sequence = reader.checkpoint.sequence
    guard log.problems.isEmpty else { return }
    matches = try store.log().hash(at: sequence) == reader.checkpoint.hash
    if matches == false {
      problems.append(
        "the index has read event \(sequence), which the log does not hold: events were lost or the"
          + " log was replaced; put the log back from a backup")
    }
  }
}
