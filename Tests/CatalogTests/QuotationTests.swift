import Catalog
import Testing

@Suite struct QuotationTests {
  private func roles(_ text: String) throws -> [String] {
    let classifier = Classifier(try makeCatalog(partners: cityPartners))
    return classifier.classify(Document(feed: "f", title: "", text: text)).mentions.map {
      "\($0.words) \($0.role)"
    }
  }

  @Test(arguments: [
    "“It works,” said Ann Lee, chief executive of LTHT.",
    "\"It works,\" said Ann Lee, chief executive of LTHT.",
    "“It works.” Ann Lee, chief executive of LTHT, said.",
    "“It works. It really does,” said Dr Ann Lee of LTHT.",
    "LTHT's director said: “It works.”",
    "LTHT said: “It works.”",
    "LTHT said:\n\n“It works.”",
    "Ann Lee, chief executive of LTHT, said: “It works.”",
    "Prof. Ann Lee, chief executive of LTHT, said: “It works.”",
    "Ann Lee, chair of LTHT and dean of medicine, said: “It works.”",
    "A spokesperson for LTHT added: “It works.”",
    "LTHT chief executive Ann Lee commented: ‘It works.’",
    "‘It works,’ says Ann Lee, chief executive of LTHT.",
    "LTHT said it was “delighted”.",
    "Ann Lee, who leads the team at LTHT, said: “It works.”",
    "“It works,” said Ann Lee, who runs LTHT.",
    "LTHT adds: “It works well enough.”",
  ])
  func `a name within the attribution of a quotation is quoted`(text: String) throws {
    #expect(try roles(text) == ["LTHT quoted"])
  }

  @Test(arguments: [
    "“We thank LTHT,” said Ann Lee.",
    "“We thank LTHT,” she said.",
    "LTHT said that it works.",
    "Ann Lee, who visited LTHT, said: “It works.”",
    "“It works,” said Ann Lee, who works with LTHT.",
    "“It works,” said Ann Lee after a visit to LTHT.",
    "Speaking at LTHT, Ann Lee said: “It works.”",
    "LTHT opened a ward. “It works,” said Ann Lee.",
    "“It works,” said Ann Lee. LTHT opened a ward.",
    "LTHT added a “ward of the future” in May.",
    "LTHT adds “care” to its name.",
    "LTHT has a ward, and Ann Lee said: “It works.”",
    "LTHT's ward won.\n\n“It works,” said Ann Lee.",
    "“It works” was all that she said of LTHT.",
  ])
  func `a name anywhere else is mentioned`(text: String) throws {
    #expect(try roles(text) == ["LTHT mentioned"])
  }

  @Test func `one person may speak for two partners`() throws {
    let text =
      "Ann Lee, chief executive of LTHT and chair of Leeds Beckett University, said: “Yes.”"
    #expect(try roles(text) == ["LTHT quoted", "Leeds Beckett University quoted"])
  }

  @Test func `a quotation over three paragraphs that is closed once stays a quotation`() throws {
    let text = """
      Ann Lee said: “It works.

      “LTHT said it would.

      “And so it does.” LTHT said: “It does.”
      """
    #expect(try roles(text) == ["LTHT mentioned", "LTHT quoted"])
  }

  @Test func `the first quotation is kept where five mentions come before it`() throws {
    let text = String(repeating: "LTHT again. ", count: 7) + "LTHT said: “It works.” LTHT."
    #expect(
      try roles(text).map { String($0.dropFirst(5)) } == [
        "mentioned", "mentioned", "mentioned", "mentioned", "quoted",
      ])
  }
}
