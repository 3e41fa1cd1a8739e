import HTMLText

/// A person as RSS writes one: `mail@example.org (Name)`, `Name <mail@example.org>` or either alone.
enum RSSPerson {
  static func parse(_ text: String) -> Person {
    let text = HTMLText.oneLine(HTMLEntities.decode(text))
    guard hasMark(text) else {
      return Person(name: text.isEmpty ? nil : text)
    }
    guard let address = address(in: text) else {
      let name = withoutBrackets(text)
      return Person(name: name.isEmpty ? nil : name)
    }
    var name = String(text[..<address.lowerBound]) + String(text[address.upperBound...])
    name = withoutBrackets(name.replacing("mailto:", with: ""))
    return Person(name: name.isEmpty ? nil : name, email: String(text[address]))
  }

  /// Whether there may be more than a name.
  private static func hasMark(_ text: String) -> Bool {
    let bytes = text.utf8.span
    for index in bytes.indices where bytes[index] == 0x40 || bytes[index] == 0x28 { return true }
    return false
  }

  /// The word around the first `@`, where a host with a dot follows.
  private static func address(in text: String) -> Range<String.Index>? {
    guard let at = text.firstIndex(of: "@") else { return nil }
    var start = at
    while start > text.startIndex, isAddressCharacter(text[text.index(before: start)]) {
      start = text.index(before: start)
    }
    var end = text.index(after: at)
    while end < text.endIndex, isAddressCharacter(text[end]) { end = text.index(after: end) }
    let host = text[text.index(after: at)..<end]
    guard start < at, host.contains(".") else { return nil }
    return start..<end
  }

  private static func isAddressCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._%+-'".contains(character)
  }

  private static func withoutBrackets(_ text: String) -> String {
    let spaces = text.filter { $0 != "(" && $0 != ")" && $0 != "<" && $0 != ">" }
    let words = HTMLText.oneLine(spaces)
    return words.first == "," || words.last == "," ? words.filter { $0 != "," } : words
  }
}
