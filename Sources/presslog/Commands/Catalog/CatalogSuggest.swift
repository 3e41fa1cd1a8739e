import ArgumentParser
import Catalog
import Ingestion
import JSONBytes
import Projections

extension Presslog.CatalogCommands {
  struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List names and domains that recur in announcements and tag nobody.",
      discussion: """
        Runs of capitalised words in the texts of the index that are no name of the catalog, people's \
        names among them, and hosts of links that belong to no partner; the most frequent first.

        EXAMPLE:
          presslog catalog suggest --at-least 5
        """)

    @Option(help: "In how many announcements something has to stand.")
    var atLeast = 2

    @Option(help: "How many names and domains at most; 0 is all.")
    var limit = 50

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func validate() throws {
      guard atLeast > 0, limit >= 0 else {
        throw ValidationError("--at-least is 1 or more, --limit 0 or more")
      }
    }

    func run() throws {
      let reader = try IndexReader(location.location.index)
      var suggestions = Suggestions(try location.catalog())
      try reader.forEachText { text in
        suggestions.add(text.id, title: text.title, text: text.text, link: text.link)
      }
      let most = limit == 0 ? Int.max : limit
      let names = suggestions.names(atLeast: atLeast).prefix(most)
      let domains = suggestions.domains(atLeast: atLeast).prefix(most)
      switch format {
      case .table: printForPerson(names: names, domains: domains)
      case .json: printJSON(names: names, domains: domains)
      }
    }

    private func printForPerson(
      names: ArraySlice<Suggestions.Candidate>, domains: ArraySlice<Suggestions.Candidate>
    ) {
      var table = TextTable("ANNOUNCEMENTS", "KIND", "WORDS", "EXAMPLES")
      for (kind, candidates) in [("name", names), ("domain", domains)] {
        for candidate in candidates {
          table.add(
            String(candidate.announcements), kind, candidate.words,
            candidate.examples.map { String($0.prefix(8)) }.joined(separator: " "))
        }
      }
      table.write(to: .output)
      if table.isEmpty { Terminal.notice("nothing recurs in \(atLeast) announcements or more") }
    }

    private func printJSON(
      names: ArraySlice<Suggestions.Candidate>, domains: ArraySlice<Suggestions.Candidate>
    ) {
      var writer = JSONWriter()
      writer.object { writer in
        for (key, candidates) in [("names", names), ("domains", domains)] {
          writer.key(key)
          writer.array { writer in
            for candidate in candidates {
              writer.object { writer in
                writer.field("words", candidate.words)
                writer.field("announcements", candidate.announcements)
                writer.field("examples", candidate.examples)
              }
            }
          }
        }
      }
      Terminal.output.line(writer.string)
    }
  }
}
