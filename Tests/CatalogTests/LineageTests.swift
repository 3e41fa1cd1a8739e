import Catalog
import Testing

@Suite struct LineageTests {
  private static let partners = """
    partners:
      - {id: board, kind: nhs, names: [Integrated Board], predecessors: [north, city]}
      - {id: city, kind: nhs, names: [City Group], predecessors: [east], successors: [board]}
      - {id: north, kind: nhs, names: [North Group]}
      - {id: east, kind: nhs, names: [East Group]}
      - {id: west, kind: nhs, names: [West Group], successors: [city]}
      - {id: other, kind: nhs, names: [Other Group]}
    """

  @Test(arguments: [
    ("board", ["north", "city", "east", "west"], []), ("city", ["east", "west"], ["board"]),
    ("west", [], ["city", "board"]), ("other", [], []), ("nobody", [], []),
  ])
  func `predecessors and successors are followed, whichever side names them`(
    id: String, predecessors: [String], successors: [String]
  ) throws {
    let lineage = Lineage(try makeCatalog(partners: Self.partners).partners)
    #expect(lineage.predecessors(of: id) == predecessors)
    #expect(lineage.successors(of: id) == successors)
  }

  @Test func `a circle ends`() throws {
    let lineage = Lineage(
      try makeCatalog(
        partners: """
          partners:
            - {id: a, kind: nhs, names: [Body A], predecessors: [b]}
            - {id: b, kind: nhs, names: [Body B], predecessors: [a]}
          """
      ).partners)
    #expect(lineage.predecessors(of: "a") == ["b"])
  }

  @Test(arguments: [
    ("2020-01-01", "Leeds and York Partnership"), ("2012-02-01", "Leeds and York Partnership"),
    ("2009-05-01", "Leeds Partnerships"), ("2003-01-01", "Leeds Mental Health"),
    ("1990-01-01", "Leeds and York Partnership"),
  ])
  func `a partner has the name of the time`(day: String, name: String) throws {
    let names = [
      DatedName("Leeds and York Partnership", period: Period(from: Day("2012-02-01"))),
      DatedName("LYP"),
      DatedName("Leeds Partnerships", period: Period(from: Day("2007-08-01"))),
      DatedName("Leeds Mental Health", period: Period(from: Day("2002"))),
    ]
    #expect(names.name(on: Day(day)) == name)
    let ended = [
      DatedName("Conservatoire", period: Period(from: Day("2020"))), DatedName("The Con"),
      DatedName("College of Music", period: Period(until: Day("2023"))),
    ]
    #expect(ended.name(on: Day("2019")) == "College of Music")
    #expect(ended.name(on: Day("2021")) == "Conservatoire")
    #expect([DatedName]().name(on: Day("2021")) == nil)
    #expect(names.name(on: nil) == "Leeds and York Partnership")
  }
}
