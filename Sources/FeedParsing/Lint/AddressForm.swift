import HTMLText

/// Whether addresses are written as RFC 3986 and the rules of their schemes say.
enum AddressForm {
  /// Why a text is no address, nil where it is one; relative ones are.
  static func fault(in text: String) -> String? {
    if text.utf8.contains(where: { $0 <= 0x20 }) { return "it has white space in it" }
    if text.utf8.contains(where: { "<>\"{}|\\^`".utf8.contains($0) }) {
      return "it has a character in it that must be escaped"
    }
    let scheme = text.prefix { $0 != ":" && $0 != "/" && $0 != "?" && $0 != "#" }
    let rest = text[scheme.endIndex...]
    guard rest.first == ":" else { return nil }
    guard ["http", "https", "ftp", "feed"].contains(scheme.lowercased()) else {
      return scheme.isEmpty ? "it has no scheme before its colon" : nil
    }
    guard rest.hasPrefix("://") else { return "it has no // behind its scheme" }
    let host = rest.dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let name = host.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
    return name.isEmpty ? "it names no host" : nil
  }

  /// Whether a text is a full address of the web.
  static func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return (start.hasPrefix("http://") || start.hasPrefix("https://")) && fault(in: text) == nil
  }

  /// What is wrong with a `tag:` (RFC 4151) or `urn:` (RFC 8141); nil for any other scheme.
  static func faultOfScheme(in text: String) -> String? {
    if text.lowercased().hasPrefix("tag:") { return faultOfTag(text.dropFirst(4)) }
    if text.lowercased().hasPrefix("urn:") { return faultOfName(text.dropFirst(4)) }
    return nil
  }

  private static func faultOfTag(_ text: Substring) -> String? {
    let authority = text.prefix { $0 != ":" }
    guard authority.endIndex < text.endIndex else { return "its tag: has no second colon" }
    let parts = authority.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return "its tag: needs a name, a comma and a date" }
    guard isAuthority(parts[0]) else { return "its tag: has no domain or mail address" }
    guard isDate(parts[1]) else { return "its tag: has no date such as 2024 or 2024-01-20" }
    return nil
  }

  private static func isAuthority(_ text: Substring) -> Bool {
    let domain = text.split(separator: "@", omittingEmptySubsequences: false)
    guard let host = domain.last, domain.count <= 2, domain.first?.isEmpty == false else {
      return false
    }
    return host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      label.first.map(isAlphanumeric) == true && label.last.map(isAlphanumeric) == true
        && label.allSatisfy { isAlphanumeric($0) || $0 == "-" }
    }
  }

  private static func isAlphanumeric(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }

  private static func isDate(_ text: Substring) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == Array([4, 2, 2].prefix(parts.count)),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let numbers = parts.compactMap { Int($0) } + [1, 1]
    return CalendarDay(year: numbers[0], month: numbers[1], day: parts.count > 2 ? numbers[2] : 1)
      != nil
  }

  private static func faultOfName(_ text: Substring) -> String? {
    let space = text.prefix { $0 != ":" }
    guard space.endIndex < text.endIndex, text.index(after: space.endIndex) < text.endIndex else {
      return "its urn: needs a name and a value"
    }
    guard (2...32).contains(space.count), space.first.map(isAlphanumeric) == true,
      space.allSatisfy({ isAlphanumeric($0) || $0 == "-" })
    else { return "its urn: has no proper name" }
    return nil
  }
}

/// Whether a title that should be plain text carries markup.
enum TitleMarkup {
  /// A tag of HTML, or a reference that was escaped once too often.
  static func isFound(in title: String) -> Bool {
    let bytes = Array(title.utf8)
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "<") {
      let next = bytes[index + 1]
      guard isLetter(next) || next == UInt8(ascii: "/") else { continue }
      if bytes[index...].contains(UInt8(ascii: ">")) { return true }
      break
    }
    return bytes.contains(UInt8(ascii: "&")) && HTMLEntities.decode(title) != title
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
