import Catalog
import Testing

@Suite struct TopicTests {
  private static let topics = """
    topics:
      - id: cancer
        name: Cancer
        facet: health
        phrases:
          - cancer
          - tumour*
          - cancer centre
          - {phrase: radiotherap*, weight: 2}
        must-not: [zodiac]
        categories: [Cancer care, Oncology & more]
      - id: funding
        name: Funding
        facet: sector
        phrases: [grant, funding]
        must: [health, hospital*]
    """

  private func classify(
    _ text: String, title: String = "", summary: String? = nil, categories: [String] = [],
    feeds: String = "", feed: String = "f"
  ) throws -> Classification {
    let catalog = try makeCatalog(topics: Self.topics, feeds: feeds)
    return Classifier(catalog).classify(
      Document(feed: feed, title: title, summary: summary, text: text, categories: categories))
  }

  @Test(arguments: [
    ("Cancer", "", ["cancer"]),
    ("Cancerous", "", []),
    ("", "About cancer", []),
    ("", "Cancer, cancer and CANCER", []),
    ("", "Cancer and tumours", ["cancer"]),
    ("", "A tumour", []),
    ("", "Radiotherapy", ["cancer"]),
    ("", "Radiotherap", ["cancer"]),
    ("", "Immunoradiotherapy", []),
    ("", "The cancer centre", []),
    ("", "The cancer centre for cancer", ["cancer"]),
    ("Cancer", "The zodiac", []),
    ("Grant", "", []),
    ("Grant", "for hospitals", ["funding"]),
    ("", "Grant funding for health", ["funding"]),
    ("Cancer funding in health", "", ["cancer", "funding"]),
  ])
  func `a topic needs the weight of two`(title: String, text: String, expected: [String]) throws {
    #expect(try classify(text, title: title).topics == expected)
  }

  @Test func `each phrase that counted is a mention where it counted`() throws {
    let mentions = try classify("Cancer, tumours, tumour, radiotherapy", title: "On cancer")
      .mentions
    #expect(
      mentions.map { "\($0.field) \($0.words) \($0.name) \($0.rule)" } == [
        "title cancer cancer phrase", "text tumours tumour* phrase",
        "text radiotherapy radiotherap* phrase",
      ])
    #expect(mentions.allSatisfy { $0.role == .subject && $0.target == .topic("cancer") })
  }

  @Test func `the summary and the text count together`() throws {
    #expect(try classify("Tumours", summary: "Cancer").topics == ["cancer"])
  }

  @Test func `a publisher's category may mean a topic`() throws {
    let mentions = try classify("", categories: ["News", "oncology and more", "Cancer care"])
      .mentions
    #expect(
      mentions == [
        Mention(
          target: .topic("cancer"), role: .subject, field: .category, start: 0, end: 17,
          words: "oncology and more", name: "Oncology & more", rule: "category")
      ])
  }

  @Test func `a subscription tags all its items`() throws {
    let feeds = "feeds: [{id: trials, file: a.xml, topics: [funding, cancer]}]"
    let mentions = try classify("", feeds: feeds, feed: "trials").mentions
    #expect(
      mentions.map { "\($0.target) \($0.field) \($0.words) \($0.name) \($0.rule)" } == [
        "topic(\"cancer\") feed trials Cancer subscription",
        "topic(\"funding\") feed trials Funding subscription",
      ])
  }

  @Test(arguments: [
    ("Yorkshire Cancer Research", []), ("Yorkshire Cancer Research, for cancer", ["cancer"]),
    ("Cancer Centre", ["cancer"]),
  ])
  func `a phrase within a longer name does not count, and one that is the name does`(
    title: String, topics: [String]
  ) throws {
    let catalog = try makeCatalog(
      partners: """
        partners:
          - {id: ycr, kind: charity, names: [Yorkshire Cancer Research]}
          - {id: centre, kind: charity, names: [Cancer Centre]}
        """, topics: Self.topics)
    let result = Classifier(catalog).classify(Document(feed: "f", title: title, text: ""))
    #expect(result.partners.count == 1)
    #expect(result.topics == topics)
  }
}
