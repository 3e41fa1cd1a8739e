/// What the elements of HTML mean for reading and for safety.
enum HTMLElements {
  /// Blocks with an empty line around them.
  static let paragraphs: Set<String> = [
    "address", "article", "aside", "blockquote", "dl", "fieldset", "figure", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table",
    "ul",
  ]

  /// Elements that start a line.
  static let lines: Set<String> = [
    "br", "caption", "center", "dd", "details", "div", "dt", "figcaption", "li", "option",
    "summary",
    "tbody", "tfoot", "thead", "tr",
  ]

  /// Elements whose content is code or belongs to another program: dropped with all that is in them.
  static let dropped: Set<String> = [
    "applet", "head", "iframe", "object", "script", "style", "svg", "template", "title", "xml",
  ]

  /// Elements without an end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
  ]

  /// Elements that sanitised HTML may have.
  static let allowed: Set<String> = [
    "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big",
    "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "dir", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer",
    "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark",
    "menu", "nav", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section",
    "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "video", "wbr",
  ]

  /// Attributes that sanitised HTML may have; `id`, `class` and `style` are not, for they reach
  /// into the page that shows the text.
  static let allowedAttributes: Set<String> = [
    "abbr", "align", "alt", "border", "cite", "colspan", "controls", "datetime", "dir", "headers",
    "height", "href", "hreflang", "lang", "name", "open", "poster", "reversed", "rowspan", "scope",
    "src", "start", "summary", "title", "type", "valign", "value", "width",
  ]

  /// Attributes whose value is an address.
  static let addresses: Set<String> = ["cite", "href", "poster", "src"]
}
