import FeedParsing

/// Tags that XML does not allow as they stand, and names that are not quite what they should be.
extension Damage {
  static let inTags: [Damage] = [
    Damage("a value without quotes") { feed, random in
      feed.changeTag(&random) { tag, _ in
        guard
          let index = tag.attributes.firstIndex(where: { isPlain($0.value) && !$0.isNamespace }),
          !tag.isDamaged
        else { return false }
        let attribute = tag.attributes[index]
        tag.attributes[index].name = IssueMark.of(.unclosedMarkup) + attribute.name
        tag.attributes[index].isUnquoted = true
        return true
      }
    },
    Damage("no space between two attributes") { feed, random in
      feed.changeTag(&random) { tag, _ in
        guard tag.attributes.count > 1, !tag.isDamaged else { return false }
        tag.space = ""
        tag.name += " "
        for index in tag.attributes.indices.dropFirst() {
          tag.attributes[index].name = IssueMark.of(.unclosedMarkup) + tag.attributes[index].name
        }
        return true
      }
    },
    Damage("an attribute twice") { feed, random in
      feed.changeTag(&random) { tag, random in
        guard let attribute = tag.attributes.first, !tag.isDamaged else { return false }
        tag.attributes.append(
          TestTag.Attribute(
            name: IssueMark.of(.unclosedMarkup) + attribute.name, value: random.pick(["", "x"])))
        return true
      }
    },
    Damage("end tags in capitals") { feed, random in
      var hasChanged = false
      for index in feed.pieces.indices where feed.pieces[index].field != nil || random.chance(30) {
        guard case .end(let name) = feed.pieces[index].token, feed.pieces[index].entry != nil,
          random.chance(30), name != name.uppercased()
        else { continue }
        feed.pieces[index].token = .raw("\(IssueMark.of(.structure))</\(name.uppercased())>")
        hasChanged = true
      }
      return hasChanged
    },
    Damage("white space in end tags") { feed, random in
      for index in feed.pieces.indices {
        guard case .end(let name) = feed.pieces[index].token, random.chance(30) else { continue }
        feed.pieces[index].token = .raw("</\(name)\(random.pick([" ", "\n", "\t "]))>")
      }
      return true
    },
    Damage("undeclared prefixes") { feed, random in undeclare(in: &feed, &random) },
    Damage("misspelt namespaces") { feed, random in
      var hasChanged = false
      for index in feed.pieces.indices {
        guard case .start(var tag) = feed.pieces[index].token else { continue }
        for place in tag.attributes.indices where tag.attributes[place].isWellKnownNamespace {
          tag.attributes[place].value = misspelt(tag.attributes[place].value, &random)
          hasChanged = true
        }
        feed.pieces[index].token = .start(tag)
      }
      return hasChanged
    },
  ]

  private static func isPlain(_ value: String) -> Bool {
    !value.isEmpty && !value.hasSuffix("/")
      && !value.contains { $0.isWhitespace || $0 == ">" || $0 == "\"" || $0 == "'" }
  }

  private static func misspelt(_ namespace: String, _ random: inout RandomSource) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: namespace.replacing("http:", with: "https:")
    case 1: namespace.hasSuffix("/") ? String(namespace.dropLast()) : namespace + "/"
    case 2: namespace.uppercased()
    default: " " + namespace + " "
    }
  }

  /// Leaves out the declarations of prefixes on the root, by which everybody knows their namespaces.
  private static func undeclare(in feed: inout TestFeed, _ random: inout RandomSource) -> Bool {
    guard
      let root = feed.pieces.firstIndex(where: {
        if case .start = $0.token { true } else { false }
      }), case .start(var tag) = feed.pieces[root].token
    else { return false }
    var dropped = Set(
      tag.attributes.filter { $0.isWellKnownNamespace && $0.name.hasPrefix("xmlns:") }
        .map { String($0.name.dropFirst("xmlns:".count)) })
    tag.attributes.removeAll { $0.isWellKnownNamespace && $0.name.hasPrefix("xmlns:") }
    guard !dropped.isEmpty else { return false }
    feed.pieces[root].token = .start(tag)
    // It is reported where the prefix is first used.
    for index in feed.pieces.indices {
      guard case .start(var tag) = feed.pieces[index].token else { continue }
      var names = [tag.name] + tag.attributes.map(\.name)
      for (place, name) in names.enumerated() {
        let prefix = name.split(separator: ":").first.map(String.init) ?? ""
        guard name.contains(":"), dropped.remove(prefix) != nil else { continue }
        names[place] = name
        tag.mark += IssueMark.of(.undeclaredPrefix)
      }
      feed.pieces[index].token = .start(tag)
    }
    return true
  }
}

extension TestTag.Attribute {
  var isNamespace: Bool { name == "xmlns" || name.hasPrefix("xmlns:") }

  /// Whether it declares a namespace of feeds, which is known by its prefix and in any spelling.
  var isWellKnownNamespace: Bool {
    isNamespace && (value.contains("purl.org") || value.contains("w3.org"))
      && !value.contains("xhtml")
  }
}
