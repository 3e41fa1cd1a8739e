import ArgumentParser
import Catalog
import Ingestion
import JSONBytes
import Projections

extension Presslog.CatalogCommands {
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Find what the catalog says and hardly means.",
      discussion: """
        Names that clash, hide each other or are too short, dates that contradict each other, domains \
        of two partners: each with file, line and what to do. --unused adds the names and phrases \
        that occur in no announcement of the index. The exit status is 65 where there is a problem; \
        notes are none.

        EXAMPLE:
          presslog catalog check --unused
        """)

    @Flag(help: "Also what occurs in no announcement of the index.")
    var unused = false

    @Option(help: "table or json.")
    var format = Presslog.Ingest.Format.table

    @OptionGroup var location: StoreOptions

    func run() throws {
      let folder = location.catalogFolder
      let files = try Catalog.files(in: folder)
      var findings = try CatalogCheck.findings(in: files, directory: folder)
      if unused {
        let reader = try IndexReader(location.location.index)
        findings += try CatalogCheck.neverFound(in: files, directory: folder) { body in
          try reader.forEachText { body("\($0.title)\n\n\($0.summary ?? "")\n\n\($0.text)") }
        }
      }
      switch format {
      case .table: printForPerson(findings)
      case .json: printJSON(findings)
      }
      if findings.contains(where: { $0.weight == .problem }) { throw ExitStatus.badInput.code }
    }

    private func printForPerson(_ findings: [CatalogFinding]) {
      for finding in findings { Terminal.output.line(finding.description.printable) }
      let problems = findings.count { $0.weight == .problem }
      Terminal.output.line("\(problems) problems, \(findings.count - problems) notes")
    }

    private func printJSON(_ findings: [CatalogFinding]) {
      var writer = JSONWriter()
      writer.object { writer in
        writer.key("findings")
        writer.array { writer in
          for finding in findings {
            writer.object { writer in
              writer.field("weight", finding.weight.rawValue)
              writer.field("file", finding.file)
              if let line = finding.line { writer.field("line", line) }
              writer.field("key", finding.key)
              writer.field("finding", finding.finding)
              writer.field("remedy", finding.remedy)
            }
          }
        }
      }
      Terminal.output.line(writer.string)
    }
  }
}
