import ArgumentParser
import Ingestion
import Projections

extension Presslog {
  struct Topics: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the topics, with how many announcements are about them.",
      discussion: """
        EXAMPLE:
          presslog topics --all
        """)

    @Flag(help: "Also those that no announcement is about.")
    var all = false

    @Option(help: "table or json.")
    var format = Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let reader = try IndexReader(location.location.index)
      location.noticeOldIndex(reader)
      try TargetOutput(named: "topics", kind: "facet", format: format, all: all)
        .write(reader.topics())
    }
  }
}
