import FeedParsing
import Testing

/// Damage inside values and between them, each in the second of three items.
@Suite struct JSONFeedDamageTests {
  private func entries(_ item: String) throws -> (kinds: [FeedIssue.Kind], middle: ParsedEntry) {
    let (feed, entries) = try JSONFeedText.parse(
      JSONFeedText.feed(
        "{\"id\":\"1\",\"title\":\"One\"},\(item),{\"id\":\"3\",\"title\":\"Three\"}"))
    try #require(entries.map(\.id) == ["1", "2", "3"])
    #expect(entries[0].title == "One")
    #expect(entries[2].title == "Three")
    #expect(entries[1].source == item)
    return (feed.kinds, entries[1])
  }

  @Test(arguments: DamagedTitle.all)
  fileprivate func `a title is read whatever stands in its place`(_ damage: DamagedTitle) throws {
    let (found, entry) = try entries(
      "{\"id\":\"2\",\"title\":\(damage.value)\n,\"summary\":\"S\"}")
    #expect(entry.title == damage.title)
    #expect(entry.summary?.text == "S")
    #expect(found == damage.kinds)
  }

  @Test(arguments: [
    ("{\"id\":\"2\",\"title\":\"Two\",}", [FeedIssue.Kind.misplacedComma]),
    ("{,\"id\":\"2\",,\"title\":\"Two\"}", [.misplacedComma, .misplacedComma]),
    ("{\"id\":\"2\" \"title\":\"Two\"}", [.misplacedComma]),
    (
      "{\"id\":\"2\",\"tags\":[\"a\" \"b\",],\"title\":\"Two\"}",
      [.misplacedComma, .misplacedComma]
    ),
    ("{id:\"2\",'title':\"Two\"}", [.looseQuoting, .looseQuoting]),
    ("{\"id\" \"2\",\"title\"\n\"Two\"}", [.structure, .structure]),
    ("{\"id\"::\"2\",\"title\":\"Two\"}", [.structure]),
    ("{/* a */\"id\":\"2\",// b\n\"title\"/*c*/:\"Two\"}", [.comment, .comment, .comment]),
    ("{\"id\":\"2\",\u{A0}\"title\":\u{FEFF}\"Two\"}", [.illegalCharacter, .illegalCharacter]),
    (
      "{\"id\":\"1\",\"id\":\"2\",\"title\":\"Two\",\"title\":null}",
      [.duplicateKey, .duplicateKey]
    ),
    ("{\"id\":\"2\",oops,\"title\":\"Two\"}", [.structure, .misplacedComma]),
    ("{\"id\":\"2\",\"url,\"title\":\"Two\"}", [.strayQuote, .structure, .misplacedComma]),
    ("{\"id\":\"2\",\"summary\":\"S,\n \"title\":\"Two\"}", [.unclosedMarkup]),
    ("{\"id\":\"2\",\"title\":\"Two\",\"summary\":\"S}", [.unclosedMarkup]),
    ("{\"id\":\"2\",\"title\":\"Two\",\"summary\":S\"}", [.looseQuoting, .strayQuote]),
  ])
  func `an item is read whatever has happened to its punctuation`(
    item: String, kinds: [FeedIssue.Kind]
  ) throws {
    let (found, entry) = try entries(item)
    #expect(entry.title == "Two")
    #expect(found == kinds)
  }

  @Test(arguments: [
    ("\"author\":\"Ann <ann@example.org>\"", [Person(name: "Ann", email: "ann@example.org")]),
    ("\"author\":[{\"name\":\"Ann\"}]", [Person(name: "Ann")]),
    ("\"authors\":{\"name\":\"Ann\"}", [Person(name: "Ann")]),
    ("\"authors\":[\"Ann\",{\"name\":\"Bo\"},7]", [Person(name: "Ann"), Person(name: "Bo")]),
    ("\"author\":{\"name\":\"Ann\"},\"authors\":[{\"name\":\"Bo\"}]", [Person(name: "Bo")]),
    ("\"authors\":[],\"author\":{\"name\":\"Ann\"}", [Person(name: "Ann")]),
    ("\"authors\":null,\"author\":{}", []),
  ])
  func `people are found in the shape of either version`(fields: String, people: [Person]) throws {
    let (_, entry) = try entries("{\"id\":\"2\",\(fields)}")
    #expect(entry.authors == people)
  }

  @Test(arguments: [
    ("\"news\"", ["news"]), ("\"a, b\"", ["a, b"]), ("[\"a\",7,null,\"\",\"a\"]", ["a", "7"]),
    ("[[\"a\"],\"b\"]", ["b"]), ("{\"a\":1}", []), ("null", []),
  ])
  func `tags are what can be read as tags`(value: String, tags: [String]) throws {
    let (_, entry) = try entries("{\"id\":\"2\",\"tags\":\(value)}")
    #expect(entry.categories.map(\.term) == tags)
  }

  @Test(arguments: [
    "{\"url\":\"https://example.org/a\"}", "\"https://example.org/a\"",
    "[\"https://example.org/a\",{},{\"url\":\"\"},3]",
  ])
  func `files are found in the place of an array of files`(value: String) throws {
    let (_, entry) = try entries("{\"id\":\"2\",\"attachments\":\(value)}")
    #expect(entry.enclosures == [Enclosure(url: "https://example.org/a")])
  }

  @Test func `an issue tells the line`() throws {
    let (feed, _) = try JSONFeedText.parse(
      JSONFeedText.feed("{\"id\":\"1\"},\n\n{\"id\":\"2\",\n\"tags\":[\"a\",]\n},{'id':\"3\"}"))
    #expect(feed.issues.map(\.line) == [4, 5])
  }
}

/// What stands behind `"title":`, and what is read from it.
private struct DamagedTitle: CustomTestStringConvertible, Sendable {
  let value: String
  let title: String?
  let kinds: [FeedIssue.Kind]

  init(_ value: String, _ title: String?, _ kinds: [FeedIssue.Kind]) {
    self.value = value
    self.title = title
    self.kinds = kinds
  }

  var testDescription: String { value }

  static let all: [DamagedTitle] = [
    // Line breaks and control characters as they are.
    DamagedTitle("\"a\nb\tc\"", "a b c", [.illegalCharacter]),
    DamagedTitle("\"a\u{1}b\"", "a\u{1}b", [.illegalCharacter]),
    DamagedTitle("\"a\u{0}b\"", "a\u{FFFD}b", [.illegalCharacter]),
    // Escapes that JSON has.
    DamagedTitle("\"\\\"\\\\\\/ \\u00e9\\u00C9\"", "\"\\/ éÉ", []),
    DamagedTitle("\"\\ud83d\\ude00\"", "😀", []),
    DamagedTitle("\"a\\n\\t\\r\\fb\"", "a b", []),
    DamagedTitle("\"a\\u0000b\"", "a\u{FFFD}b", []),
    // Escapes that it does not have.
    DamagedTitle("\"it\\'s\"", "it's", [.badEscape]),
    DamagedTitle("\"\\x41\\xe9\"", "Aé", [.badEscape, .badEscape]),
    DamagedTitle("\"\\u{1F600}\"", "😀", [.badEscape]),
    DamagedTitle("\"C:\\Users\\x\"", "C:\\Users\\x", [.badEscape, .badEscape]),
    DamagedTitle("\"\\u12\"", "\\u12", [.badEscape]),
    DamagedTitle("\"\\u{}\\u{zz}\"", "\\u{}\\u{zz}", [.badEscape, .badEscape]),
    DamagedTitle("\"a\\ud83db\"", "a\u{FFFD}b", [.badEscape]),
    DamagedTitle("\"\\ude00\\ud83d\"", "\u{FFFD}\u{FFFD}", [.badEscape, .badEscape]),
    DamagedTitle("\"\\ud83d\\u0041\"", "\u{FFFD}A", [.badEscape]),
    // Quotes of the wrong kind, too many or none.
    DamagedTitle("'it is'", "it is", [.looseQuoting]),
    DamagedTitle("'it's \"so\"'", "it's \"so\"", [.looseQuoting, .strayQuote]),
    DamagedTitle("\"The \"best\" ward\"", "The \"best\" ward", [.strayQuote]),
    DamagedTitle("\"\"Best\" ward\"", "\"Best\" ward", [.strayQuote]),
    DamagedTitle("\"Ward of \"the year\"\"", "Ward of \"the year\"", [.strayQuote]),
    DamagedTitle("\"Say \"yes\", then go\"", "Say \"yes\", then go", [.strayQuote]),
    DamagedTitle("\"Say \"yes\": go\"", "Say \"yes\": go", [.strayQuote]),
    DamagedTitle("\"See [the \"docs\"] here\"", "See [the \"docs\"] here", [.strayQuote]),
    DamagedTitle("a new ward", "a new ward", [.looseQuoting]),
    DamagedTitle(
      "https://example.org/a // why", "https://example.org/a", [.looseQuoting, .comment]),
    // Values that are no texts.
    DamagedTitle("2024", "2024", [.unexpectedValue]),
    DamagedTitle("NaN", nil, [.badLiteral]),
    DamagedTitle("undefined", nil, [.badLiteral]),
    DamagedTitle("None", nil, [.badLiteral]),
    DamagedTitle("+07", "+07", [.badLiteral, .unexpectedValue]),
    DamagedTitle("false", nil, [.unexpectedValue]),
    DamagedTitle("null", nil, []),
    DamagedTitle("", nil, [.structure]),
    DamagedTitle("{\"a\":[{}]}", nil, [.unexpectedValue]),
    DamagedTitle("[\"A\"]", nil, [.unexpectedValue]),
  ]
}
