import Catalog
import JSONBytes
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct PartnerHistoryTests {
  private static let partners = """
    partners:
      - id: board
        kind: nhs
        names: [{name: Health Board, from: 2022-07}]
        predecessors: [group]
      - id: group
        kind: nhs
        names: [City Group]
        predecessors: [north]
      - {id: north, kind: nhs, names: [{name: North Group, from: 2015}, {name: Old North, until: 2015}]}
    """

  private let fixture: IndexFixture
  private let catalog: Catalog

  init() throws {
    fixture = try IndexFixture()
    catalog = try fixture.catalog(partners: Self.partners)
    try fixture.record(
      [
        SampleEvent.published("a", text: "Old North met.", published: "2010-05-01"),
        SampleEvent.published("b", text: "City Group met.", published: "2020-05-01"),
        SampleEvent.published(
          "c", text: "\"Good,\" said Ann Lee of Health Board.", published: "2023-05-01"),
      ], catalog)
  }

  @Test func `an index knows whom a partner came from and what it was called`() throws {
    let reader = try fixture.read()
    #expect(try reader.predecessors(of: "board") == ["group", "north"])
    #expect(try reader.predecessors(of: "nobody") == [])
    let names = try reader.namesInTime()
    let time = try #require(Timestamp("2016-01-01"))
    #expect(names.name(of: "north", at: time) == "North Group")
    #expect(names.name(of: "nobody", at: time) == "nobody")
  }

  @Test func `the years of a partner are counted by role`() throws {
    let years = try fixture.read().years(of: "board")
    #expect(years.map(\.year) == [2023])
    #expect(years.map(\.quoted) == [1])
    #expect(years.map(\.published) == [0])
    #expect(try fixture.read().years(of: "nobody") == [])
  }
}
