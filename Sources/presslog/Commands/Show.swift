import ArgumentParser
import Ingestion
import Projections

extension Presslog {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one announcement.",
      discussion: """
        An id may be shortened as long as it stays unique; query prints ids. --why shows the evidence \
        of each tag: the words, where they stand, and the entry of the catalog that matched. \
        --history shows what was changed, when it was recorded, and in which event of the log. Of an \
        announcement that was redacted it shows when and why.

        EXAMPLES:
          presslog show k3v9x2qa
          presslog show k3v9x2qa --why
          presslog show k3v9x2qa --history
        """)

    @Argument(help: "An announcement's id, or the beginning of it.")
    var id: String

    @Flag(help: "Show the evidence of the tags.")
    var why = false

    @Flag(help: "Show every revision.")
    var history = false

    @Option(help: "table or json; json always holds everything.")
    var format = Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let reader = try IndexReader(location.location.index)
      let found = try reader.announcementID(beginningWith: id)
      if let redaction = try reader.redaction(of: found) {
        let output = RedactionOutput(redaction)
        switch format {
        case .json: output.printJSON()
        case .table: output.printForPerson()
        }
        return
      }
      guard let announcement = try reader.announcement(found) else {
        throw LookupError.unknown(id)
      }
      location.noticeOldIndex(reader)
      let output = DetailOutput(announcement, try TargetNames(reader))
      switch format {
      case .json: output.printJSON()
      case .table: try output.printForPerson(why: why, history: history)
      }
    }
  }
}
