import Catalog
import Testing

@Suite struct ReferenceTests {
  private static let partners = """
    partners:
      - {id: ltht, kind: nhs, names: [Leeds Teaching Hospitals NHS Trust], acronyms: [LTHT]}
      - {id: btft, kind: nhs, names: [Bradford Teaching Hospitals NHS Foundation Trust]}
      - {id: uol, kind: university, names: [University of Leeds]}
      - {id: lbu, kind: university, names: [Leeds Beckett University]}
      - {id: lcc, kind: council, names: [Leeds City Council]}
      - {id: wyca, kind: council, names: [West Yorkshire Combined Authority]}
      - {id: nexus, kind: business, names: [Nexus, {name: The Hive, with: [Leeds, bees]}]}
    """

  private func quoted(_ text: String, publisher: String?) throws -> [String] {
    let classifier = Classifier(try makeCatalog(partners: Self.partners))
    let found = classifier.classify(
      Document(feed: "f", publisher: publisher, title: "", text: text))
    return found.mentions.filter { $0.role == .quoted }.map { "\($0.name): \($0.words)" }
  }

  private static let sayings: [(publisher: String?, text: String, expected: [String])] = [
    (
      "ltht", "\"It helps,\" said Dr Holt, consultant at the Trust.",
      ["Leeds Teaching Hospitals NHS Trust: the Trust"]
    ),
    (
      nil, "Leeds City Council met. \"It helps,\" said Ann Lee, director of the council.",
      ["Leeds City Council: the council"]
    ),
    (
      nil, "LTHT opened a ward. \"It helps,\" said Ann Lee, a nurse at the trust.",
      ["Leeds Teaching Hospitals NHS Trust: the trust"]
    ),
    (nil, "A trust opened a ward. \"It helps,\" said Ann Lee, a nurse at the trust.", []),
    (
      nil,
      "Leeds Teaching Hospitals NHS Trust and Bradford Teaching Hospitals NHS Foundation Trust met. "
        + "\"It helps,\" said Ann Lee, a nurse at the Trust.", []
    ),
    ("uol", "\"It helps,\" said Ann Lee, a student of the University of Sheffield.", []),
    ("lcc", "\"It helps,\" said Ann Lee, who pays the council tax.", []),
    (
      "uol", "Leeds Beckett University helped. \"Good,\" said Ann Lee, dean at the University.",
      ["University of Leeds: the University"]
    ),
    (
      nil, "Leeds City Council met. \"Good,\" said Ann Lee, its director of parks.",
      ["Leeds City Council: its director"]
    ), (nil, "Nobody met. \"Good,\" said Ann Lee, its director.", []),
    (
      nil, "\"Good,\" said Ann Lee, who leads Leeds City Council.",
      ["Leeds City Council: Leeds City Council"]
    ), (nil, "\"Good,\" said Ann Lee, who visited Leeds City Council.", []),
    (
      "wyca", "\"Good,\" said Ann Lee, director of transport at the Combined Authority.",
      ["West Yorkshire Combined Authority: the Combined Authority"]
    ),
  ]

  @Test(arguments: sayings)
  func `a word that stands for a body tells for whom somebody speaks`(
    publisher: String?, text: String, expected: [String]
  ) throws {
    #expect(try quoted(text, publisher: publisher) == expected)
  }

  @Test(arguments: [
    ("Bradford Teaching Hospitals NHS FT", ["btft"]),
    ("Bradford Teaching Hospitals Foundation Trust", ["btft"]),
    ("bradford teaching hospitals nhs trust", ["btft"]),
    ("Bradford Teaching Hospitals NHSFT", ["btft"]),
    ("Bradford Teaching Hospitals", []), ("Leeds Teaching Hospitals Trust", ["ltht"]),
    ("The Hive opens", []), ("The Hive in Leeds opens", ["nexus"]),
    ("The Hive has bees", ["nexus"]),
    ("a nexus of care", []), ("Nexus opens", ["nexus"]), ("NEXUS OPENS", ["nexus"]),
  ])
  func `names are known in the forms of their kind`(text: String, expected: [String]) throws {
    let classifier = Classifier(try makeCatalog(partners: Self.partners))
    #expect(classifier.classify(Document(feed: "f", title: "", text: text)).partners == expected)
  }
}
