import Catalog
import Testing

@Suite struct MoneyAmountsTests {
  private static let topics = """
    topics:
      - {id: money, name: Money, facet: sector, amounts: 1, phrases: [grant]}
      - {id: other, name: Other, facet: sector, phrases: [grant]}
    """

  private func mentions(title: String = "", text: String = "") throws -> [String] {
    let catalog = try makeCatalog(topics: Self.topics)
    return Classifier(catalog).classify(Document(feed: "f", title: title, text: text)).mentions
      .map { "\($0.rule): \($0.words)" }
  }

  @Test(arguments: [
    ("£12m for buses", "£12m"), ("A pot of £1.5 million", "£1.5 million"),
    ("€300,000 raised", "€300,000"), ("$2bn plan", "$2bn"), ("£40k won", "£40k"),
    ("£1,250 or £2m", "£1,250"), ("é £3M é", "£3M"),
  ])
  func `a large amount in a title speaks for the topic that asks for it`(
    title: String, words: String
  ) throws {
    #expect(try mentions(title: title) == ["amount: \(words)"])
  }

  @Test(arguments: [
    "£5 a ticket", "£12", "£999", "12m people", "£ million", "£", "$", "€", "£12 meals",
    "£1.5 miles",
    "US$", "£5 k", String(repeating: "£1 ", count: 20_000), String(repeating: "£", count: 20_000),
  ])
  func `small amounts and other numbers do not`(title: String) throws {
    #expect(try mentions(title: title).isEmpty)
  }

  @Test func `in a text it counts as a phrase does`() throws {
    #expect(try mentions(text: "It costs £12m.").isEmpty)
    #expect(
      try mentions(text: "A grant of £12m, and £3m.").sorted() == ["amount: £12m", "phrase: grant"])
  }
}
