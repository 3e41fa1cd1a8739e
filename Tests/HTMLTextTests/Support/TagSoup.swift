/// HTML that nobody would write, the same for the same seed.
struct TagSoup {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  static let elements = [
    "a", "abbr", "address", "article", "aside", "audio", "b", "big", "blockquote", "br", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dialog", "dir", "div",
    "dl", "dt", "em", "fieldset", "figcaption", "figure", "font", "footer", "form", "h1", "h2",
    "h6", "header", "hgroup", "hr", "i", "img", "ins", "legend", "li", "main", "menu", "nav", "ol",
    "optgroup", "option", "p", "picture", "pre", "q", "s", "section", "small", "source", "span",
    "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead",
    "time", "title", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]

  private static let others = [
    "script", "style", "iframe", "object", "svg", "template", "title", "xmp", "plaintext", "body",
    "html", "head", "frameset", "o:p", "xhtml:p", "foo", "textarea", "noscript",
  ]

  private static let scraps = [
    "<", ">", "&", "\"", "'", "=", "/", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<!", "</", "/>",
    "&amp;", "&lt;", "&copy", "&#x3C;", "\u{0}", "\u{C}", "\n", "\t", " ", "é", "日本", "\u{FFFE}",
    "\u{1F389}", "</br>", "<3", "\r\n", "&#13;", "&nbsp;", "  ", "javascript:", "word",
  ]

  private static let attributes = [
    "href=\"a b\"", "src=x", "src='http://example.org/a.png'", "alt=\"&quot;<b>\"", "title='x>y'",
    "onclick=\"x\"", "style='width:1px'", "srcset='a 1x, b'", "controls", "href=javascript:x",
    "title=\"open", "lang=en/", "start=4", "value='2'", "=", "\"", "align=left align=right",
  ]

  /// Elements of HTML and words alone, hardly ever nested as they should be.
  mutating func elements(count: Int) -> String {
    (0..<count).map { _ in
      switch generator.next(below: 5) {
      case 0, 1: "<\(tag())>"
      case 2: "</\(tagName())>"
      default: ["w", " w ", "\n"][generator.next(below: 3)]
      }
    }.joined()
  }

  /// Elements of HTML and words that nest, as far as their names let them.
  mutating func nested(depth: Int) -> String {
    (0..<generator.next(below: 4)).map { _ in
      let name = tagName()
      let isLeaf = depth == 0 || generator.next(below: 3) == 0
      return isLeaf
        ? " w\(generator.next(below: 9))\n" : "<\(name)>\(nested(depth: depth - 1))</\(name)>"
    }.joined()
  }

  /// Anything at all.
  mutating func anything(count: Int) -> String {
    (0..<count).map { _ in
      switch generator.next(below: 6) {
      case 0, 1: "<\(tag())>"
      case 2: "</\(name())>"
      case 3: "<\(tag())"
      default: Self.scraps[generator.next(below: Self.scraps.count)]
      }
    }.joined()
  }

  /// The name of an element of HTML whose content is text.
  mutating func tagName() -> String {
    Self.elements[generator.next(below: Self.elements.count)]
  }

  private mutating func name() -> String {
    generator.next(below: 4) == 0
      ? Self.others[generator.next(below: Self.others.count)]
      : tagName()
  }

  private mutating func tag() -> String {
    let attributes = (0..<generator.next(below: 3)).map { _ in
      " " + Self.attributes[generator.next(below: Self.attributes.count)]
    }
    return name() + attributes.joined() + (generator.next(below: 8) == 0 ? "/" : "")
  }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
