import Catalog
import Projections
import Testing

@Suite(.timeLimit(.minutes(15))) struct WhatIfTests {
  private let fixture: IndexFixture
  private let catalog: Catalog

  init() throws {
    fixture = try IndexFixture()
    catalog = try fixture.catalog()
    try fixture.record(
      [
        SampleEvent.published("a", title: "First", text: "City Infirmary had a grant."),
        SampleEvent.published("b", title: "Second", text: "The Infirmary mends a heart."),
        SampleEvent.published("c", title: "Third", text: "City Infirmary mends a heart."),
        SampleEvent.revised("c", number: 2, title: "Third", text: "Nobody mends a heart."),
      ], catalog)
  }

  private func changes(_ other: Catalog) throws -> [String] {
    try WhatIf(fixture.read(), log: fixture.reader(), catalog: other).changes.map { change in
      let examples = change.examples.map { "\($0.title) \"\($0.words)\"" }.joined(separator: ", ")
      return "\(change.appears ? "+" : "-") \(change.tag.target) \(change.tag.role)"
        + " \(change.announcements): \(examples)"
    }
  }

  @Test func `the same catalog changes nothing`() throws {
    #expect(try changes(catalog) == [])
  }

  @Test func `tags that would come and go are listed with the words, of current revisions alone`()
    throws
  {
    let before = try fixture.read().digest()
    let other = try IndexFixture().catalog(
      partners: """
        partners:
          - {id: infirmary, kind: nhs, names: [City Infirmary, The Infirmary]}
        """,
      topics: """
        topics:
          - {id: money, name: Money, facet: sector, phrases: [{phrase: grant, weight: 2}]}
        """)
    #expect(
      try changes(other) == [
        "+ infirmary mentioned 1: Second \"The Infirmary\"",
        "- hearts subject 2: Second \"heart\", Third \"heart\"",
      ])
    #expect(try fixture.read().digest() == before, "nothing was written")
  }

  @Test func `events that the index has not read are left out`() throws {
    try fixture.append([SampleEvent.published("d", text: "City Infirmary again.")])
    #expect(try changes(catalog) == [])
  }

  @Test func `an index of another log is refused`() throws {
    let other = try IndexFixture()
    try other.append([SampleEvent.published("z")])
    #expect(throws: ProjectionError.self) {
      try WhatIf(fixture.read(), log: other.reader(), catalog: catalog)
    }
  }
}
