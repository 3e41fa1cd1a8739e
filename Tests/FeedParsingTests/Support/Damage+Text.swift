import FeedParsing

/// Characters that XML does not allow where they stand.
extension Damage {
  static let inText: [Damage] = [
    Damage("bare ampersands") { feed, random in
      replace("&amp;", with: "&", as: .bareAmpersand, in: &feed, &random) { !startsReference($0) }
    },
    Damage("stray less-than signs") { feed, random in
      replace("&lt;", with: "<", as: .strayLessThan, in: &feed, &random) { !startsMarkup($0) }
    },
    Damage("stray ends of CDATA sections") { feed, random in
      replace("]]&gt;", with: "]]>", as: .strayCDATAEnd, in: &feed, &random) { _ in true }
    },
    Damage("entities of HTML") { feed, random in
      feed.changeTexts { text, isCDATA in
        guard !isCDATA else { return text }
        return text.unicodeScalars.map { scalar in
          guard let name = MarkupText.names[scalar], random.chance(50) else {
            return String(scalar)
          }
          return IssueMark.of(.namedEntity) + "&\(name);"
        }.joined()
      }
    },
    Damage("control characters") { feed, random in
      var controls = (0...0x1F).filter { ![0x09, 0x0A, 0x0D].contains($0) }
      if feed.encoding != .windows1252 { controls += [0xFFFE, 0xFFFF] }
      return feed.changeTexts { text, _ in
        sprinkle(controls.compactMap { Unicode.Scalar($0) }, into: text, &random)
      }
    },
    Damage("references to windows-1252") { feed, random in
      feed.changeTexts { text, isCDATA in
        guard !isCDATA else { return text }
        return text.unicodeScalars.map { scalar in
          guard let byte = TestEncoding.typography[scalar], random.chance(50) else {
            return String(scalar)
          }
          return random.chance(50) ? "&#\(byte);" : "&#x\(String(byte, radix: 16));"
        }.joined()
      }
    },
    Damage("ampersands in addresses") { feed, random in
      feed.changeTag(&random) { tag, random in
        for index in tag.attributes.indices where tag.attributes[index].value.contains("&amp;b=") {
          tag.attributes[index].value = tag.attributes[index].value.replacing(
            "&amp;b=", with: IssueMark.of(.bareAmpersand) + "&b=")
          return true
        }
        return false
      }
    },
  ]

  /// Takes the escape off some characters, where what follows does not then mean something else.
  private static func replace(
    _ escape: String, with character: String, as kind: FeedIssue.Kind, in feed: inout TestFeed,
    _ random: inout RandomSource, where isStray: (_ rest: Substring) -> Bool
  ) -> Bool {
    feed.changeTexts { text, isCDATA in
      guard !isCDATA else { return text }
      var result = ""
      var rest = text[...]
      while let found = rest.firstRange(of: escape) {
        result += rest[..<found.lowerBound]
        rest = rest[found.upperBound...]
        let isReplaced = isStray(rest) && random.chance(70)
        result += isReplaced ? IssueMark.of(kind) + character : escape
      }
      return result + rest
    }
  }

  /// Whether an ampersand before a text would be taken for a reference.
  private static func startsReference(_ rest: Substring) -> Bool {
    let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// Whether a `<` before a text would be taken for a tag or declaration.
  private static func startsMarkup(_ rest: Substring) -> Bool {
    guard let next = rest.unicodeScalars.first else { return false }
    return next.value > 0x7F || next.properties.isAlphabetic
      || "/!?:_".unicodeScalars.contains(next)
  }

  /// Puts characters anywhere but into references.
  private static func sprinkle(
    _ scalars: [Unicode.Scalar], into text: String, _ random: inout RandomSource
  ) -> String {
    var result = ""
    var isInReference = false
    for scalar in text.unicodeScalars {
      if !isInReference, random.chance(10) {
        result += IssueMark.of(.illegalCharacter) + String(random.pick(scalars))
      }
      if scalar == "&" { isInReference = true }
      if !scalar.isASCII || scalar == ";" || scalar == " " { isInReference = false }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
