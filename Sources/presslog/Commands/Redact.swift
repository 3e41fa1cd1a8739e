import ArgumentParser
import Ingestion
import JSONBytes
import Projections

extension Presslog {
  struct Redact: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase the words of an announcement, for good.",
      discussion: """
        An event that says so, and why, is appended to the log; then the words of the announcement \
        are erased from the log, of all its revisions, and the index is made anew without it. The \
        chain of the log stays valid: who noted an earlier head can still check against it. The \
        announcement is closed for ever: a feed that still carries it brings nothing back.

        This cannot be undone. The reason stays and is shown: it should say nothing of what is \
        erased. Backups and other copies are yours to clean; so is what other announcements say, \
        and the name of the feed.

        EXAMPLE:
          presslog redact k3v9x2qa --reason "asked for by the person concerned"
        """)

    @Argument(help: "An announcement's id, or the beginning of it.")
    var id: String

    @Option(help: "Why; it is kept in the log.")
    var reason: String

    @OptionGroup var wait: WaitOptions

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard reason.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("--reason says why, in a few words")
      }
    }

    func run() throws {
      let store = location.location
      guard store.exists else { throw SourceError.notFound(store.path) }
      let progress = Progress("indexing")
      var observer = IngestObserver()
      observer.notice = Terminal.notice
      observer.progress = progress.update
      observer.onWait = Terminal.waiting
      let redactor = try Redactor(
        store, try location.catalog(), wait: wait.duration, observer)
      let found = try IndexReader(store.index).announcementID(beginningWith: id)
      guard let report = try redactor.redact(found, reason: reason) else {
        throw LookupError.unknown(id)
      }
      progress.finish()
      switch format {
      case .table: printForPerson(report)
      case .json: printJSON(report)
      }
    }

    private func printForPerson(_ report: Redactor.Report) {
      let redaction = report.redaction
      if report.wasRedacted {
        RedactionOutput(redaction).printForPerson()
      } else {
        let events = report.erased == 1 ? "1 event" : "\(report.erased) events"
        Terminal.output.line(
          "\(redaction.id): the words of \(events) are erased; event \(redaction.sequence) says so")
        Terminal.output.line("Backups and other copies of the store still hold them.")
      }
    }

    private func printJSON(_ report: Redactor.Report) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.fields(of: report.redaction)
        writer.field("erased", report.erased)
        writer.field("before", report.wasRedacted)
      }
      Terminal.output.line(writer.string)
    }
  }
}
