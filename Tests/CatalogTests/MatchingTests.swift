import Catalog
import Testing

@Suite struct MatchingTests {
  @Test(arguments: [
    ("At the University of Leeds today", ["uol University of Leeds"]),
    ("UNIVERSITY OF LEEDS", ["uol UNIVERSITY OF LEEDS"]),
    ("university  of\n\tLeeds", ["uol university  of\n\tLeeds"]),
    ("University\u{A0}of\u{2009}Leeds", ["uol University\u{A0}of\u{2009}Leeds"]),
    ("the University-of–Leeds, she", ["uol University-of–Leeds"]),
    ("(University of Leeds)", ["uol University of Leeds"]),
    ("“University of Leeds”", ["uol University of Leeds"]),
    ("University of Leeds’s labs", ["uol University of Leeds"]),
    ("University of Leeds' labs", ["uol University of Leeds"]),
    ("Univer\u{AD}sity of Leeds", ["uol Univer\u{AD}sity of Leeds"]),
    ("University of Leedsville", []),
    ("Cuniversity of Leeds", []),
    ("University of Leeds2", []),
    ("University, of Leeds", []),
    ("Health Innovation Yorkshire and Humber", ["hiyh Health Innovation Yorkshire and Humber"]),
    ("Health Innovation Yorkshire & Humber", ["hiyh Health Innovation Yorkshire & Humber"]),
    ("Yorkshire&Humber AHSN", ["hiyh Yorkshire&Humber AHSN"]),
    ("la ville de Beziers", ["beziers ville de Beziers"]),
    ("la VILLE DE BÉZIERS", ["beziers VILLE DE BÉZIERS"]),
    ("Ville de Be\u{301}ziers!", ["beziers Ville de Be\u{301}ziers"]),
    ("St James’s University Hospital", ["ltht St James’s University Hospital"]),
    ("St James' University Hospital", ["ltht St James' University Hospital"]),
    ("at Jimmy's, and", ["ltht Jimmy's"]),
    ("at Jimmy’s.", ["ltht Jimmy’s"]),
    ("at Jimmy, and", []),
    ("the NHS, the Trust and Leeds", []),
    ("", []),
  ])
  func `names are found however they are written`(text: String, expected: [String]) throws {
    #expect(try named(text) == expected)
  }

  @Test func `the longest name wins and shorter ones inside it are not mentions`() throws {
    #expect(
      try named("Leeds Teaching Hospitals NHS Trust, Leeds Teaching Hospitals") == [
        "ltht Leeds Teaching Hospitals NHS Trust", "ltht Leeds Teaching Hospitals",
      ])
  }

  @Test func `of two names that overlap the longer stays`() throws {
    let catalog = try makeCatalog(
      partners: """
        partners:
          - {id: short, kind: group, names: [Alpha Beta]}
          - {id: long, kind: group, names: [Beta Gamma Delta]}
        """)
    let result = Classifier(catalog).classify(
      Document(feed: "f", title: "", text: "Alpha Beta Gamma Delta. Alpha Beta Gamma."))
    #expect(result.named == ["long Beta Gamma Delta", "short Alpha Beta"])
  }

  @Test func `five mentions of a partner are kept in a field, in the order of the text`() throws {
    let text = (1...9).map { "\($0) University of Leeds" }.joined(separator: ". ")
    let classifier = Classifier(try makeCatalog(partners: cityPartners))
    let mentions = classifier.classify(
      Document(feed: "f", title: "University of Leeds", text: text)
    ).mentions
    #expect(mentions.count == 6)
    #expect(mentions.first?.field == .title)
    #expect(mentions.dropFirst().map(\.start) == [2, 25, 48, 71, 94])
  }

  @Test func `a mention says which words, which name and which rule`() throws {
    let classifier = Classifier(try makeCatalog(partners: cityPartners))
    let mentions = classifier.classify(
      Document(feed: "f", title: "", text: "Ärzte im Leeds general infirmary")
    ).mentions
    #expect(
      mentions == [
        Mention(
          target: .partner("ltht"), role: .mentioned, field: .text, start: 10, end: 33,
          words: "Leeds general infirmary", name: "Leeds General Infirmary", rule: "site")
      ])
  }

  @Test func `an empty catalog finds nothing`() {
    let result = Classifier(.empty).classify(
      Document(feed: "f", title: "A title", summary: "S", text: "Some\ntext", link: "https://a.b"))
    #expect(result.mentions.isEmpty)
    #expect(result.title == "A title")
    #expect(result.summary == "S")
    #expect(result.text == "Some\ntext")
    #expect(result.publisher == nil)
  }
}

@Suite struct NamesInTimeTests {
  @Test(arguments: [
    ("1991-12-31", []),
    ("1992-01-01", ["lbu Leeds Metropolitan University"]),
    ("2014-09-21", ["lbu Leeds Metropolitan University"]),
    ("2014-09-22", []),
    (nil, ["lbu Leeds Metropolitan University"]),
  ])
  func `a name counts in its time and where the day is unknown`(
    day: String?, expected: [String]
  ) throws {
    #expect(try named("Leeds Metropolitan University", day: day) == expected)
  }

  @Test func `a name that is out of time hides no other`() throws {
    let catalog = try makeCatalog(
      partners: """
        partners:
          - id: mid
            kind: nhs
            names: [Mid Yorkshire, {name: Mid Yorkshire Hospitals, until: 2023-05}]
        """)
    let document = Document(
      feed: "f", title: "", text: "Mid Yorkshire Hospitals", day: Day("2024-01-01"))
    #expect(Classifier(catalog).classify(document).named == ["mid Mid Yorkshire"])
  }
}

@Suite struct ExclusionTests {
  @Test(arguments: [
    ("Leeds Teaching Hospitals United won", []),
    ("LEEDS  TEACHING HOSPITALS UNITED", []),
    ("Leeds Teaching Hospitals unite", ["ltht Leeds Teaching Hospitals"]),
    ("Leeds Children's Hospital", ["lchospital Leeds Children's Hospital"]),
  ])
  func `a phrase that is not a partner hides the names within it`(
    text: String, expected: [String]
  ) throws {
    #expect(try named(text) == expected)
  }
}

@Suite struct AcronymTests {
  @Test(arguments: [
    ("LTHT opened", ["ltht LTHT"]),
    ("ltht opened", []),
    ("Ltht opened", []),
    ("LTHTR opened", []),
    ("LTHT's ward", ["ltht LTHT"]),
    ("at the LGI.", ["ltht LGI"]),
    ("at the lgi.", []),
    ("leeds general infirmary", ["ltht leeds general infirmary"]),
  ])
  func `acronyms and sites in capitals keep their case`(text: String, expected: [String]) throws {
    #expect(try named(text) == expected)
  }

  @Test(arguments: [
    ("LCH opened", []),
    ("Leeds Community Healthcare (LCH)", ["lch Leeds Community Healthcare", "lch LCH"]),
    (
      "LCH, or Leeds Children's Hospital",
      ["lchospital LCH", "lchospital Leeds Children's Hospital"]
    ),
    (
      "Leeds Community Healthcare, Leeds Children's Hospital: LCH",
      [
        "lch Leeds Community Healthcare", "lchospital Leeds Children's Hospital", "lch LCH",
        "lchospital LCH",
      ]
    ),
  ])
  func `an acronym of two partners needs another name of one`(
    text: String, expected: [String]
  ) throws {
    #expect(try named(text) == expected)
  }

  @Test func `an acronym of two partners is its publisher's`() throws {
    let classifier = Classifier(try makeCatalog(partners: cityPartners))
    let result = classifier.classify(
      Document(feed: "f", publisher: "lch", title: "", text: "LCH opened"))
    #expect(result.named == ["lch LCH"])
  }

  @Test func `a name in the title vouches for an acronym in the text`() throws {
    #expect(try named("LCH opened", title: "Leeds Community Healthcare") == ["lch LCH"])
  }
}
