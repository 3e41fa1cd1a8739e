/// Makes random feeds together with what they say.
struct FeedGenerator {
  var writer: FeedWriter
  var entries: [ExpectedEntry] = []
  /// How many words a run of text has.
  let words: ClosedRange<Int>
  /// Whether prefixes are declared on the root, where every feed should have them.
  let declaresAtRoot: Bool

  /// The elements that hold fields.
  static let holders: Set<String> = [
    "rss", "channel", "item", "rdf:RDF", "feed", "entry", "atom:feed", "atom:entry",
  ]

  /// A feed of a format; `words` makes its texts short or long.
  static func feed(
    _ format: TestFeed.Format, seed: Int, entries count: ClosedRange<Int> = 1...6,
    words: ClosedRange<Int> = 1...8
  ) -> TestFeed {
    var random = RandomSource(seed: seed)
    let number = Int.random(in: count, using: &random)
    var generator = FeedGenerator(random: random, words: words)
    generator.writeProlog(format)
    switch format {
    case .rss20, .rss091: generator.writeRSS(format, entries: number)
    case .rss10: generator.writeRDF(entries: number)
    case .atom10: generator.writeAtom(entries: number)
    }
    return TestFeed(format: format, pieces: generator.writer.pieces, entries: generator.entries)
  }

  private init(random: RandomSource, words: ClosedRange<Int>) {
    var random = random
    self.words = words
    declaresAtRoot = random.chance(70)
    writer = FeedWriter(random: random)
  }

  private mutating func writeProlog(_ format: TestFeed.Format) {
    if writer.random.chance(80) {
      writer.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
    }
    if writer.random.chance(20) { writer.raw("<?xml-stylesheet href=\"a.xsl\"?>\n<!-- a & b -->") }
    if format == .rss091, writer.random.chance(50) {
      writer.raw(
        "<!DOCTYPE rss SYSTEM \"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n")
    }
  }

  // MARK: What entries say

  func identifier(_ number: Int) -> String { "tag:example.org,2024:\(number)" }

  func link(_ number: Int) -> String { "https://example.org/news/\(number)?a=1&b=2&copy=é" }

  mutating func sentence() -> String { FeedWords.sentence(&writer.random, words: words) }

  mutating func date() -> TestDate {
    TestDate(secondsSince1970: Int64.random(in: 900_000_000...1_800_000_000, using: &writer.random))
  }

  mutating func zone() -> Int { writer.random.pick([0, 0, 60, -300, 330]) }

  // MARK: Attributes

  mutating func attribute(_ name: String, _ value: String) -> TestTag.Attribute {
    TestTag.Attribute(
      name: name, value: MarkupText.attribute(value), quote: writer.random.pick(["\"", "'"]))
  }

  /// The namespaces that a format's entries use, on the root.
  mutating func rootNamespaces(_ prefixes: [String]) -> [TestTag.Attribute] {
    guard declaresAtRoot else { return [] }
    return prefixes.map { attribute("xmlns:\($0)", Self.namespaces[$0] ?? "") }
  }

  /// The namespace of one prefix, on the element that uses it, unless the root has it.
  mutating func namespace(_ prefix: String) -> [TestTag.Attribute] {
    declaresAtRoot ? [] : [attribute("xmlns:\(prefix)", Self.namespaces[prefix] ?? "")]
  }

  static let namespaces = [
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "atom": "http://www.w3.org/2005/Atom",
  ]

  /// Elements that mean nothing to a feed and must not be taken for its own.
  mutating func writeExtension() {
    switch Int.random(in: 0..<4, using: &writer.random) {
    case 0: writer.field("slash:comments", namespace("slash"), "3")
    case 1:
      let shop = attribute("xmlns:s", "urn:example:shop")
      let field = TestTag(name: "title")
      writer.start("s:variant", [shop])
      writer.tokens([.start(field), .text("Wrong"), .end("title")])
      writer.end()
    case 2: writer.empty("x", [attribute("a", "1"), attribute("b", "a > b, é")])
    default: break
    }
  }
}
