import HTMLText

/// Says what a JSON document that is no feed looks like.
enum JSONDocumentHint {
  /// As many keys as a person wants to read.
  private static let mostKeys = 5
  /// A key that is longer is cut.
  private static let longestKey = 40

  /// A few words for a document whose first value is read next.
  static func hint(for reader: JSONPullReader) -> String {
    var json = reader
    json.isSilent = true
    switch json.value() {
    case .object: return object(keys(of: &json))
    case .array:
      guard json.hasElement(at: 1), case .object = json.value() else { return "a list in JSON" }
      let keys = keys(of: &json)
      guard keys.contains("guid"), keys.contains("link") else {
        return "a list in JSON of objects\(phrase(keys))"
      }
      return "an answer of WordPress's interface for programs; its feed is at /feed/"
    case .string, .number, .boolean, .null: return "a JSON document without an object in it"
    }
  }

  private static func object(_ keys: [String]) -> String {
    if keys.contains("rss") { return "RSS written in JSON, which is not read" }
    if keys.contains("@context") { return "linked data in JSON (JSON-LD), not a JSON Feed" }
    return "a JSON document\(phrase(keys)); a JSON Feed has version and items"
  }

  private static func keys(of json: inout JSONPullReader) -> [String] {
    var keys: [String] = []
    let level = json.depth
    while keys.count < mostKeys, let key = json.nextKey(at: level) {
      if let name = json.string(key).map(HTMLText.oneLine), !name.isEmpty {
        keys.append(String(name.prefix(longestKey)))
      }
      json.skipValue()
    }
    return keys
  }

  private static func phrase(_ keys: [String]) -> String {
    guard let last = keys.last else { return "" }
    guard keys.count > 1 else { return " with the key \(last)" }
    return " with the keys \(keys.dropLast().joined(separator: ", ")) and \(last)"
  }
}
