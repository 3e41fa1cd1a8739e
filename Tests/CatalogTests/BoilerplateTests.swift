import Catalog
import Testing

@Suite struct BoilerplateTests {
  private static let rules = """
    boilerplate:
      - {id: ad, lines: [Advertisement, Hide Ad, Advertisement Hide Ad]}
      - {id: newsletter, starts: [Sign up to our, "The post"]}
      - {id: notes, cut-from: [Notes to editors, ENDS, About the *]}
      - {id: footer, lines-with: [appeared first on]}
      - {id: inline, phrases: [Advertisement Hide Ad, Read more]}
    """

  private func classify(
    _ text: String, title: String = "", summary: String? = nil
  ) throws
    -> Classification
  {
    let catalog = try makeCatalog(partners: cityPartners, boilerplate: Self.rules)
    return Classifier(catalog).classify(
      Document(feed: "f", title: title, summary: summary, text: text))
  }

  @Test(arguments: [
    ("A\n\nAdvertisement\n\nB", "A\n\nB", ["ad: Advertisement"]),
    ("A\nadvertisement \nB", "A\nB", ["ad: advertisement "]),
    ("A\n- Hide Ad -\nB", "A\nB", ["ad: - Hide Ad -"]),
    ("A\n\nAdvertisement\n\nHide Ad\n\nB", "A\n\nB", ["ad: Advertisement\n\nHide Ad"]),
    ("Advertisement costs rose", "Advertisement costs rose", []),
    (
      "A\n\nAll of X appeared first on Y.\n\nB", "A\n\nB",
      ["footer: All of X appeared first on Y."]
    ),
    ("A\nX appeared first on Y", "A", ["footer: X appeared first on Y"]),
    ("It appeared first on Y", "It appeared first on Y", []),
    ("The Advertisement", "The Advertisement", []),
    ("A\nSign up to our newsletter!\nB", "A\nB", ["newsletter: Sign up to our newsletter!"]),
    ("A, sign up to our list", "A, sign up to our list", []),
    ("Sign up to ourselves", "Sign up to ourselves", []),
    ("A\n\nENDS\n\nB\nC", "A", ["notes: ENDS\n\nB\nC"]),
    ("A\nNotes to Editors:\nB", "A", ["notes: Notes to Editors:\nB"]),
    ("A\n– ends –\nB", "A", ["notes: – ends –\nB"]),
    ("A\nIt ends here\nB", "A\nIt ends here\nB", []),
    ("Notes to editors\nB", "Notes to editors\nB", []),
    ("A\n\nAbout the Trust\nB", "A", ["notes: About the Trust\nB"]),
    ("A\nAbout the hub:\nB", "A", ["notes: About the hub:\nB"]),
    ("A\nAbout the hub nobody knew.\nB", "A\nAbout the hub nobody knew.\nB", []),
    ("A\nAbout the last line", "A\nAbout the last line", []),
    ("A Advertisement Hide Ad B", "A B", ["inline: Advertisement Hide Ad"]),
    ("A. Read more", "A.", ["inline: Read more"]),
    ("Read more A", "A", ["inline: Read more"]),
    ("A.\n\nRead more\n\nB", "A.\n\nB", ["inline: Read more"]),
    ("Read more Read more", "", ["inline: Read more", "inline: Read more"]),
    ("Nothing of it", "Nothing of it", []),
  ])
  func `what the rules name is removed`(text: String, kept: String, removed: [String]) throws {
    let result = try classify(text)
    #expect(result.text == kept)
    #expect(result.removed.map { "\($0.rule): \($0.words)" } == removed)
  }

  @Test func `offsets are those of what is left, and nothing is found in what went`() throws {
    let result = try classify("Read more at LTHT\n\nSign up to our list of LTHT\n\nLTHT")
    #expect(result.text == "at LTHT\n\nLTHT")
    #expect(result.mentions.map { [$0.start, $0.end] } == [[3, 7], [9, 13]])
  }

  @Test func `a title loses only phrases`() throws {
    let result = try classify("", title: "Advertisement", summary: "A\nAdvertisement")
    #expect(result.title == "Advertisement")
    #expect(result.summary == "A")
    #expect(try classify("", title: "LTHT opens. Read more").title == "LTHT opens.")
  }

  @Test func `a long line of boilerplate takes linear time`() throws {
    let text = "x " + String(repeating: "Advertisement ", count: 50_000)
    #expect(try classify(text).removed.isEmpty)
  }
}
