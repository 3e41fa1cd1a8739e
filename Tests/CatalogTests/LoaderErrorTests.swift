import Catalog
import Testing

@Suite struct LoaderErrorTests {
  /// Loads a catalog in which one file is wrong, and gives the message.
  private func failure(_ file: String, _ text: String) -> String? {
    do {
      _ = try Catalog.parse([file: Array(text.utf8)], in: "Feeds")
      return nil
    } catch {
      return "\(error)"
    }
  }

  private static let head = "partners:\n  - id: a\n    kind: nhs\n    names: [A]\n"

  @Test(arguments: [
    (
      "kind: nsh",
      "Feeds/partners.yaml:3: partners[0].kind: \"nsh\" is no kind of partner; use one of nhs, university, council, charity, business, skills, partnership, programme, group"
    ),
    ("kind:", "Feeds/partners.yaml:2: partners[0]: kind is missing; add \"kind: ...\""),
    (
      "kind: [nhs]",
      "Feeds/partners.yaml:3: partners[0].kind: a text is expected, not a list; write one value in quotation marks"
    ),
    (
      "kind: nhs\n    nmaes: [A]",
      "Feeds/partners.yaml:4: partners[0]: \"nmaes\" is no key here; do you mean \"names\"?"
    ),
    (
      "kind: nhs\n    colour: red",
      "Feeds/partners.yaml:4: partners[0]: \"colour\" is no key here; use one of id, kind, names, acronyms, sites, domains, identifiers, members, predecessors, successors, not, note"
    ),
    (
      "kind: nhs\n    kind: nhs",
      "Feeds/partners.yaml:3: kind: the key stands twice in one mapping; join the two or remove one"
    ),
  ])
  func `an error says file, line, key, problem and remedy`(lines: String, expected: String) {
    let text = "partners:\n  - id: a\n    \(lines)\n    names: [A]\n"
    #expect(failure("partners.yaml", text) == expected)
  }

  @Test(arguments: [
    ("names: Alpha", 4, "partners[0].names: a list is expected, not a text"),
    ("names: {name: Alpha}", 4, "partners[0].names: a list is expected, not a mapping"),
    ("names: []", 2, "partners[0]: names is empty"),
    ("names:\n      - Alpha\n      - \"\"", 6, "partners[0].names[1]: the value is empty"),
    ("names:\n      - Alpha\n      - ~", 6, "partners[0].names[1]: a mapping is expected"),
    ("names: [\"–\"]", 4, "partners[0].names[0]: \"–\" has no word in it"),
    ("names: [{name: A, from: 2020-13}]", 4, "partners[0].names[0].from: \"2020-13\" is no date"),
    (
      "names: [{name: A, from: 2020, until: 2020}]", 4,
      "partners[0].names[0].until: until (2020-01-01) is not after from"
    ),
    ("names: [{name: A, until: soon}]", 4, "partners[0].names[0].until: \"soon\" is no date"),
    ("names: [{from: 2020}]", 4, "partners[0].names[0]: name is missing"),
    (
      "names: [{name: A, form: 2020}]", 4,
      "partners[0].names[0]: \"form\" is no key here; do you mean \"from\"?"
    ),
    (
      "names: [A]\n    domains: [\"https://a.b\"]", 5,
      "partners[0].domains[0]: \"https://a.b\" is no domain"
    ),
    (
      "names: [A]\n    domains: [localhost]", 5,
      "partners[0].domains[0]: \"localhost\" is no domain"
    ),
    (
      "names: [A]\n    members: [b]", 5,
      "partners[0].members[0]: \"b\" is no partner of the catalog"
    ),
    (
      "names: [A]\n    members: [{id: b}]", 5,
      "partners[0].members[0]: \"b\" is no partner of the catalog"
    ),
    (
      "names: [A]\n    predecessors: [aa]", 5,
      "partners[0].predecessors[0]: \"aa\" is no partner of the catalog"
    ),
    (
      "names: [A]\n    successors: [b]", 5,
      "partners[0].successors[0]: \"b\" is no partner of the catalog"
    ),
    (
      "names: [A]\n    identifiers: {ods: [1]}", 5,
      "partners[0].identifiers.ods: a text is expected, not a list"
    ),
    ("names: [A]\n    identifiers: [1]", 5, "partners[0].identifiers: a mapping is expected"),
    ("names: [A]\n    not: [\"\"]", 5, "partners[0].not[0]: the value is empty"),
    (
      "names: [A]\n  - id: a\n    kind: nhs\n    names: [B]", 5,
      "partners[1]: the id \"a\" stands in line 2 already"
    ),
    ("names: [A]\n  - {id: B, kind: nhs, names: [B]}", 5, "partners[1].id: \"B\" is no id"),
    ("names: [A]\n  - just a text", 5, "partners[1]: a mapping is expected"),
    ("names: [A\n", 5, "this is no YAML: "),
    ("names: *nobody", 4, "this is no YAML: found undefined alias"),
    ("? [a]\n    : b", 4, "partners[0]: a key must be a word"),
  ])
  func `what is wrong in partners is found where it is`(
    lines: String, line: Int, expected: String
  ) throws {
    let text = "partners:\n  - id: a\n    kind: nhs\n    \(lines)\n"
    let message = try #require(failure("partners.yaml", text))
    #expect(message.contains(expected))
    #expect(message.hasPrefix("Feeds/partners.yaml:\(line): "), "\(message)")
    #expect(!message.contains("\n"))
  }

  @Test(arguments: [
    ("name: T", 2, "topics[0]: facet is missing"),
    (
      "name: T\n    facet: art", 4,
      "topics[0].facet: \"art\" is no facet; use one of sector, health"
    ),
    ("facet: health", 2, "topics[0]: name is missing"),
    (
      "name: T\n    facet: health\n    phrases: [a, \"*\"]", 5,
      "topics[0].phrases[1]: \"*\" has no word in it"
    ),
    (
      "name: T\n    facet: health\n    phrases: [a*b]", 5,
      "topics[0].phrases[0]: \"a*b\" has a * within it"
    ),
    (
      "name: T\n    facet: health\n    phrases: [a *]", 5,
      "topics[0].phrases[0]: \"a *\" has a * within it"
    ),
    (
      "name: T\n    facet: health\n    phrases: [{phrase: a, weight: 0.5}]", 5,
      "topics[0].phrases[0].weight: \"0.5\" is no weight"
    ),
    (
      "name: T\n    facet: health\n    phrases: [{phrase: a, weight: 10}]", 5,
      "topics[0].phrases[0].weight: \"10\" is no weight"
    ),
    (
      "name: T\n    facet: health\n    must: [\"...\"]", 5,
      "topics[0].must[0]: \"...\" has no word in it"
    ),
    (
      "name: T\n    facet: health\n    iptc: [\"medtop:7\"]", 5,
      "topics[0].iptc[0]: \"medtop:7\" is no code"
    ),
    (
      "name: T\n    facet: health\n    mustnot: [a]", 5,
      "topics[0]: \"mustnot\" is no key here; do you mean \"must-not\"?"
    ),
  ])
  func `what is wrong in topics is found where it is`(
    lines: String, line: Int, expected: String
  ) throws {
    let message = try #require(failure("topics.yaml", "topics:\n  - id: t\n    \(lines)\n"))
    #expect(message.hasPrefix("Feeds/topics.yaml:\(line): \(expected)"), "\(message)")
  }

  @Test(arguments: [
    ("", 2, "feeds[0]: url and file are missing"),
    ("url: https://a.b\n    file: c", 4, "feeds[0].file: both url and file are given"),
    ("url: ftp://a.b", 3, "feeds[0].url: \"ftp://a.b\" is no address of a feed"),
    ("url: https://", 3, "feeds[0].url: \"https://\" is no address of a feed"),
    ("file: a\n    publisher: x", 4, "feeds[0].publisher: \"x\" is no partner of the catalog"),
    ("file: a\n    topics: [x]", 4, "feeds[0].topics[0]: \"x\" is no topic of the catalog"),
    ("file: a\n    topics: x", 4, "feeds[0].topics: a list is expected, not a text"),
    (
      "file: a\n    rights: mine", 4,
      "feeds[0].rights: \"mine\" is no class of rights; use one of own, open, press"
    ),
    ("file: a\n  - {id: f, file: b}", 4, "feeds[1]: the id \"f\" stands in line 2 already"),
  ])
  func `what is wrong in feeds is found where it is`(
    lines: String, line: Int, expected: String
  ) throws {
    let message = try #require(failure("feeds.yaml", "feeds:\n  - id: f\n    \(lines)\n"))
    #expect(message.hasPrefix("Feeds/feeds.yaml:\(line): \(expected)"), "\(message)")
  }

  @Test(arguments: [
    (
      "boilerplate: [{id: a, line: [b]}]",
      "Feeds/boilerplate.yaml:1: boilerplate[0]: \"line\" is no key here; do you mean \"lines\"?"
    ),
    (
      "boilerplate: [{id: a, lines: [\"-\"]}]",
      "Feeds/boilerplate.yaml:1: boilerplate[0].lines[0]: \"-\" has no word in it; write words or remove it"
    ),
    (
      "boilerplate: [{lines: [b]}]",
      "Feeds/boilerplate.yaml:1: boilerplate[0]: id is missing; add \"id: ...\""
    ),
    ("rules: []", "Feeds/boilerplate.yaml:1: \"rules\" is no key here; use one of boilerplate"),
    (
      "- a",
      "Feeds/boilerplate.yaml:1: a mapping is expected; write keys and values, such as boilerplate: ..."
    ),
    (
      "boilerplate: 1\n---\nboilerplate: 2",
      "Feeds/boilerplate.yaml:2: this is no YAML: but found another document; check indentation, colons and quotation marks"
    ),
    (
      "a: b\n\u{1}: c",
      "Feeds/boilerplate.yaml:2: this is no YAML: control characters are not allowed; remove the character"
    ),
  ])
  func `what is wrong in boilerplate and in any file is found`(text: String, expected: String) {
    #expect(failure("boilerplate.yaml", text) == expected)
  }

  @Test func `bytes that are not UTF-8 are refused`() throws {
    #expect(throws: CatalogError.self) {
      try Catalog.parse(["feeds.yaml": [0x66, 0xE9, 0x0A]], in: "Feeds")
    }
  }

  @Test(arguments: [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
    String(repeating: "-\n", count: 1000),
    (0..<3000).map { String(repeating: " ", count: $0) + "-\n" }.joined(),
    String(repeating: "[\n", count: 100_000), "partners: &a [*a]", "&a *a", "%YAML 9.9\n---\n",
    "!!binary |\n  x",
    "partners: [<<: {a: b}]", "\u{FEFF}partners: {", "'", "\"\\x", "|", ">", "@", "`", "%", "\t- a",
    "a: b: c",
  ])
  func `no YAML brings the loader down`(text: String) {
    for file in ["partners.yaml", "topics.yaml", "feeds.yaml", "boilerplate.yaml"] {
      #expect(failure(file, text) != nil || text.count < 20, "\(text.prefix(20))")
    }
  }

  @Test func `no change of a byte brings the loader down`() {
    let source = Array((cityPartners + "\n").utf8)
    let bytes = Array("[]{}:-,&*!|>'\"%@`#?~ \n\t".utf8)
    for seed in UInt64(0)..<1500 {
      var generator = SeededGenerator(seed: seed)
      var changed = source
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: 0..<changed.count, using: &generator)
        changed[index] = bytes[Int.random(in: 0..<bytes.count, using: &generator)]
      }
      do {
        _ = Classifier(try Catalog.parse(["partners.yaml": changed], in: "Feeds"))
      } catch {
        #expect(error is CatalogError, "seed \(seed)")
      }
    }
  }
}
