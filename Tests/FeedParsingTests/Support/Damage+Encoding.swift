import FeedParsing

/// Bytes and line ends that are not what they are said to be.
extension Damage {
  static let ofEncoding: [Damage] = [
    Damage("lines that end in CR LF") { feed, _ in
      feed.lineEnd = "\r\n"
      return true
    },
    Damage("lines that end in CR") { feed, _ in
      feed.lineEnd = "\r"
      return true
    },
    Damage("a declaration of another encoding") { feed, random in
      let label = random.pick(["iso-8859-1", "utf-16", "us-ascii", "no-such", "windows-1252"])
      guard feed.encoding == .utf8 else { return false }
      setDeclaration("<?xml version=\"1.0\" encoding=\"\(label)\"?>", in: &feed)
      // Where the bytes are nothing but ASCII, any of them is right.
      return true
    },
    Damage("no declaration") { feed, _ in
      setDeclaration("", in: &feed)
      return true
    },
    Damage("UTF-16 or UTF-32") { feed, random in
      guard feed.encoding == .utf8 else { return false }
      feed.encoding = random.pick(TestEncoding.allCases.filter { $0 != .windows1252 })
      // Without a mark, the first two characters tell.
      return feed.plainText.unicodeScalars.prefix(2).allSatisfy(\.isASCII)
    },
    Damage("windows-1252") { feed, random in
      guard feed.encoding == .utf8 else { return false }
      feed.encoding = .windows1252
      referToOthers(in: &feed, &random)
      switch random.pick(["declared", "said", "neither"]) {
      case "declared":
        setDeclaration("<?xml version=\"1.0\" encoding=\"windows-1252\"?>", in: &feed)
      case "said": feed.contentType = "text/xml; charset=iso-8859-1"
      default: setDeclaration("", in: &feed)
      }
      return true
    },
  ]

  /// Writes another declaration, or none, in the place of the one that there is.
  private static func setDeclaration(_ declaration: String, in feed: inout TestFeed) {
    guard let index = feed.pieces.firstIndex(where: { $0.written.contains("<?xml ") }) else {
      return
    }
    let marks = feed.pieces[index].written.prefix { $0 != "<" }
    feed.pieces[index].token = .raw(declaration.isEmpty ? "\n" : marks + declaration + "\n")
  }

  /// Makes references of the characters that windows-1252 does not have.
  private static func referToOthers(in feed: inout TestFeed, _ random: inout RandomSource) {
    for index in feed.pieces.indices {
      switch feed.pieces[index].token {
      case .text(let text): feed.pieces[index].token = .text(references(in: text))
      case .cdata(let text) where text.unicodeScalars.contains { isForeign($0) }:
        feed.pieces[index].token = .text(references(in: MarkupText.xml(text, &random)))
      case .raw(let text): feed.pieces[index].token = .raw(references(in: text))
      case .start(var tag):
        for place in tag.attributes.indices {
          tag.attributes[place].value = references(in: tag.attributes[place].value)
        }
        feed.pieces[index].token = .start(tag)
      case .end, .cdata: break
      }
    }
  }

  private static func references(in text: String) -> String {
    text.unicodeScalars.map { isForeign($0) ? "&#\($0.value);" : String($0) }.joined()
  }

  /// Marks of issues are taken out before the text is encoded.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    IssueMark.isText(scalar) && TestEncoding.byte(of: scalar) == nil
  }
}
