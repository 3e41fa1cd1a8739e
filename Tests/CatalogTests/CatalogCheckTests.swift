import Catalog
import CatalogEvaluation
import Testing

@Suite struct CatalogCheckTests {
  private func findings(partners: String, topics: String = "") throws -> [String] {
    try CatalogCheck.findings(
      in: ["partners.yaml": Array(partners.utf8), "topics.yaml": Array(topics.utf8)],
      directory: "Feeds"
    ).map { "\($0.line ?? 0) \($0.weight.rawValue) \($0.key)" }
  }

  /// What is wrong stands in the second partner, whose lines are 3 and on.
  @Test(arguments: [
    ("names: [\"Body One\"]", "3 problem partners[1].names[0]"),
    ("names: [{name: Body One, from: 2020}]", "3 problem partners[1].names[0]"),
    ("names: [Body Two, BODY-TWO]", "3 note partners[1].names[1]"),
    ("names: [Body Two, Us]", "3 problem partners[1].names[1]"),
    ("names: [Body Two], acronyms: [BT]", "3 problem partners[1].acronyms[0]"),
    ("names: [Body Two], acronyms: [ONE]", "3 note partners[1].acronyms[0]"),
    ("names: [Body Two], sites: [Ox]", "3 problem partners[1].sites[0]"),
    ("names: [Body Two], not: [body two]", "3 problem partners[1].not[0]"),
    ("names: [Body, Body Two], not: [Body]", "3 note partners[1].not[0]"),
    ("names: [Body Two], domains: [one.example]", "3 problem partners[1].domains[0]"),
    (
      "names: [Body Two], predecessors: [one], successors: [one]",
      "3 problem partners[1].predecessors"
    ),
    (
      "names: [{name: Body Two, until: 2010}], predecessors: [late]",
      "3 problem partners[1].predecessors"
    ),
  ])
  func `what is hardly meant is found in its line`(partner: String, expected: String) throws {
    let found = try findings(
      partners: """
        partners:
        - {id: one, kind: nhs, names: [Body One], acronyms: [ONE], domains: [one.example]}
        - {id: two, kind: nhs, \(partner)}
        - {id: late, kind: nhs, names: [{name: Late Body, from: 2015}]}
        """)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func `names that follow each other in time, and ordinary ones, are fine`() throws {
    let found = try findings(
      partners: """
        partners:
        - {id: one, kind: nhs, names: [{name: City Body, until: 2010}], domains: [{domain: a.example, until: 2010}]}
        - {id: two, kind: nhs, names: [{name: City Body, from: 2010}], domains: [{domain: a.example, from: 2010}],
           sites: [LGI], predecessors: [one]}
        """)
    #expect(found == [])
  }

  @Test func `what occurs nowhere is named, and what occurs is not`() throws {
    let files = [
      "partners.yaml": Array(
        """
        partners:
        - id: one
          kind: nhs
          names: [Body One NHS Trust, Old Body]
        """.utf8),
      "topics.yaml": Array(
        """
        topics:
        - id: hearts
          name: Hearts
          facet: health
          phrases: [heart*, lung*]
        """.utf8),
    ]
    let found = try CatalogCheck.neverFound(in: files, directory: "Feeds") { body in
      body("Heartfelt thanks from Body One Trust")
    }
    #expect(
      found.map { "\($0.file):\($0.line ?? 0) \($0.key)" } == [
        "Feeds/partners.yaml:4 partners[0].names[1]", "Feeds/topics.yaml:5 topics[0].phrases[1]",
      ])
  }

  @Test func `the worked example has no problem`() throws {
    let folder = WorkedExample.folder
    let files = try Catalog.files(in: folder)
    #expect(files.count == 4)
    let findings = try CatalogCheck.findings(in: files, directory: folder)
    #expect(findings.filter { $0.weight == .problem } == [])
  }
}
