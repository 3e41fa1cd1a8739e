/// Reads sanitised HTML as strictly as can be, and says what is wrong with it.
struct StrictMarkup {
  private static let elements = Set(TagSoup.elements).union([
    "acronym", "bdi", "bdo", "dfn", "h3", "h4", "h5", "kbd", "mark", "rp", "rt", "ruby", "samp",
  ]).subtracting([
    "dialog", "fieldset", "form", "legend", "optgroup", "option", "title",
  ])
  private static let void: Set<String> = ["br", "col", "hr", "img", "source", "wbr"]
  private static let attributes: Set<String> = [
    "abbr", "align", "alt", "border", "cite", "colspan", "controls", "datetime", "dir", "headers",
    "height", "href", "hreflang", "lang", "media", "open", "poster", "rel", "reversed", "rowspan",
    "scope", "sizes", "span", "src", "srcset", "start", "summary", "title", "type", "valign",
    "value", "width",
  ]
  private static let addresses: Set<String> = ["cite", "href", "poster", "src", "srcset"]
  private static let references = ["&amp;", "&lt;", "&gt;", "&quot;"]

  private var rest: Substring
  private var open: [Substring] = []
  /// The words between the tags, references as they are.
  private(set) var text = ""
  private(set) var fault: String?

  init(_ html: String) {
    // A mark that combines with a sign of markup would hide it from a comparison of characters.
    let ascii = html.unicodeScalars.map { $0.isASCII ? Character($0) : "?" }
    rest = String(ascii)[...]
    while fault == nil, !rest.isEmpty { readNext() }
    if fault == nil, let element = open.last { fault = "\(element) is not closed" }
  }

  private mutating func readNext() {
    if rest.hasPrefix("</") {
      let name = take { $0 != ">" }.dropFirst(2)
      rest = rest.dropFirst()
      if open.popLast() != name { fault = "</\(name)> ends nothing" }
    } else if rest.hasPrefix("<") {
      readStartTag()
    } else {
      let run = take { $0 != "<" }
      text += run
      check(run, isAttribute: false)
    }
  }

  private mutating func readStartTag() {
    rest = rest.dropFirst()
    let name = take { $0.isLetter || $0.isNumber }
    if !Self.elements.contains(String(name)) {
      fault = "<\(name)> is not allowed"
    }
    while rest.hasPrefix(" ") {
      rest = rest.dropFirst()
      let attribute = take { $0.isLetter }
      if !Self.attributes.contains(String(attribute)) { fault = "\(attribute) is not allowed" }
      guard rest.hasPrefix("=\"") else { return fault = "\(attribute) has no quote" }
      rest = rest.dropFirst(2)
      let value = take { $0 != "\"" }
      check(value, isAttribute: true)
      if Self.addresses.contains(String(attribute)), value.hasPrefix("javascript:") {
        fault = "\(attribute) runs"
      }
      rest = rest.dropFirst()
    }
    if !rest.hasPrefix(">") { fault = "<\(name) is not closed" }
    rest = rest.dropFirst()
    if !Self.void.contains(String(name)) { open.append(name) }
  }

  private mutating func check(_ run: Substring, isAttribute: Bool) {
    if run.contains(where: { $0 == "<" || $0 == ">" || isAttribute && $0 == "\"" }) {
      fault = "\(run) is not escaped"
    }
    for index in run.indices where run[index] == "&" {
      if !Self.references.contains(where: { run[index...].hasPrefix($0) }) {
        fault = "\(run) has a bare ampersand"
      }
    }
    if run.unicodeScalars.contains(where: {
      $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)
    }) {
      fault = "\(run) has a control character"
    }
  }

  private mutating func take(while isPart: (Character) -> Bool) -> Substring {
    let part = rest.prefix(while: isPart)
    rest = rest[part.endIndex...]
    return part
  }
}
