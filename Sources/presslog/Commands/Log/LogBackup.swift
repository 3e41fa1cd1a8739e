import ArgumentParser
import EventLog
import Foundation
import Ingestion
import JSONBytes

extension Presslog.Log {
  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copy the log into another folder, beside whoever writes it.",
      discussion: """
        The folder becomes a store with nothing but a log: presslog verify --store FOLDER checks it, \
        and to restore it is copied back, cp -r FOLDER/log Store/log. A second backup into it \
        copies what is new, and what a redaction wrote anew. A folder that holds another log, or \
        later events, is left alone.

        EXAMPLES:
          presslog log backup /backup/presslog
          presslog verify --store /backup/presslog
        """)

    @Argument(help: "The folder of the backup.")
    var folder: String

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard !folder.isEmpty, Self.real(folder) != Self.real(location.location.path) else {
        throw ValidationError("the backup goes into another folder than the store")
      }
    }

    func run() throws {
      let store = try location.existing()
      OutputFailure.mustFinish()
      let target = Store(folder)
      let report = try LogBackup.run(
        from: store.logDirectory, to: target.logDirectory, wait.log)
      switch format {
      case .table:
        let output = Terminal.output
        output.line(
          "\(report.events) new \(report.events == 1 ? "event" : "events"), \(report.segments)"
            + " \(report.segments == 1 ? "segment" : "segments") copied, \(report.bytes) bytes")
        output.line("head \(report.head.hash) at event \(report.head.sequence)")
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.field("events", report.events)
          writer.field("segments", report.segments)
          writer.field("bytes", report.bytes)
          writer.field("sequence", report.head.sequence)
          writer.field("head", report.head.hash.description)
        }
        Terminal.output.line(writer.string)
      }
    }

    private static func real(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
    }
  }
}
