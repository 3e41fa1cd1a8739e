import ArgumentParser
import Catalog
import Ingestion
import Projections

extension Presslog.Partners {
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the life of a partner: names in time, members, whom it came from.",
      discussion: """
        What it was called and when, its acronyms, places, domains and identifiers, who belongs to it \
        and to whom it belongs, whom it came from and what it became, stand in the catalog. The index \
        adds how often it was met, by year.

        EXAMPLE:
          presslog partners show lypft
        """)

    @Argument(help: "A partner's id, name or acronym.")
    var partner: String

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let catalog = try location.catalog()
      guard let found = catalog.partner(named: partner) else {
        throw ValidationError(
          "\(partner) means no partner of the catalog, or several; presslog partners --all lists them"
        )
      }
      let output = PartnerOutput(found, of: catalog, years: try years(of: found.id))
      switch format {
      case .table: output.printForPerson()
      case .json: output.printJSON()
      }
    }

    /// The counts, where there is an index yet.
    private func years(of id: String) throws -> [YearCount] {
      let reader: IndexReader
      do {
        reader = try IndexReader(location.location.index)
      } catch ProjectionError.noIndex {
        return []
      }
      location.noticeOldIndex(reader)
      return try reader.years(of: id)
    }
  }
}
