import ArgumentParser
import EventLog
import Foundation
import Ingestion
import JSONBytes
import Projections

extension Presslog.Log {
  struct Repair: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put back what is damaged or missing in the log, from another copy.",
      discussion: """
        The copy is a backup, another store, the folder of a log, or an export; it may be damaged \
        itself, as long as it is so elsewhere. A line is taken only where the log's chain of hashes \
        demands this very line, so a wrong copy does no harm. No event is ever dropped: where \
        something stays missing its numbers are said, nothing is changed, and the exit status is 74.

        Without --from, lines that lost their order, seals and indexes are made anew from what is \
        there. Files as they were are kept in the store's quarantine/.

        EXAMPLES:
          presslog log repair --from /backup/presslog --dry-run
          presslog log repair --from events.jsonl.zst
        """)

    @Option(help: "A backup, a store, the folder of a log, a file that was exported, or -.")
    var from: String?

    @Flag(help: "Say only what would be done.")
    var dryRun = false

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard from?.isEmpty != true else { throw ValidationError("--from names a folder or a file") }
    }

    func run() throws {
      let store = from == nil ? try location.existing() : location.location
      let source = try from.map(ExportInput.repairSource)
      var options = wait.log
      options.checkpoint = Self.checkpoint(of: store)
      OutputFailure.mustFinish()
      let report = try LogRepair.run(
        store.logDirectory, from: source, isDryRun: dryRun, options)
      switch format {
      case .table: printForPerson(report)
      case .json: printJSON(report)
      }
    }

    private func printForPerson(_ report: RepairReport) {
      let output = Terminal.output
      for action in report.actions { output.line(action.description) }
      let count = report.actions.count
      let files = count == 1 ? "file" : "files"
      output.line(
        count == 0
          ? "nothing to repair" : "\(count) \(files) \(dryRun ? "would be repaired" : "repaired")")
      output.line("head \(report.head.hash) at event \(report.head.sequence)")
    }

    private func printJSON(_ report: RepairReport) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.field("dryRun", dryRun)
        writer.key("repaired")
        writer.array { writer in
          for action in report.actions {
            writer.object { writer in
              writer.field("kind", action.kind.rawValue)
              writer.field("file", action.file)
              writer.key("taken")
              writer.array { writer in
                for range in action.taken {
                  writer.object { writer in
                    writer.field("first", range.lowerBound)
                    writer.field("last", range.upperBound)
                  }
                }
              }
              writer.field("kept", action.kept)
            }
          }
        }
        writer.field("sequence", report.head.sequence)
        writer.field("head", report.head.hash.description)
      }
      Terminal.output.line(writer.string)
    }

    /// How far the index has read, which was durable; nil where no index can tell.
    private static func checkpoint(of store: Store) -> LogPosition? {
      // An index that cannot be read is made anew from the repaired log.
      try? IndexReader(store.index).checkpoint
    }
  }
}
