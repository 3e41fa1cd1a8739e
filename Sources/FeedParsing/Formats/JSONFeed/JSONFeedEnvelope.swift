/// The beginning of a feed that gives an item what the document gave to it: version, language and
/// authors, which may have stood anywhere.
enum JSONFeedEnvelope {
  /// The text to put before an item's own.
  static func text(of head: JSONFeedHead, limits: FeedLimits) -> String {
    let version = head.format == .jsonFeed10 ? "1" : "1.1"
    var text = "{\"version\":\"https://jsonfeed.org/version/\(version)\","
    let inherited = head.inheritance.limited(to: limits.inheritedBytes)
    if let language = inherited.language { text += "\"language\":\(quoted(language))," }
    if !inherited.authors.isEmpty {
      text += "\"authors\":[\(inherited.authors.map(object).joined(separator: ","))],"
    }
    return text + "\"items\":["
  }

  private static func object(_ person: Person) -> String {
    let fields = [("name", person.name), ("url", person.url)].compactMap { key, value in
      value.map { "\"\(key)\":\(quoted($0))" }
    }
    return "{\(fields.joined(separator: ","))}"
  }

  /// A string of JSON (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
