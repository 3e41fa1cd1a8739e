import Yams

/// A value of a YAML file that knows where it stands.
struct YAMLValue {
  let node: Node
  /// Where it stands.
  let place: Place

  /// Where something stands in a file of the catalog.
  struct Place {
    let file: String
    let line: Int?
    let key: String

    /// An error at this place.
    func error(_ problem: String, _ remedy: String) -> CatalogError {
      CatalogError(file: file, line: line, key: key, problem: problem, remedy: remedy)
    }
  }

  init(_ node: Node, file: String, key: String) {
    self.node = node
    place = Place(file: file, line: node.mark?.line, key: key)
  }

  /// Whether nothing stands there: an empty value, `~` or `null` without quotation marks.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// Whether a scalar stands there that is not null.
  var isText: Bool {
    if case .scalar = node { !isNull } else { false }
  }

  /// The text of a scalar without white space at its ends; it must not be empty.
  func text() throws(CatalogError) -> String {
    guard case .scalar(let scalar) = node else {
      throw place.error("a text is expected, not \(kind)", "write one value in quotation marks")
    }
    let text = scalar.string.trimmed
    guard !text.isEmpty, !isNull else {
      throw place.error("the value is empty", "write a text or remove the key")
    }
    return text
  }

  /// A text that is one of some words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ what: String, of type: Choice.Type
  ) throws(CatalogError) -> Choice where Choice.RawValue == String {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw place.error("\"\(text.excerpt)\" is no \(what)", "use one of \(words)")
    }
    return choice
  }

  /// The items of a list; none where nothing stands there.
  func list() throws(CatalogError) -> [YAMLValue] {
    if isNull { return [] }
    guard case .sequence(let sequence) = node else {
      throw place.error("a list is expected, not \(kind)", "write each item after a \"- \"")
    }
    return sequence.enumerated().map { index, item in
      YAMLValue(item, file: place.file, key: "\(place.key)[\(index)]")
    }
  }

  /// The texts of a list, each of which must have a letter or digit.
  func phrases() throws(CatalogError) -> [String] {
    var phrases: [String] = []
    for item in try list() { phrases.append(try item.phrase()) }
    return phrases
  }

  /// A text in which something stays when it is folded, else it could never be found.
  func phrase() throws(CatalogError) -> String {
    let text = try text()
    guard FoldedText(text).words.contains(where: WordByte.isWord) else {
      throw place.error("\"\(text.excerpt)\" has no word in it", "write words or remove it")
    }
    return text
  }

  /// What the value is, for people.
  private var kind: String {
    switch node {
    case .scalar: isNull ? "nothing" : "a text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// At most sixty characters in one line, for messages.
  var excerpt: String {
    let line = String(prefix(60).map { $0.isNewline ? " " : $0 })
    return count > 60 ? line + "..." : line
  }
}
