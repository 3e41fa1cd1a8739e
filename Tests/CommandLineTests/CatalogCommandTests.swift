import Foundation
import Testing

/// What the catalog says and does, on the command line.
@Suite(.timeLimit(.minutes(15))) struct CatalogCommandTests {
  private let fixture: StoreFixture

  init() async throws {
    fixture = try StoreFixture()
    let feed = FeedText.feed(
      "a",
      [
        FeedText.item(
          "old", title: "Old", text: "NHS Leeds CCG and Yorkshire and Humber AHSN met.",
          date: "Mon, 01 Jan 2019 10:00:00 GMT"),
        FeedText.item(
          "new", title: "New", text: "The Thackray Museum and NHS West Yorkshire ICB met.",
          date: "Tue, 02 Jan 2024 10:00:00 GMT"),
        FeedText.item(
          "third", title: "Third", text: "At the Thackray Museum, nobody met.",
          date: "Wed, 03 Jan 2024 10:00:00 GMT"),
      ])
    _ = try await fixture.answer("ingest", try fixture.write(feed, to: "a.xml"))
  }

  private func titles(_ arguments: String...) async throws -> [String] {
    let result = try await fixture.start(["query", "--format", "jsonl"] + arguments).result()
    #expect(result.status == 0, "\(result.errors)")
    return try result.lines.map { try JSONValue($0)["title"].string ?? "" }
  }

  /// A catalog beside the worked example, with other partners.
  private func otherCatalog(_ partners: String) throws -> String {
    let folder = "\(fixture.folder)/Other"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try fixture.write(partners, to: "Other/partners.yaml")
    return folder
  }

  @Test func `a partner includes those that it came from, unless it is asked for strictly`()
    async throws
  {
    #expect(try await titles("--partner", "wyicb") == ["New", "Old"])
    #expect(try await titles("--partner", "wyicb", "--strict") == ["New"])
  }

  @Test func `partners have the names of the time where that is asked for`() async throws {
    let lines = try await fixture.answer(
      "query", "--partner", "hiyh", "--as-named", "--format", "jsonl"
    ).lines
    let partners = try JSONValue(try #require(lines.first))["partners"]
    let names = partners.elements.map { $0["name"].string ?? "" }
    #expect(names.contains { $0.contains("AHSN") || $0.contains("Academic Health Science") })
  }

  @Test func `the life of a partner is printed`() async throws {
    let answer = try await fixture.answer("partners", "show", "WYICB").output
    for words in ["NHS West Yorkshire Integrated Care Board", "came from", "nhs-leeds-ccg", "2024"]
    {
      #expect(answer.contains(words), "\(words)")
    }
    let value = try await fixture.json("partners", "show", "lypft")
    #expect(value["identifiers"]["ods"].string == "RGD")
    let unknown = try await fixture.run("partners", "show", "nobody")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("presslog partners --all"))
  }

  @Test func `what a changed catalog would do is told, and nothing is done`() async throws {
    let before = try await fixture.json("verify")
    let other = try otherCatalog(
      "partners:\n  - {id: museum, kind: charity, names: [Thackray Museum]}\n")
    let answer = try await fixture.json("rebuild", "--what-if", "--feeds", other)
    let changes = answer["changes"].elements.map {
      "\($0["partner"].string ?? "") \($0["change"].string ?? "")"
    }
    #expect(changes.contains("museum appears"))
    #expect(changes.contains("wyicb vanishes"))
    #expect(try await fixture.json("verify") == before)
    let text = try await fixture.answer("rebuild", "--what-if", "--feeds", other).output
    #expect(text.contains("museum (mentioned) would appear: 2 announcements"))
    let unchanged = try await fixture.json("rebuild", "--what-if")
    #expect(unchanged["changes"].elements.isEmpty)
  }

  @Test func `a catalog is checked, and a problem is bad input`() async throws {
    let sound = try await fixture.answer("catalog", "check")
    #expect(sound.output.contains("0 problems"))
    let other = try otherCatalog(
      """
      partners:
        - {id: a, kind: nhs, names: [Body One]}
        - {id: b, kind: nhs, names: [body one]}
      """)
    let result = try await fixture.run("catalog", "check", "--feeds", other)
    #expect(result.status == 65)
    #expect(result.output.contains("partners.yaml:3: problem: partners[1].names[0]"))
    let unused = try await fixture.run("catalog", "check", "--unused", "--feeds", other)
    #expect(unused.output.contains("\"Body One\" occurs nowhere"))
  }

  @Test func `names that recur and are nobody's are suggested`() async throws {
    let answer = try await fixture.json("catalog", "suggest")
    #expect(answer["names"].elements.map { $0["words"].string } == ["Thackray Museum"])
    #expect(answer["names"][0]["announcements"].int == 2)
  }

  @Test func `a catalog to begin with is written, and never over another`() async throws {
    let folder = "\(fixture.folder)/New"
    let written = try await fixture.answer("init", folder)
    #expect(written.lines.count == 4)
    #expect(try await fixture.answer("catalog", "check", "--feeds", folder).status == 0)
    try fixture.write("partners: []\n", to: "New/partners.yaml")
    let again = try await fixture.run("init", folder)
    #expect(again.status == 73)
    #expect(again.errors.contains("is there already"))
    #expect(
      try String(contentsOfFile: "\(folder)/partners.yaml", encoding: .utf8) == "partners: []\n")
  }
}
