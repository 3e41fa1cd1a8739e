import HTMLText

/// Reads the values of a JSON Feed as what they should be, or as what they can be taken for.
///
/// `null` and an empty text say nothing, and are no issue: many programs write them for every field
/// that they have no value for.
extension JSONPullReader {
  /// What a key of the document means to us.
  mutating func meaning(of key: JSONString) -> JSONFeedKey? {
    string(key).flatMap(JSONFeedKey.init(named:))
  }

  /// Notes a key that its object has twice.
  ///
  /// RFC 8259, section 4, leaves open which counts. As with most parsers it is the last, as long as
  /// it says something.
  mutating func note(_ key: JSONFeedKey, in keys: inout JSONFeedKeySet) {
    guard !keys.insert(key) else { return }
    report(.duplicateKey, at: position, "The key \(key.name) stands twice; the last one counts.")
  }

  /// A text, or the characters of a number; nil where there is none.
  mutating func text(of key: JSONFeedKey, canBeNumber: Bool = false) -> String? {
    let level = depth
    switch value() {
    case .string(let value):
      let text = string(value)
      return text?.utf8.contains { $0 > 0x20 } == true ? text : nil
    case .number(let range):
      if !canBeNumber { reportValue(of: key, is: "a number") }
      return text.string(in: range)
    case .null: return nil
    case .boolean:
      reportValue(of: key, is: "true or false")
      return nil
    case .object, .array:
      reportValue(of: key, is: "an object or array")
      skip(to: level)
      return nil
    }
  }

  /// A text on one line.
  mutating func line(of key: JSONFeedKey, canBeNumber: Bool = false) -> String? {
    text(of: key, canBeNumber: canBeNumber).map(HTMLText.oneLine)
  }

  /// An address, absolute where a base is known.
  mutating func address(of key: JSONFeedKey, base: String?) -> String? {
    text(of: key).map { WebAddress.resolve($0, against: base) }
  }

  /// A date; one that cannot be read keeps its characters.
  mutating func date(of key: JSONFeedKey) -> FeedDate? {
    guard let raw = line(of: key, canBeNumber: true) else { return nil }
    let seconds = FeedDateParser.parse(raw)
    if seconds == nil {
      report(
        .unreadableDate, at: valueStart, "This date cannot be read: \(String(raw.prefix(80)))")
    }
    return FeedDate(raw: raw, secondsSince1970: seconds)
  }

  /// Calls `body` for each element of an array to read it; what should be an array and is none is its
  /// only element.
  mutating func forEach(of key: JSONFeedKey, _ body: (inout JSONPullReader) -> Void) {
    skipSpace()
    guard byte(at: position) == UInt8(ascii: "[") else {
      guard !isNullNext else { return _ = value() }
      // Version 1.0 has one `author` and 1.1 has `authors`.
      if key != .author {
        report(.unexpectedValue, at: position, "The value of \(key.name) is no array.")
      }
      return body(&self)
    }
    _ = value()
    let level = depth
    while hasElement(at: level) { body(&self) }
  }

  /// Calls `body` for each key of an object to read its value; text in the place of the object is
  /// returned.
  mutating func object(
    of key: JSONFeedKey, _ body: (inout JSONPullReader, JSONFeedKey) -> Void
  ) -> String? {
    let outer = depth
    switch value() {
    case .object:
      var keys = JSONFeedKeySet()
      while let key = nextKey(at: outer + 1) {
        guard let key = meaning(of: key) else {
          skipValue()
          continue
        }
        note(key, in: &keys)
        body(&self, key)
      }
    case .string(let text):
      reportValue(of: key, is: "a text")
      return string(text)
    case .array, .number, .boolean:
      reportValue(of: key, is: "no object")
      skip(to: outer)
    case .null: break
    }
    return nil
  }

  /// A person, or a name in the place of one.
  mutating func person(of key: JSONFeedKey, base: String?) -> Person? {
    var person = Person()
    let text = object(of: key) { json, key in
      switch key {
      case .name: person.name = json.line(of: key) ?? person.name
      case .email: person.email = json.line(of: key) ?? person.email
      case .url: person.url = json.address(of: key, base: base) ?? person.url
      default: json.skipValue()
      }
    }
    if let text { person = RSSPerson.parse(text) }
    return person == Person() ? nil : person
  }

  mutating func people(of key: JSONFeedKey, base: String?) -> [Person] {
    var people: [Person] = []
    forEach(of: key) { json in
      if let person = json.person(of: key, base: base) { people.append(person) }
    }
    return people
  }

  private var isNullNext: Bool {
    position + 4 <= end && byte(at: position) == UInt8(ascii: "n")
      && isLiteral(position..<position + 4)
  }

  private mutating func reportValue(of key: JSONFeedKey, is found: String) {
    report(.unexpectedValue, at: valueStart, "The value of \(key.name) is \(found).")
  }
}
