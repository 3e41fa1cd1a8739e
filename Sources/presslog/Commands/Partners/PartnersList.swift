import ArgumentParser
import Ingestion
import Projections

extension Presslog.Partners {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List the partners, with how many announcements name them.",
      discussion: """
        A partner is counted where it publishes an announcement, is mentioned or quoted in it. \
        PUBLISHED counts those that it published itself.

        EXAMPLE:
          presslog partners --format json
        """)

    @Flag(help: "Also those that no announcement names.")
    var all = false

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let reader = try IndexReader(location.location.index)
      location.noticeOldIndex(reader)
      try TargetOutput(named: "partners", kind: "kind", format: format, all: all)
        .write(reader.partners())
    }
  }
}
