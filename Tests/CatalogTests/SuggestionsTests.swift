import Catalog
import Testing

@Suite struct SuggestionsTests {
  @Test func `names and domains that recur and are nobody's are listed, the most frequent first`()
    throws
  {
    var suggestions = Suggestions(try makeCatalog(partners: cityPartners))
    for number in 1...3 {
      suggestions.add(
        "a\(number)", title: "Title In Capitals Everywhere",
        text: """
          The Thackray Museum of Medicine and the University of Leeds met. In Hyde Park House nobody was.
          Thackray Museum of Medicine, again.
          """, link: "https://www.thackray.example/\(number)")
    }
    suggestions.add(
      "b1", title: "", text: "Hyde Park House is open.", link: "https://leeds.ac.uk/news")
    #expect(
      suggestions.names(atLeast: 2).map { "\($0.announcements) \($0.words)" } == [
        "4 Hyde Park House", "3 Thackray Museum of Medicine",
      ])
    #expect(suggestions.names(atLeast: 2).map(\.examples).last == ["a1", "a2", "a3"])
    #expect(
      suggestions.domains(atLeast: 2).map { "\($0.announcements) \($0.words)" }
        == ["3 thackray.example"])
    #expect(suggestions.names(atLeast: 5).isEmpty)
  }

  @Test(arguments: [
    "", "A", "É É É", "of the Of The", "\u{0}Big\u{0}Name", "Ørsted Å Big-Name O'Neill's",
    String(repeating: "Aa ", count: 20_000), "ж Big Ж Name 🫀 Big Name",
  ])
  func `any text is read to its end`(text: String) throws {
    var suggestions = Suggestions(try makeCatalog(partners: cityPartners))
    suggestions.add("a", title: text, text: text, link: text)
    _ = suggestions.names(atLeast: 1)
  }
}
