import Catalog
import Testing

@Suite struct PublisherTests {
  private func classifier() throws -> Classifier {
    Classifier(
      try makeCatalog(
        partners: cityPartners,
        feeds: """
          feeds:
            - {id: uni, url: https://www.leeds.ac.uk/rss, publisher: uol}
            - {id: paper, url: https://paper.example/rss, rights: press}
          """))
  }

  private func mention(
    _ id: String, _ field: Mention.Field, _ range: Range<Int>, _ words: String, _ name: String,
    _ rule: String
  ) -> Mention {
    Mention(
      target: .partner(id), role: .publisher, field: field, start: range.lowerBound,
      end: range.upperBound, words: words, name: name, rule: rule)
  }

  @Test func `the source's own word goes first`() throws {
    let result = try classifier().classify(
      Document(
        feed: "uni", publisher: "leeds beckett university", title: "", text: "",
        link: "https://www.leedsth.nhs.uk/a"))
    #expect(result.publisher == "lbu")
    #expect(
      result.mentions == [
        mention(
          "lbu", .feed, 0..<24, "leeds beckett university", "Leeds Beckett University", "given")
      ])
  }

  @Test func `a publisher that nobody knows leaves the link but not the feed`() throws {
    var document = Document(feed: "uni", publisher: "Somebody", title: "", text: "")
    #expect(try classifier().classify(document).publisher == nil)
    document.link = "https://www.leedsth.nhs.uk/a"
    #expect(try classifier().classify(document).publisher == "ltht")
  }

  @Test func `then the subscription's publisher`() throws {
    let result = try classifier().classify(
      Document(feed: "https://x", subscription: "uni", title: "", text: "", link: "https://a.b/"))
    #expect(result.publisher == "uol")
    #expect(
      result.mentions == [
        mention("uol", .feed, 0..<3, "uni", "University of Leeds", "subscription")
      ])
  }

  @Test func `then the domain of the link`() throws {
    let result = try classifier().classify(
      Document(
        feed: "paper", subscription: "paper", title: "", text: "",
        link: "https://WWW.LeedsTH.nhs.uk/news?a=b"))
    #expect(
      result.mentions == [
        mention("ltht", .link, 12..<26, "LeedsTH.nhs.uk", "leedsth.nhs.uk", "domain")
      ])
  }

  @Test(arguments: [
    ("https://leeds.ac.uk", "uol"),
    ("http://news.leeds.ac.uk:8080/a", "uol"),
    ("//leeds.ac.uk/a", "uol"),
    ("https://user:word@leeds.ac.uk./a", "uol"),
    ("https://medicinehealth.leeds.ac.uk/a", "medicine"),
    ("https://a.b.medicinehealth.leeds.ac.uk?c", "medicine"),
    ("https://notleeds.ac.uk/a", nil),
    ("https://leeds.ac.uk.example.org/a", nil),
    ("https://example.org/https://leeds.ac.uk/", nil),
    ("https://example.org?leeds.ac.uk", nil),
    ("https://leeds.ac.uk@example.org/", nil),
    ("leeds.ac.uk/a", nil),
    ("/a//leeds.ac.uk", nil),
    ("mailto:a@leeds.ac.uk", nil),
    ("https://", nil),
    ("", nil),
  ])
  func `a host belongs to the partner with the longest domain above it`(
    link: String, expected: String?
  ) throws {
    let catalog = try makeCatalog(partners: cityPartners)
    #expect(catalog.partner(owningHostOf: link, at: nil)?.id == expected)
    let result = Classifier(catalog).classify(Document(feed: "f", title: "", text: "", link: link))
    #expect(result.publisher == expected)
  }

  @Test func `a domain counts in its time`() throws {
    let catalog = try makeCatalog(partners: cityPartners)
    let link = "https://www.leedsmet.ac.uk/a"
    #expect(catalog.partner(owningHostOf: link, at: Day("2010"))?.id == "lbu")
    #expect(catalog.partner(owningHostOf: link, at: Day("2020")) == nil)
  }
}

@Suite struct LookupTests {
  @Test(arguments: [
    ("ltht", "ltht"),
    ("LTHT", "ltht"),
    ("leeds teaching hospitals", "ltht"),
    ("the University of Leeds", "uol"),
    ("health innovation yorkshire and humber", "hiyh"),
    ("lch", "lch"),
    ("Leeds", nil),
    ("the", nil),
    ("", nil),
  ])
  func `a person may write a partner in many ways`(text: String, expected: String?) throws {
    #expect(try makeCatalog(partners: cityPartners).partner(named: text)?.id == expected)
  }

  @Test func `what two partners share means neither`() throws {
    let catalog = try makeCatalog(
      partners: """
        partners:
          - {id: a, kind: group, names: [Alpha], acronyms: [AB]}
          - {id: b, kind: group, names: [Beta], acronyms: [AB]}
        """)
    #expect(catalog.partner(named: "AB") == nil)
  }

  @Test func `ids are looked up as they are`() throws {
    let catalog = try makeCatalog(
      partners: cityPartners, topics: "topics: [{id: t, name: T, facet: health}]",
      feeds: "feeds: [{id: f, file: a/b.xml, topics: [t]}]")
    #expect(catalog.partner("uol")?.name == "University of Leeds")
    #expect(catalog.partner("UOL") == nil)
    #expect(catalog.topic("t")?.facet == .health)
    #expect(catalog.subscription("f")?.file == "a/b.xml")
    #expect(catalog.subscription("f")?.url == nil)
  }
}
