/// The body of a generated entry: paragraphs of words, some of them marked up.
struct TestBody {
  /// Words in an element of HTML, or in none.
  struct Run {
    var element: String?
    var words: String
  }

  var paragraphs: [[Run]]

  init(_ random: inout RandomSource, words: ClosedRange<Int>) {
    let elements: [String?] = [nil, nil, nil, "b", "em", "a", "span"]
    paragraphs = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        Run(element: random.pick(elements), words: FeedWords.sentence(&random, words: words))
      }
    }
  }

  /// The characters that a reader sees, without white space.
  var visible: String {
    ExpectedEntry.visible(paragraphs.joined().map(\.words).joined())
  }

  /// The body as HTML, which XML has yet to escape.
  func html(_ random: inout RandomSource) -> String {
    paragraphs.map { runs in
      let inner = runs.map { run in
        let words = MarkupText.html(run.words, &random)
        guard let element = run.element else { return words }
        return
          "<\(element)\(element == "a" ? " href=\"/x?a=1&amp;b=2\"" : "")>\(words)</\(element)>"
      }
      return "<p>\(inner.joined(separator: random.chance(30) ? "<br>" : " "))</p>"
    }.joined(separator: random.chance(50) ? "\n" : "")
  }

  /// The body as elements of XHTML.
  func tokens(prefix: String, _ random: inout RandomSource) -> [FeedPiece.Token] {
    paragraphs.flatMap { runs in
      let inner = runs.flatMap { run -> [FeedPiece.Token] in
        let words = FeedPiece.Token.text(MarkupText.xml(run.words, &random) + " ")
        guard let element = run.element else { return [words] }
        return [.start(TestTag(name: prefix + element)), words, .end(prefix + element)]
      }
      let rule = TestTag(name: prefix + "br", isEmpty: true)
      return [.start(TestTag(name: prefix + "p"))] + inner
        + (random.chance(30) ? [.start(rule)] : []) + [.end(prefix + "p")]
    }
  }

  /// What a reader sees of ``unclosedMarkup(_:)``.
  var visibleUnclosed: String {
    ExpectedEntry.visible(paragraphs.map { $0.map(\.words).joined() + "x" }.joined())
  }

  /// The body as HTML straight in the XML, with a tag that nobody closes.
  func unclosedMarkup(_ random: inout RandomSource) -> String {
    paragraphs.map { runs in
      let words = runs.map { MarkupText.xml($0.words, &random) }
      return "<p>" + words.joined(separator: random.pick([" <b>", " <i>", "<br> <em>"])) + " <u>x"
    }.joined(separator: "\n")
  }
}
