import Catalog
import Foundation
import Testing

@Suite struct LoadingTests {
  @Test func `all that the schema has is read`() throws {
    let catalog = try makeCatalog(
      partners: """
        partners:
          - id: a
            kind: partnership
            names: [Alpha, {name: Old Alpha, from: 1998-04, until: 2030}]
            acronyms: [AL]
            sites: ["Alpha House"]
            domains: [{domain: Alpha.org, from: 2001-02-03}]
            identifiers: {ods: RR8, charity: 1170369, wikidata: Q1}
            members: [b, {id: b, from: 2016}]
            predecessors: [b]
            successors: [b]
            not: [Alpha Centauri]
            note: >-
              Two lines
              of it.
          - {id: b, kind: nhs, names: [No]}
        """,
      topics: """
        topics:
          - id: t
            name: Topic
            facet: sector
            phrases: [p, {phrase: q*, weight: 2}]
            must: [m*]
            must-not: [n]
            categories: [C]
            iptc: ["medtop:07000000"]
            hrcs: [Cancer and neoplasms]
        """,
      feeds: """
        feeds:
          - {id: f, url: "https://a.b/c", publisher: a, rights: press, topics: [t], note: N}
          - {id: g, file: g.xml}
        """,
      boilerplate: "boilerplate: [{id: x, lines: [a], starts: [b], cut-from: [c], phrases: [d]}]")
    let partner = try #require(catalog.partner("a"))
    #expect(
      partner.names == [
        DatedName("Alpha"),
        DatedName("Old Alpha", period: Period(from: Day("1998-04-01"), until: Day("2030-01-01"))),
      ])
    #expect(partner.domains == [DatedName("alpha.org", period: Period(from: Day("2001-02-03")))])
    #expect(partner.identifiers == ["ods": "RR8", "charity": "1170369", "wikidata": "Q1"])
    #expect(
      partner.members == [Membership("b"), Membership("b", period: Period(from: Day("2016")))])
    #expect(partner.predecessors == ["b"])
    #expect(partner.successors == ["b"])
    #expect(partner.exclusions == ["Alpha Centauri"])
    #expect(partner.note == "Two lines of it.")
    #expect(catalog.partner("b")?.name == "No")
    let topic = try #require(catalog.topic("t"))
    #expect(topic.phrases == [WeightedPhrase("p"), WeightedPhrase("q*", weight: 2)])
    #expect(topic.must == ["m*"])
    #expect(topic.mustNot == ["n"])
    #expect(topic.iptc == ["medtop:07000000"])
    #expect(catalog.feeds.map(\.rights) == [.press, .own])
    #expect(catalog.feeds.map(\.source) == [.url("https://a.b/c"), .file("g.xml")])
    #expect(catalog.boilerplate.map(\.cutFrom) == [["c"]])
  }

  @Test func `empty files and empty lists are empty parts`() throws {
    for text in ["", "\n", "# nothing\n", "---\n", "~", "partners:", "partners: []"] {
      #expect(try makeCatalog(partners: text).partners.isEmpty, "\(text.debugDescription)")
    }
  }

  @Test func `a folder is read, and what is missing in it is said`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // The system clears what stays.
    let path = folder.path()
    #expect(try Catalog.load(from: path).missing.count == 4)
    try Data("topics: [{id: t, name: T, facet: health}]".utf8).write(
      to: folder.appending(path: "topics.yaml"))
    let catalog = try Catalog.load(from: path)
    #expect(catalog.topics.map(\.id) == ["t"])
    #expect(
      catalog.missing == ["boilerplate", "feeds", "partners"].map { "\(path)/\($0).yaml" })
    let missing = try Catalog.load(from: path + "/nowhere")
    #expect(missing.missing.count == 4)
    #expect(missing.digest == Catalog.empty.digest)
  }

  @Test func `a file that is a folder is an error`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "feeds.yaml"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }  // The system clears what stays.
    #expect(throws: CatalogError.self) { try Catalog.load(from: folder.path()) }
  }
}

@Suite struct DigestTests {
  private static let partners = "partners: [{id: a, kind: nhs, names: [Alpha]}]"
  private static let topics =
    "topics: [{id: s, name: S, facet: health}, {id: t, name: T, facet: health}]"
  private static let feeds = """
    feeds:
      - {id: f, file: f.xml, publisher: a, topics: [s, t]}
      - {id: g, file: g.xml, rights: open}
    """

  private func digest(feeds: String = feeds, topics: String = topics) throws -> String {
    try makeCatalog(partners: Self.partners, topics: topics, feeds: feeds).digest
  }

  @Test func `it is SHA-256 in hexadecimal and always the same`() throws {
    let digest = try digest()
    #expect(digest.utf8.count == 64)
    #expect(digest.allSatisfy { "0123456789abcdef".contains($0) })
    #expect(try self.digest() == digest)
    #expect(Catalog.empty.digest != digest)
  }

  @Test(arguments: [
    """
    feeds:
      - {id: g, file: g.xml, rights: open}
      - {id: f, file: f.xml, publisher: a, topics: [t, s]}
    """,
    """
    # A comment.
    feeds:
      - {id: f, url: "https://moved.example/", publisher: a, topics: [s, t], note: N}
      - {id: g, file: g.xml, rights: open}
    """,
  ])
  func `neither the order of the feeds nor their addresses change it`(feeds: String) throws {
    #expect(try digest(feeds: feeds) == digest())
  }

  @Test(arguments: [
    ("publisher: a, ", ""), ("rights: open", "rights: press"), ("[s, t]", "[s]"),
    ("id: g", "id: h"),
  ])
  func `what decides a tag changes it`(old: String, new: String) throws {
    #expect(try digest(feeds: Self.feeds.replacing(old, with: new)) != digest())
  }

  @Test func `a byte of another file changes it`() throws {
    #expect(try digest(topics: Self.topics + " ") != digest())
  }
}

@Suite struct DayTests {
  @Test(arguments: [
    ("2024", "2024-01-01"), ("2024-02", "2024-02-01"), ("2024-02-29", "2024-02-29"),
    ("0001-01-01", "0001-01-01"), ("9999-12-31", "9999-12-31"), ("2000-02-29", "2000-02-29"),
  ])
  func `a date may leave out what it does not know`(text: String, expected: String) {
    #expect(Day(text)?.description == expected)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-1-1", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29",
    "0000", "2024-01-01-01", "2024/01/01", "20240101", "+024", "２０２４", "2024-01-0１",
  ])
  func `what is no date is refused`(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func `days are ordered`() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01"].map {
      try #require(Day($0))
    }
    #expect(days.shuffled().sorted() == days)
  }
}
