/// Writes the parts of a generated feed one after the other.
struct FeedWriter {
  private(set) var pieces: [FeedPiece] = []
  var random: RandomSource
  /// The entry that is being written.
  var entry: Int?
  private var open: [String] = []

  init(random: RandomSource) {
    self.random = random
  }

  mutating func raw(_ text: String) { add(.raw(text)) }

  mutating func start(_ name: String, _ attributes: [TestTag.Attribute] = []) {
    open.append(name)
    add(.start(tag(name, attributes)))
  }

  mutating func end() {
    guard let name = open.last else { return }
    add(.end(name))
    open.removeLast()
    space()
  }

  mutating func empty(_ name: String, _ attributes: [TestTag.Attribute] = []) {
    open.append(name)
    var tag = tag(name, attributes)
    tag.isEmpty = true
    add(.start(tag))
    open.removeLast()
    space()
  }

  /// An element with characters, as text, as CDATA, or as some of both.
  mutating func field(
    _ name: String, _ attributes: [TestTag.Attribute] = [], _ text: String
  ) {
    start(name, attributes)
    let isPadded = random.chance(20)
    if isPadded { add(.text("\n  ")) }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: cdata(text)
    case 1:
      let middle = text.index(text.startIndex, offsetBy: text.count / 2)
      self.text(String(text[..<middle]))
      cdata(String(text[middle...]))
    default: self.text(text)
    }
    if isPadded { add(.text("\n  ")) }
    end()
  }

  mutating func tokens(_ tokens: [FeedPiece.Token]) {
    for token in tokens { add(token) }
  }

  private mutating func text(_ text: String) {
    guard !text.isEmpty else { return }
    add(.text(MarkupText.xml(text, &random)))
  }

  private mutating func cdata(_ text: String) {
    for (index, part) in text.split(separator: "]]>", omittingEmptySubsequences: false).enumerated()
    {
      // `]]>` cannot stand in a section; a writer that knows it starts another one within.
      if index > 0 { add(.cdata("]]")) }
      add(.cdata((index > 0 ? ">" : "") + part))
    }
  }

  /// White space and other things that mean nothing, between two fields.
  mutating func space() {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: break
    case 1: add(.raw("<!-- a < b & <item> ]]> -->"))
    case 2: add(.raw("\n\t\n  "))
    case 3: add(.raw("<?note a & b?>\n"))
    default: add(.raw("\n"))
    }
  }

  private func tag(_ name: String, _ attributes: [TestTag.Attribute]) -> TestTag {
    TestTag(name: name, attributes: attributes)
  }

  private mutating func add(_ token: FeedPiece.Token) {
    // The field is the element right below the entry or feed that holds it.
    let depth = open.firstIndex { FeedGenerator.holders.contains($0) == false }
    pieces.append(FeedPiece(token: token, entry: entry, field: depth.map { open[$0] }))
  }
}
