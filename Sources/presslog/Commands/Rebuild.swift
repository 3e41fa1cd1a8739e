import ArgumentParser
import EventLog
import Ingestion
import JSONBytes
import Projections

extension Presslog {
  struct Rebuild: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make the indexes anew from the log.",
      discussion: """
        The log is the truth and the indexes are its shadow: they may be deleted at any time. A new \
        index is filled beside the old one, checked, and put in its place at once; whoever reads \
        goes on with the old one until then. The digest is the same for one log and one catalog, \
        however the index came about; presslog verify prints it too.

        An index that has read an event which the log does not hold is kept, and the exit status is \
        74: events were lost, or the log was replaced. Put the log back from a backup. Where there is \
        none, --accept-loss records in the log what is lost, and makes the index from what there is.

        --what-if changes nothing: it classifies the log with the catalog of --feeds and lists the tags \
        that would appear and vanish, with examples.

        EXAMPLES:
          rm -r Store/projections && presslog rebuild
          presslog rebuild --what-if --feeds Feeds.new
        """)

    @OptionGroup var wait: WaitOptions

    @Flag(help: "Go on although the log lacks what the index has read, and record that in the log.")
    var acceptLoss = false

    @Flag(help: "Only say which tags would appear and vanish.")
    var whatIf = false

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard !whatIf || !acceptLoss else {
        throw ValidationError("--what-if changes nothing, and --accept-loss does")
      }
    }

    func run() throws {
      if whatIf { try compare() } else { try rebuild() }
    }

    private func compare() throws {
      let catalog = try location.catalog()
      let store = try location.existing()
      let progress = Progress("comparing")
      let output = WhatIfOutput(
        try WhatIf(
          IndexReader(store.index), log: store.log().intact(), catalog: catalog,
          progress: progress.update))
      progress.finish()
      switch format {
      case .table: output.printForPerson()
      case .json: output.printJSON()
      }
    }

    private func rebuild() throws {
      let catalog = try location.catalog()
      let started = ContinuousClock.now
      let progress = Progress("rebuilding")
      var options = IndexWriter.Options()
      options.wait = wait.duration
      options.onWait = Terminal.waiting
      options.progress = progress.update
      let store = try location.existing()
      if acceptLoss {
        if let loss = try store.acceptLoss(wait.log) {
          Terminal.notice(
            "recorded in the log: the index had read event \(loss.checkpoint.sequence), and the log"
              + " ended at \(loss.head.sequence) without it")
          options.acceptsLoss = true
        }
      }
      let report = try store.index.rebuild(
        catalog: catalog, log: { try store.log().intact() }, options)
      progress.finish()
      let seconds = (ContinuousClock.now - started).seconds
      switch format {
      case .table:
        Terminal.output.line(
          "\(report.events) events read, \(report.announcements) announcements indexed"
            + " in \(seconds.formatted(digits: 2)) s")
        Terminal.output.line("digest \(report.digest)")
      case .json:
        var writer = JSONWriter()
        writer.object { writer in
          writer.field("events", report.events)
          writer.field("announcements", report.announcements)
          writer.field("digest", report.digest)
          writer.key("seconds")
          writer.value(seconds, digits: 3)
        }
        Terminal.output.line(writer.string)
      }
    }
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension Double {
  fileprivate func formatted(digits: Int) -> String {
    var writer = JSONWriter()
    writer.value(self, digits: digits)
    return writer.string
  }
}
