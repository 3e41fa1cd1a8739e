import Catalog

/// Reads a catalog from the text of its files.
func makeCatalog(
  partners: String = "", topics: String = "", feeds: String = "", boilerplate: String = ""
) throws -> Catalog {
  try Catalog.parse(
    [
      "partners.yaml": Array(partners.utf8), "topics.yaml": Array(topics.utf8),
      "feeds.yaml": Array(feeds.utf8), "boilerplate.yaml": Array(boilerplate.utf8),
    ], in: "Feeds")
}

/// The partners of a city, with the traps that their names set.
let cityPartners = """
  partners:
    - id: ltht
      kind: nhs
      names:
        - Leeds Teaching Hospitals NHS Trust
        - Leeds Teaching Hospitals
      acronyms: [LTHT]
      sites: [LGI, Leeds General Infirmary, St James's University Hospital, Jimmy's]
      domains: [leedsth.nhs.uk]
      not: [Leeds Teaching Hospitals United]
    - id: lch
      kind: nhs
      names: [Leeds Community Healthcare NHS Trust, Leeds Community Healthcare]
      acronyms: [LCH]
      not: [Leeds Children's Hospital]
    - id: lchospital
      kind: nhs
      names: [Leeds Children's Hospital]
      acronyms: [LCH]
    - id: uol
      kind: university
      names: [University of Leeds]
      domains: [leeds.ac.uk]
    - id: medicine
      kind: university
      names: [School of Medicine in Leeds]
      domains: [medicinehealth.leeds.ac.uk]
    - id: lbu
      kind: university
      names:
        - Leeds Beckett University
        - {name: Leeds Metropolitan University, from: 1992, until: 2014-09-22}
      domains: [{domain: leedsmet.ac.uk, until: 2014-09-22}]
    - id: hiyh
      kind: partnership
      names:
        - {name: Health Innovation Yorkshire & Humber, from: 2023-10}
        - {name: Yorkshire and Humber AHSN, until: 2023-10}
    - id: beziers
      kind: council
      names: [Ville de Béziers]
  """

extension Classification {
  /// The mentions of partners in the text, as "id words".
  var named: [String] {
    mentions.compactMap { mention in
      guard case .partner(let id) = mention.target, mention.field == .text else { return nil }
      return "\(id) \(mention.words)"
    }
  }
}

/// Classifies a text with the partners of the city.
func named(_ text: String, title: String = "", day: String? = nil) throws -> [String] {
  let classifier = Classifier(try makeCatalog(partners: cityPartners))
  return classifier.classify(
    Document(feed: "f", title: title, text: text, day: day.flatMap { Day($0) })
  ).named
}

/// A small generator that gives the same numbers for the same seed everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
