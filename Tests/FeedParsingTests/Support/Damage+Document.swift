import FeedParsing

/// What stands before and behind a document, and its document type.
extension Damage {
  static let aroundTheDocument: [Damage] = [
    Damage("junk before the document") { feed, random in
      let junk = random.pick([
        "Warning: x & y\n", "<script>if (a < b) { c() }</script>\n", "x", "\n\n\u{FEFF}",
        "<br />\n<b>Notice</b>: Undefined variable in <b>/a.php</b> on line <b>3</b><br />\n",
      ])
      // Lines without anything on them are no junk yet.
      let lines = junk.prefix { $0 == "\n" }
      let marked = lines + IssueMark.of(.junkBeforeDocument) + junk.dropFirst(lines.count)
      feed.pieces.insert(FeedPiece(token: .raw(String(marked))), at: 0)
      return moveDeclaration(in: &feed)
    },
    Damage("white space or a comment before the declaration") { feed, random in
      let before = random.pick(["\n", "  \n\n", "<!-- a & b <rss> -->\n", "\t"])
      feed.pieces.insert(FeedPiece(token: .raw(before)), at: 0)
      return moveDeclaration(in: &feed)
    },
    Damage("junk behind the document") { feed, random in
      let junk = random.pick([
        "<script>x < y</script>", "text & more", "</rss>", "</channel></rss>\n", "\u{0}\u{0}\u{0}",
        "<!-- unclosed", "0", "<x/>",
      ])
      feed.pieces.append(FeedPiece(token: .raw("\n")))
      feed.pieces.append(mark(.junkAfterDocument))
      feed.pieces.append(FeedPiece(token: .raw(junk)))
      return true
    },
    Damage("a comment behind the document") { feed, random in
      let comment = random.pick([
        "<!-- served in 12 ms -->", "\n<!-- a & b -->\n<?x y?>\n", "<!-- <item>old</item> -->",
      ])
      feed.pieces.append(FeedPiece(token: .raw(comment)))
      return true
    },
    Damage("a document type") { feed, random in
      guard !feed.plainText.contains("<!DOCTYPE") else { return false }
      let mark = IssueMark.of(.entityDeclaration)
      let entities =
        "\(mark)<!ENTITY words \"secret\"><!ENTITY % more SYSTEM \"file:///etc/hostname\">"
      let type = random.pick([
        "<!DOCTYPE rss>\n", "<!DOCTYPE feed SYSTEM \"a>b.dtd\">\n",
        "<!DOCTYPE rss [\n<!ELEMENT rss ANY>\n<!ATTLIST rss a CDATA \"<item>\">\n]>\n",
        "<!DOCTYPE rss PUBLIC '-//x//y' 'http://example.org/a.dtd' [\(entities)]>\n",
      ])
      let index = feed.pieces.firstIndex { $0.written.hasPrefix("<?xml ") }.map { $0 + 1 } ?? 0
      feed.pieces.insert(FeedPiece(token: .raw(type)), at: index)
      return true
    },
  ]

  private static func mark(_ kind: FeedIssue.Kind) -> FeedPiece {
    FeedPiece(token: .raw(IssueMark.of(kind)))
  }

  /// Notes that the declaration does not stand at the start any more.
  private static func moveDeclaration(in feed: inout TestFeed) -> Bool {
    // A mark in front of it means that it has been moved before.
    if let index = feed.pieces.firstIndex(where: { $0.written.hasPrefix("<?xml ") }) {
      feed.pieces[index].insertMark(.wrongDeclaration)
    }
    return true
  }
}
